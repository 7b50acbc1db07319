"""A case in which three states argue about one thing."""

from tests.whatif.cases import Report, write_case


def written(path):
    """Write the case and return its path."""
    reports = [
        Report(f"{n}.txt", f"2016-0{n}-01")
        .commits("Türkei", "Ankara will eine Schutzzone einrichten.", "eine Schutzzone einrichten")
        .commits(
            "Russland", "Moskau wird keine Schutzzone dulden.", "keine Schutzzone dulden", "refusal"
        )
        .commits("Iran", "Teheran fordert, die Schutzzone zu dulden.", "die Schutzzone zu dulden")
        for n in (1, 2)
    ]
    return write_case(path, reports)


def at_once(view, work, part, version, *, begin=True):
    """Stand in for `View.in_background`: compute while the page is asked for."""
    return view.remember((work.name, "test"), lambda: dict(work.compute(view.case)))[part]
