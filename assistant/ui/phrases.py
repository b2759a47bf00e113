"""The page 会議フレーズ: sentences for a situation, favourites kept in the browser, and a drill with expected questions."""

from collections.abc import Callable, Iterable
from html import escape

from assistant.errors import InputError
from assistant.models import NOT_IN_DATA, Answer
from assistant.ui.forms import field, page_head, select, text_input
from assistant.ui.markup import answer_html, split_sources
from assistant.ui.pages import Page, Parameters
from assistant.ui.papers import PapersPage
from assistant.ui.turns import titles, verdict_html
from assistant.ui.wording import words_of
from index.papers import PaperSummary, Phrase

say = words_of("phrases")
NAME = "phrases"
COMMON_SCENES = 6
SHOWN = 8


class PhrasesPage:
    """`phrases` answers a situation in words; the papers' own phrases stand beside it by scene."""

    def __init__(self, phrases: Callable[[str], Answer], papers: PapersPage):
        self.phrases, self.library = phrases, papers

    def page(self) -> Page:
        return Page(NAME, self.whole, self.part)

    def whole(self, parameters: Parameters) -> str:
        scenes = self.scenes()
        chosen = parameters.get("scene", scenes[0])
        form = (
            '<form class="live" data-part="phrases"><div class="fields">'
            + field(say("scene_choice"), select("scene", [(scene, scene) for scene in scenes], chosen, scenes[0]))
            + f'<div class="wide">{field(say("scene_free"), text_input("q", parameters.get("q", ""), say("scene_placeholder")))}</div></div></form>'
        )
        return (
            page_head(say("title"), say("lead")) + form + f'<div class="part" data-name="phrases">{self.found(parameters)}</div>'
            f'<section class="kept"><h3>{escape(say("favourites"))}</h3><p>{escape(say("favourites_note"))}</p>'
            f'<ul class="plain phrases favourites" data-none="{escape(say("favourites_none"))}"></ul></section>{self.drill(parameters)}'
        )

    def part(self, parameters: Parameters) -> str:
        """What a change of the form renders anew."""
        if parameters.get("part") == "drill":
            return self.questions(parameters.get("paper", ""))
        return self.found(parameters)

    def scenes(self) -> list[str]:
        """The scenes that several papers have phrases for, the most common first."""
        counts: dict[str, int] = {}
        for paper in self.library.corpus.papers:
            for phrase in paper.phrases:
                counts[phrase.scene] = counts.get(phrase.scene, 0) + 1
        return sorted(counts, key=lambda scene: -counts[scene])[:COMMON_SCENES]

    def found(self, parameters: Parameters) -> str:
        """The answer to a free situation when one is written, then the papers' phrases for the chosen scene."""
        written = parameters.get("q", "").strip()
        scene = parameters.get("scene", self.scenes()[0])
        return (self.answered(written) if written else "") + self.by_scene(scene)

    def answered(self, scene: str) -> str:
        try:
            answer = self.phrases(scene)
        except InputError as error:
            return f'<p class="problem" role="alert">{escape(error.message_ja)}</p>'
        body, sources = split_sources(answer.answer)
        if answer.outcome == NOT_IN_DATA:
            return f'<p class="empty" role="status">{escape(say("none"))}</p>'
        return (
            f'<section><h3>{escape(say("found_title", scene=scene))}</h3><div class="answer">{answer_html(body, titles(answer))}</div>'
            f'{verdict_html(answer)}<div class="answer">{answer_html(sources, titles(answer))}</div></section>'
        )

    def by_scene(self, scene: str) -> str:
        """Phrases of the papers for a scene, one a paper."""
        pairs = [(paper, phrase) for paper in self.library.corpus.papers for phrase in paper.phrases if phrase.scene == scene]
        first = {paper.id: (paper, phrase) for paper, phrase in reversed(pairs)}
        lines = [line(paper, phrase) for paper, phrase in list(first.values())[::-1]]
        if not lines:
            return ""
        rest = "".join(lines[SHOWN:])
        more = f'<details class="more"><summary>{escape(say("more", count=len(lines) - SHOWN))}</summary><ul class="plain phrases">{rest}</ul></details>'
        shown = f'<ul class="plain phrases">{"".join(lines[:SHOWN])}</ul>'
        return f'<section><h3>{escape(say("library_title", scene=scene))}</h3>{shown}{more if rest else ""}</section>'

    def drill(self, parameters: Parameters) -> str:
        papers = self.library.corpus.papers
        chosen = parameters.get("paper", papers[0].id)
        options = [(paper.id, paper.title_ja) for paper in papers]
        chooser = field(say("drill_paper"), select("paper", options, chosen, papers[0].id))
        return (
            f'<section><h3>{escape(say("drill_title"))}</h3><p>{escape(say("drill_lead"))}</p><form class="live" data-part="drill">{chooser}</form>'
            f'<div class="part" data-name="drill">{self.questions(chosen)}</div></section>'
        )

    def questions(self, paper_id: str) -> str:
        """The 想定問答 of a paper, answers folded."""
        paper = self.library.papers.get(paper_id) or self.library.corpus.papers[0]
        return "".join(
            f'<details class="entry drill"><summary><span>{escape(one.question)}</span></summary><div class="card"><p>{escape(one.answer)}</p></div></details>'
            for one in paper.questions[:SHOWN]
        )


def line(paper: PaperSummary, phrase: Phrase) -> str:
    """A phrase with its source, to copy and to keep."""
    source = say("source", short=paper.short_ja, number=phrase.number)
    return phrase_line(phrase.text, source)


def phrase_line(text: str, source: str) -> str:
    """One line of a list of phrases; what is copied names the source."""
    spoken = f"{text}（{source}）"
    buttons: Iterable[str] = (
        f'<button type="button" class="tool copy" data-copy="{escape(spoken)}" aria-label="{escape(say("copy_named", text=text))}">{escape(say("copy"))}</button>',
        f'<button type="button" class="tool favourite" data-text="{escape(text)}" data-source="{escape(source)}" data-keep="{escape(say("keep"))}"'
        f' data-kept="{escape(say("kept"))}" aria-pressed="false" aria-label="{escape(say("keep_named", text=text))}">{escape(say("keep"))}</button>',
    )
    return f'<li><p>{escape(text)}<br><small>{escape(source)}</small></p><span class="tools">{"".join(buttons)}</span></li>'
