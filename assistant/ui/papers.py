"""The page 論文: shelves by theme with search, and one paper as summary, dialogue or phrases."""

from functools import cached_property
from html import escape

from analytics.divide.metrics import METRICS
from assistant.comparison import Row, comparison, heading, labels
from assistant.dialogue import EXECUTIVE, dialogue
from assistant.ui.documents import OwnDocuments
from assistant.ui.figure_builder import metric_label
from assistant.ui.figure_search import plain
from assistant.ui.forms import field, link, page_head, select, text_input
from assistant.ui.pages import Page, Parameters
from assistant.ui.wording import words_of
from index.corpus import load_corpus
from index.papers import Corpus, PaperSummary

say = words_of("papers")
NAME = "papers"
VIEWS = ("summary", "dialogue", "phrases")
STANCES = ("supports", "contradicts", "context")


class PapersPage:
    """Renders shelves and papers from the corpus, loaded at first need, and the owner's documents where there are any."""

    def __init__(self, documents: OwnDocuments | None = None):
        self.documents = documents

    def page(self) -> Page:
        return Page(NAME, self.whole, self.part, self.documents.act if self.documents else None)

    @cached_property
    def corpus(self) -> Corpus:
        return load_corpus()

    @cached_property
    def papers(self) -> dict[str, PaperSummary]:
        return {paper.id: paper for paper in self.corpus.papers}

    @cached_property
    def searched(self) -> dict[str, str]:
        """All text that search looks at, by paper id."""
        return {paper.id: plain(searched_text(paper)) for paper in self.corpus.papers}

    def whole(self, parameters: Parameters) -> str:
        owner = parameters.get("browser", "")
        if "document" in parameters and self.documents:
            return back() + self.documents.digest(parameters["document"], owner)
        if "paper" not in parameters:
            own = self.documents.section(owner) if self.documents else ""
            shelves = f'<div class="part" data-name="shelves">{self.part(parameters)}</div>'
            return page_head(say("title"), say("lead")) + self.form(parameters) + own + shelves
        paper = self.papers.get(parameters["paper"])
        if paper is None:
            return f'<p class="problem" role="alert">{escape(say("unknown"))}</p>{back()}'
        view = parameters.get("view", VIEWS[0])
        return self.paper_html(paper, view if view in VIEWS else VIEWS[0])

    def form(self, parameters: Parameters) -> str:
        themes = [("", say("all_themes")), *((theme, theme) for theme in self.themes)]
        stances = [("", say("all_stances")), *((stance, say(f"stance_{stance}")) for stance in STANCES)]
        return (
            '<form class="live search" role="search" data-part="shelves"><div class="fields">'
            + field(say("search_label"), text_input("q", parameters.get("q", ""), say("search_placeholder"), "search"), wide=True)
            + field(say("theme"), select("theme", themes, parameters.get("theme", "")))
            + field(say("stance"), select("stance", stances, parameters.get("stance", "")))
            + "</div></form>"
        )

    @property
    def themes(self) -> tuple[str, ...]:
        """The shelves in the order a newcomer reads them; one that the order does not name comes last."""
        order = say("shelf_order").split("、")
        there = dict.fromkeys(paper.theme for paper in self.corpus.papers)
        return tuple(sorted(there, key=lambda theme: order.index(theme) if theme in order else len(order)))

    def part(self, parameters: Parameters) -> str:
        """The shelves with what search, theme and stance leave on them."""
        words = plain(parameters.get("q", "")).split()
        kept = [
            paper for paper in self.corpus.papers
            if parameters.get("theme", paper.theme) == paper.theme and parameters.get("stance", paper.stance) == paper.stance
            and all(word in self.searched[paper.id] for word in words)
        ]  # fmt: skip
        if not kept:
            return f'<p class="empty" role="status">{escape(say("none"))}</p>'
        shelves = {theme: [paper for paper in kept if paper.theme == theme] for theme in self.themes}
        count = f'<p class="count" role="status">{escape(say("count", count=len(kept)))}</p>'
        return count + "".join(shelf(theme, papers) for theme, papers in shelves.items() if papers)

    def paper_html(self, paper: PaperSummary, view: str) -> str:
        body = {"summary": self.summary, "dialogue": dialogue_html, "phrases": phrases_html}[view](paper)
        tabs = "".join(
            link(NAME, say(f"view_{name}"), "tool inside", paper=paper.id, view=name).replace(
                "<a ", '<a aria-current="true" ' if name == view else "<a ", 1
            )
            for name in VIEWS
        )
        return (
            f'{back()}<article class="paper"><header class="page-head"><h2 tabindex="-1">{escape(paper.title_ja)}</h2>{meta(paper)}'
            f"<p><cite>{escape(say('original', title=paper.title, authors='、'.join(paper.authors), year=paper.year))}</cite></p></header>"
            f'<nav class="tools" aria-label="{escape(say("views"))}">{tabs}</nav>{body}{self.onward(paper)}</article>'
        )

    def summary(self, paper: PaperSummary) -> str:
        points = "".join(f"<li>{escape(point.text)}</li>" for point in paper.points)
        sections = "".join(
            f"<section><h3>{escape(section.heading)}</h3>"
            + "".join(f"<p>{escape(line)}</p>" for line in section.text.split("\n"))
            + "</section>"
            for section in paper.sections
        )
        beside = comparison_html(comparison(paper))
        return f'<section class="points"><h3>{escape(say("points"))}</h3><ul>{points}</ul></section>{sections}{beside}'

    def onward(self, paper: PaperSummary) -> str:
        """What to read, look up or ask next."""
        related = "".join(f"<li>{paper_link(self.papers[other])}</li>" for other in paper.related if other in self.papers)
        terms = {term.id: term for term in self.corpus.glossary}
        words = "".join(term_html(terms[one]) for one in paper.glossary if one in terms)
        metrics = "".join(
            f"<li>{link('figures', say('own_figure', label=metric_label(METRICS[name])), metric=name)}</li>"
            for name in paper.own_metrics
            if name in METRICS
        )
        lists = "".join(
            f"<section><h3>{escape(say(title))}</h3><ul>{items}</ul></section>"
            for title, items in (("own_figures", metrics), ("related", related))
            if items
        )
        question = say("ask_question", short=paper.short_ja)
        ask = f'<button type="button" class="tool main ask" data-question="{escape(question)}">{escape(say("ask"))}</button>'
        web = f'<a class="tool" href="{escape(paper.source_url)}" target="_blank" rel="noopener noreferrer">{escape(say("original_link"))}</a>'
        glossary = f"<section><h3>{escape(say('glossary'))}</h3>{words}</section>" if words else ""
        return f'<p class="tools">{ask}{web}</p>{lists}{glossary}'


