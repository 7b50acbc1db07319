"""The training loop: bf16 autocast over float32 weights, averaged weights, resume."""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from training.batches import Coder, training_batches
from training.examples import Example
from training.model import Model, total
from training.quantise import set_rounding

AVERAGE = 0.998
"""Decay of the averaged weights a step: a window of about 500 steps."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How long and how fast to learn, and whether with int8 rounding."""

    epochs: int = 12
    batch: int = 32
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warmup: int = 200
    seed: int = 1
    threads: int = 2
    rounding: bool = False


class Trainer:
    """Holds the model, its averaged copy and the optimiser; saves and resumes after epochs."""

    def __init__(self, model: Model, coder: Coder, settings: Settings, folder: Path) -> None:
        self.model, self.coder, self.settings, self.folder = model, coder, settings, folder
        encoder = [p for n, p in model.named_parameters() if n.startswith("encoder.")]
        heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
        groups = [
            {"params": encoder, "lr": settings.encoder_rate, "rate": settings.encoder_rate},
            {"params": heads, "lr": settings.head_rate, "rate": settings.head_rate},
        ]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.average = {k: v.detach().clone().float() for k, v in model.state_dict().items()}
        self.epoch = self.step = 0

    def set_rate(self, steps: int) -> None:
        """Warm up, then fall along a half cosine to two percent."""
        warm = min(1.0, (self.step + 1) / self.settings.warmup)
        fall = 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, self.step / steps)))
        for group in self.optimiser.param_groups:
            group["lr"] = group["rate"] * warm * fall

    def update(self, losses: dict[str, torch.Tensor], steps: int) -> None:
        """One step of the optimiser and of the averaged weights."""
        self.set_rate(steps)
        self.optimiser.zero_grad()
        total(losses).backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        decay = min(AVERAGE, (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            for name, value in self.model.state_dict().items():
                if value.is_floating_point():
                    self.average[name].lerp_(value, 1 - decay)

    def run(
        self, epoch_examples: Callable[[random.Random], list[Example]], report: Callable[[], dict]
    ) -> None:
        """Train to the last epoch; `report` scores the averaged weights after each."""
        settings, start = self.settings, time.time()
        set_rounding(self.model, settings.rounding)
        while self.epoch < settings.epochs:
            rng = random.Random(f"{settings.seed}-{self.epoch}")
            torch.manual_seed(settings.seed * 1000 + self.epoch)
            examples = epoch_examples(rng)
            steps = settings.epochs * math.ceil(len(examples) / settings.batch)
            self.model.train()
            sums: dict[str, list[float]] = {}
            for batch in training_batches(self.coder, examples, settings.batch, rng):
                with torch.autocast("cpu", torch.bfloat16):
                    losses = self.model.losses(batch)
                self.update(losses, steps)
                for name, loss in losses.items():
                    sums.setdefault(name, []).append(loss.item())
            self.epoch += 1
            means = {n: sum(v) / len(v) for n, v in sums.items() if not n.startswith("feats")}
            scores = self.with_average(report)
            seconds = time.time() - start
            self.log({"epoch": self.epoch, "seconds": seconds, "loss": means, **scores})
            self.save()

    def with_average(self, action: Callable[[], dict]) -> dict:
        """Run an action with the averaged weights in place of the current ones."""
        current = {k: v.clone() for k, v in self.model.state_dict().items()}
        self.model.load_state_dict(self.average)
        result = action()
        self.model.load_state_dict(current)
        return result

    def log(self, record: dict) -> None:
        """Print a record and append it to `log.jsonl`."""
        line = json.dumps(rounded(record), ensure_ascii=False)
        print(line, flush=True)
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(line + "\n")

    def save(self) -> None:
        """Write the checkpoint; a crash while writing leaves the last one whole."""
        state = {
            "epoch": self.epoch,
            "step": self.step,
            "model": self.model.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
        }
        torch.save(state, self.folder / "checkpoint.new")
        (self.folder / "checkpoint.new").replace(self.folder / "checkpoint.pt")

    def start_from(self, checkpoint: Path) -> None:
        """Begin with another training's averaged weights; layers that are not here are left out."""
        kept = self.model.state_dict().keys()
        weights = {n: v for n, v in torch.load(checkpoint)["average"].items() if n in kept}
        self.model.load_state_dict(weights)
        self.average = {name: value.clone() for name, value in weights.items()}

    def resume(self) -> bool:
        """Continue from the checkpoint, if there is one."""
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return False
        state = torch.load(path)
        self.epoch, self.step, self.average = state["epoch"], state["step"], state["average"]
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        return True


def rounded(value: object) -> object:
    """Round the floats of a record to four digits."""
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    return round(value, 4) if isinstance(value, float) else value
