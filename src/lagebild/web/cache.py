"""Keep what was computed from a case for as long as the case stays as it is.

A value of an older version may be handed out for a while that grows with what it cost to compute:
a case that is being read into changes many times a second, and an overview need not follow every
article. A change that was made here calls `forget`, so that whoever made it sees it at once.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock, RLock
from typing import Any, TypeVar

T = TypeVar("T")
Version = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    version: Version
    value: Any
    good_until: float


class Cache:
    """A bounded store of computed values; the longest unused one gives way."""

    def __init__(self, patience: float = 0.0, size: int = 512) -> None:
        """Hold at most `size` values.

        Args:
            patience: How many times as long as its computing took a value of an older version
                serves. With 20, computing takes at most a twentieth of the time.
            size: The number of values.
        """
        self._patience = patience
        self._size = size
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._busy: dict[Hashable, RLock] = {}
        self._lock = Lock()

    def get(self, key: Hashable, version: Version, compute: Callable[[], T]) -> T:
        """Return the value for this version of the case, computing it where it is not kept.

        Who asks while it is being computed waits for it; nothing is computed twice at a time.
        """
        kept = self._good(key, version)
        if kept is None:
            with self._lock:
                busy = self._busy.setdefault(key, RLock())
            try:
                with busy:
                    kept = self._good(key, version) or self._computed(key, version, compute)
            finally:
                with self._lock:
                    self._busy.pop(key, None)
        value: T = kept.value
        return value

    def has(self, key: Hashable, version: Version) -> bool:
        """Tell whether a value is there, so that asking for it takes no time."""
        return self._good(key, version) is not None

    def _good(self, key: Hashable, version: Version) -> _Kept | None:
        with self._lock:
            kept = self._kept.get(key)
            if kept is None:
                return None
            self._kept.move_to_end(key)
        good = kept.version == version or time.monotonic() < kept.good_until
        return kept if good else None

    def _computed(self, key: Hashable, version: Version, compute: Callable[[], Any]) -> _Kept:
        begun = time.monotonic()
        value = compute()
        ended = time.monotonic()
        made = _Kept(version, value, ended + self._patience * (ended - begun))
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return made

    def forget(self) -> None:
        """Drop everything."""
        with self._lock:
            self._kept.clear()
