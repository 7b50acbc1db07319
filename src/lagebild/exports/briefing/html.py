"""A briefing as one HTML file that needs nothing else: styles and pictures are inside."""

from base64 import b64encode
from html import escape

from lagebild.exports.briefing.page import Page, Part
from lagebild.web.drawings import Picture

STYLE = """
body { font: 10.5pt/1.35 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto;
       padding: 0 1rem; color: #1b1b1b; background: #fff }
h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.05rem; margin: 1.1rem 0 .3rem;
       border-bottom: 1px solid #999 }
ul { margin: 0; padding-left: 1.1rem } li { margin: .2rem 0 }
q, .place { color: #555; font-size: .88em } q { quotes: none }
figure { margin: .6rem 0 } img { width: 100%; height: auto }
footer { margin-top: 1rem; color: #555; font-size: .85em }
@media print { body { font-size: 8.5pt; margin: 0; max-width: none } figure { width: 48%;
       float: left; margin-right: 2% } h2 { clear: left } @page { size: A4; margin: 14mm } }
"""


def html(page: Page) -> str:
    """Return the page as an HTML document."""
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{page.language}">',
            f'<head><meta charset="utf-8"><title>{escape(page.title)}</title>'
            f"<style>{STYLE}</style></head>",
            f"<body><h1>{escape(page.title)}</h1><p>{escape(page.base)}</p>",
            *map(_figure, page.pictures),
            *map(_part, page.parts),
            "<footer>",
            *(f"<p>{escape(note)}</p>" for note in page.notes),
            "</footer></body></html>\n",
        ]
    )


def _figure(picture: Picture) -> str:
    data = b64encode(picture.standalone().encode()).decode()
    alt = escape(f"{picture.title}. {picture.description}", quote=True)
    return f'<figure><img src="data:image/svg+xml;base64,{data}" alt="{alt}"></figure>'


def _part(part: Part) -> str:
    lines = [
        f"<li>{escape(line.text)}<br><q>{escape(line.quoted)}</q> "
        f'<span class="place">({escape(line.place)})</span></li>'
        for line in part.lines
    ]
    body = f"<ul>{''.join(lines)}</ul>" if lines else f"<p>{escape(part.none)}</p>"
    return f"<section><h2>{escape(part.heading)}</h2>{body}</section>"
