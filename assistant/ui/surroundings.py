"""What an opened evidence card fetches: the years around a figure, the passage in its text, a page of a PDF as a picture."""

import re
from html import escape
from urllib.parse import urlencode

from analytics import Divide
from assistant.ui.charts import chart_html
from assistant.ui.documents import OwnDocuments
from assistant.ui.figure_builder import Choice, build
from assistant.ui.pages import Parameters
from assistant.ui.papers import PapersPage
from assistant.ui.wording import word
from index.documents.errors import DocumentError
from index.papers import PaperSummary


class Surroundings:
    """Reads the figures, the corpus and the owners' documents."""

    def __init__(self, divide: Divide, papers: PapersPage, documents: OwnDocuments):
        self.divide, self.papers, self.documents = divide, papers, documents

    def chart(self, parameters: Parameters, owner: str) -> str:
        """The series that a figure belongs to; "" when there is none to draw."""
        view = build(self.divide, Choice.read(parameters))
        return chart_html(view.chart, with_table=False) if view.chart and len(view.rows[0]) > 1 else ""

    def passage(self, parameters: Parameters, owner: str) -> str:
        """The part of a summary or of the glossary that holds the quoted sentence, which is marked."""
        source, _, place = parameters.get("id", "").partition("#")
        if source == "glossary":
            term = next((term for term in self.papers.corpus.glossary if term.id == place), None)
            texts = [term.definition, term.analogy, term.why] if term else []
        else:
            paper = self.papers.papers.get(source)
            texts = paragraphs(paper, place) if paper else []
        return around(texts, parameters.get("quote", ""))

    def document(self, parameters: Parameters, owner: str) -> str:
        """The passage of an owner's document with the quoted sentences marked; for a PDF the page itself before it."""
        id, _, place = parameters.get("id", "").partition("#")
        quote, page = parameters.get("quote", ""), parameters.get("page", "")
        try:
            pieces = self.documents.library().pieces(id, owner) if owner else []
        except DocumentError as error:
            return f'<p class="problem">{escape(error.japanese)}</p>'
        texts = [pieces[int(place) - 1].text] if place.isdecimal() and 0 < int(place) <= len(pieces) else []
        picture = picture_html(id, page, quote) if page.isdecimal() and pieces else ""
        return picture + around(texts, quote)


def paragraphs(paper: PaperSummary, place: str) -> list[str]:
    """The texts of the part that `place` (claim-3, point-1, section-2, qa-4, phrase-1) belongs to, in the summary's order."""
    kind, _, number = place.rpartition("-")
    if kind == "section" and number.isdecimal() and 0 < int(number) <= len(paper.sections):
        return paper.sections[int(number) - 1].text.split("\n")
    if kind == "qa":
        return [text for qa in paper.questions if str(qa.number) == number for text in (qa.question, qa.answer)]
    return [one.text for one in {"claim": paper.claims, "point": paper.points, "phrase": paper.phrases}.get(kind, ())]


def around(texts: list[str], quote: str) -> str:
    """The texts with the quote marked; "" when nothing stands around it."""
    if sum(map(len, texts)) <= len(quote):
        return ""
    lines = "".join(f"<p>{marked(text, quote)}</p>" for text in texts)
    return f'<h4>{escape(word("around"))}</h4><div class="around">{lines}</div>'


def marked(text: str, quote: str) -> str:
    """The text as HTML; the quote in it marked, whatever its spaces and look-alike signs."""
    plain = re.sub(r"\s", "", quote)
    signs = [re.escape(char) if char.isalnum() else "[^\\w\\s]" for char in plain]
    found = re.search(r"\s*".join(signs), text) if signs else None
    if found is None:
        return escape(text)
    return f"{escape(text[: found.start()])}<mark>{escape(found[0])}</mark>{escape(text[found.end() :])}"


def picture_html(id: str, page: str, quote: str) -> str:
    address = f"page/evidence/page.png?{urlencode({'id': id, 'page': page, 'quote': quote})}"
    label = escape(word("page_picture", page=page))
    return (
        f'<figure class="page-picture"><a href="{escape(address)}" target="_blank"><img src="{escape(address)}" alt="{label}"></a>'
        f"<figcaption>{escape(word('page_caption', page=page))}</figcaption></figure>"
    )
