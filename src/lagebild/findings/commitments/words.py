"""The table `commitment_words`: groups of words by which commitments are told."""

from lagebild.knowledge import Knowledge


def words_of(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Return the words by group; use as `knowledge.view(words_of)`."""
    return {row.key: frozenset(row.many("words")) for row in knowledge.table("commitment_words")}
