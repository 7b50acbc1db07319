from dataclasses import replace
from itertools import count, islice

import pytest

from lagebild.errors import Unreadable
from lagebild.pipeline import read_documents
from lagebild.sources.document import Document

DOCUMENTS = [
    Document(
        f"{n}.txt",
        f"Minister reist nach Kairo ({n})\n\nAußenminister Frank-Walter Steinmeier traf am Montag "
        f"in Kairo {n + 2} Vertreter der Opposition. Er forderte eine Waffenruhe.",
        "text",
    )
    for n in range(8)
]
PROBLEM = Unreadable("x.pdf", "The file is encrypted.", "Save it without a password.")
SOURCE = [*DOCUMENTS[:4], PROBLEM, *DOCUMENTS[4:]]


@pytest.fixture(scope="module")
def in_two_processes():
    """The first results of a reading without end, and how many documents it took for them."""
    taken = []

    def source():
        for n in count():
            taken.append(n)
            yield SOURCE[n] if n < len(SOURCE) else replace(DOCUMENTS[0], uri=f"more{n}.txt")

    results = read_documents(source(), None, jobs=2)
    first = list(islice(results, len(SOURCE)))
    results.close()
    return first, len(taken)


def test_findings_do_not_depend_on_the_number_of_processes(in_two_processes):
    alone = list(read_documents(SOURCE, None, jobs=1))
    assert alone[4] is PROBLEM
    assert in_two_processes[0] == alone


def test_documents_are_taken_as_they_are_needed(in_two_processes):
    assert len(SOURCE) <= in_two_processes[1] < 50


def test_other_languages_are_kept_but_not_analysed():
    text = "The ministers met in Vienna on Monday and agreed to extend the ceasefire. " * 5
    (read,) = read_documents([Document("en.txt", text, "text")], None)
    assert not isinstance(read, Unreadable)
    assert read.article.language == "en"
    assert read.findings.mentions == ()