def searched_text(paper: PaperSummary) -> str:
    parts = [paper.title, paper.title_ja, paper.short_ja, paper.theme, str(paper.year), *paper.authors, *paper.keywords]
    return " ".join([*parts, *(point.text for point in paper.points), *(claim.text for claim in paper.claims)])


def back() -> str:
    return f'<p class="back">{link(NAME, say("back"))}</p>'


def meta(paper: PaperSummary) -> str:
    text = say("meta", short=paper.short_ja, kind=say(f"kind_{paper.kind}"), minutes=paper.reading_minutes)
    return f'<p class="meta">{escape(text)} <span class="mark {paper.stance}">{escape(say(f"stance_{paper.stance}"))}</span></p>'


def shelf(theme: str, papers: list[PaperSummary]) -> str:
    cards = "".join(
        f"<li><h4>{paper_link(paper)}</h4><p>{escape(paper.points[0].text)}</p>{meta(paper)}</li>" for paper in papers
    )
    heading = f"<h3>{escape(theme)}</h3><small>{escape(say('count', count=len(papers)))}</small>"
    return f'<details class="shelf" open><summary>{heading}</summary><ul class="plain cards">{cards}</ul></details>'


def paper_link(paper: PaperSummary) -> str:
    return link(NAME, paper.title_ja, paper=paper.id)


def dialogue_html(paper: PaperSummary) -> str:
    """The summary as a conversation of 専務 and メンター."""
    turns = ((turn, "dt" if turn.speaker == EXECUTIVE else "dd") for turn in dialogue(paper))
    lines = "".join(f'<{tag}><span class="who">{escape(turn.name)}</span>{escape(turn.text)}</{tag}>' for turn, tag in turns)
    return f'<dl class="talk">{lines}</dl>'


def comparison_html(rows: tuple[Row, ...]) -> str:
    """論文の主張 beside 当サービスの再計算, with agreement or difference; "" when nothing is compared."""
    theirs, ours = labels()
    entries = "".join(
        f"<dl><dt>{escape(theirs)}</dt><dd>{escape(row.claim)}</dd><dt>{escape(ours)}</dt>"
        + "".join(f"<dd>{escape(text)}</dd>" for text in row.shown)
        + f"<dd><strong>{escape(row.verdict)}</strong> {escape(row.note)}</dd></dl>"
        for row in rows
    )
    return f'<section class="compared"><h3>{escape(heading())}</h3>{entries}</section>' if rows else ""


def phrases_html(paper: PaperSummary) -> str:
    """Sentences to say, each with its situation and a button that copies it with its source."""
    lines = []
    for phrase in paper.phrases:
        text = phrase.text + say("phrase_source", short=paper.short_ja, number=phrase.number)
        button = f'<button type="button" class="tool copy" data-copy="{escape(text)}" aria-label="{escape(say("copy_named", text=phrase.text))}">{escape(say("copy"))}</button>'
        lines.append(f'<li><p><span class="mark">{escape(phrase.scene)}</span> {escape(phrase.text)}</p>{button}</li>')
    return f'<ul class="plain phrases">{"".join(lines)}</ul>'


def term_html(term) -> str:
    return (
        f'<details class="entry term"><summary><span>{escape(term.term)}</span></summary><div class="card"><p>{escape(term.definition)}</p>'
        f"<p>{escape(say('analogy', analogy=term.analogy))}</p></div></details>"
    )
