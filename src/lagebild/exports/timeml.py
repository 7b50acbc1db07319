"""An article with its dates as a TimeML document, as `lagebild evaluate dates` reads it."""

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from lagebild.case.records import ArticleRecord, DateRecord

NOT_XML = re.compile("[^\\t\\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not allow; each becomes a space, so that offsets hold."""


def timeml(article: ArticleRecord, dates: Iterable[DateRecord]) -> str:
    """Return the document. Of dates that share words, the first is kept: tags do not cross."""
    parts, end = [], 0
    for number, date in enumerate(sorted(dates, key=lambda date: date.span), 1):
        if date.span.start < end:
            continue
        tag = f'<TIMEX3 tid="t{number}" type={quoteattr(date.type)} value={quoteattr(date.value)}>'
        parts += [_plain(article.text[end : date.span.start]), tag, _plain(date.words), "</TIMEX3>"]
        end = date.span.end
    parts.append(_plain(article.text[end:]))
    created = quoteattr(article.published or "")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'
        f"<DOCID>{escape(article.id)}</DOCID>\n"
        f'<DCT><TIMEX3 tid="t0" type="DATE" value={created}></TIMEX3></DCT>\n'
        f"<TEXT>{''.join(parts)}</TEXT>\n</TimeML>\n"
    )


def _plain(text: str) -> str:
    return escape(NOT_XML.sub(" ", text))
