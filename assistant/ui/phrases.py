"""The page 会議フレーズ: sentences for a situation, each person's favourites, and a drill with expected questions."""

import re
from collections.abc import Callable, Mapping
from html import escape

from assistant.errors import InputError
from assistant.models import ANSWERED, Answer
from assistant.phrases import Request, choices
from assistant.ui.evidence import cards_html
from assistant.ui.forms import field, page_head, select, text_input
from assistant.ui.markup import CITATION, answer_html, split_sources
from assistant.ui.pages import Page, Parameters
from assistant.ui.papers import PapersPage
from assistant.ui.turns import titles, verdict_html
from assistant.ui.wording import words_of

say = words_of("phrases")
NAME = "phrases"
FIELDS = ("situation", "stance", "audience", "politeness", "length")
SHOWN = 8
SPOKEN = re.compile(r"^> (.+)$", re.MULTILINE)  # how an answer sets what is to be said


def request_of(parameters: Mapping[str, str]) -> Request:
    """What the form chose; a key that does not exist counts as not chosen."""
    known = choices()
    return Request(**{name: parameters[name] for name in FIELDS if parameters.get(name) in known[name]})


class PhrasesPage:
    """`phrases` words a situation with a choice."""

    def __init__(self, phrases: Callable[[str, Request], Answer], papers: PapersPage):
        self.phrases, self.library = phrases, papers

    def page(self) -> Page:
        return Page(NAME, self.whole, self.part)

    def whole(self, parameters: Parameters) -> str:
        chosen, base = request_of(parameters), Request()
        selects = "".join(self.choice(name, getattr(chosen, name) or "", getattr(base, name) or "") for name in FIELDS)
        topic = field(say("topic"), text_input("q", parameters.get("q", ""), say("topic_placeholder")))
        form = f'<form class="live" data-part="phrases"><div class="fields">{selects}<div class="wide">{topic}</div></div></form>'
        return (
            page_head(say("title"), say("lead")) + form + f'<div class="part" data-name="phrases">{self.found(parameters)}</div>'
            f'<section class="kept"><h3>{escape(say("favourites"))}</h3><p>{escape(say("favourites_note"))}</p>'
            f'<output class="told"></output><ul class="plain phrases favourites" data-none="{escape(say("favourites_none"))}"></ul></section>{self.drill(parameters)}'
        )

    @staticmethod
    def choice(name: str, chosen: str, default: str) -> str:
        options = list(choices()[name].items())
        if not default:
            options.insert(0, ("", say(f"any_{name}")))
        return field(say(name), select(name, options, chosen, default))

    def part(self, parameters: Parameters) -> str:
        """What a change of the form renders anew."""
        if parameters.get("part") == "drill":
            return self.questions(parameters.get("paper", ""))
        return self.found(parameters)

    def found(self, parameters: Parameters) -> str:
        """The phrases to say, each to copy and to keep, then the rest of the answer with its check and evidence."""
        request = request_of(parameters)
        situation = choices()["situation"][request.situation]
        try:
            answer = self.phrases(f"{situation} {parameters.get('q', '')}".strip(), request)
        except InputError as error:
            return f'<p class="problem" role="alert">{escape(error.message_ja)}</p>'
        if answer.outcome != ANSWERED:
            return f'<div class="answer" role="status">{answer_html(answer.answer, titles(answer))}</div>'
        body, sources = split_sources(answer.answer)
        spoken = "".join(phrase_line(CITATION.sub("", text), source_names(text, answer)) for text in SPOKEN.findall(body))
        return (
            f'<article class="turn phrase-answer"><h3>{escape(say("found_title", scene=situation))}</h3><ul class="plain phrases">{spoken}</ul>'
            f'{verdict_html(answer)}<details class="more"><summary>{escape(say("whole_answer"))}</summary>'
            f'<div class="answer">{answer_html(body + sources, titles(answer))}</div></details><div class="cards" hidden>{cards_html(answer)}</div></article>'
        )

    def drill(self, parameters: Parameters) -> str:
        shelves = {theme: [(paper.id, paper.title_ja) for paper in self.library.corpus.papers if paper.theme == theme] for theme in self.library.themes}
        first = next(iter(shelves.values()))[0][0]
        chosen = parameters.get("paper", first)
        chooser = field(say("drill_paper"), select("paper", [], chosen, first, shelves))
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


def source_names(text: str, answer: Answer) -> str:
    """The titles of the evidence that a phrase cites."""
    named = titles(answer)
    return "、".join(dict.fromkeys(named[int(number)] for number in CITATION.findall(text) if int(number) in named))


def phrase_line(text: str, source: str) -> str:
    """One line of a list of phrases; what is copied names the source."""
    spoken = say("spoken", text=text, source=source) if source else text
    buttons = (
        f'<button type="button" class="tool copy" data-copy="{escape(spoken)}" aria-label="{escape(say("copy_named", text=text))}">{escape(say("copy"))}</button>',
        f'<button type="button" class="tool favourite" data-text="{escape(text)}" data-source="{escape(source)}" data-keep="{escape(say("keep"))}"'
        f' data-kept="{escape(say("kept"))}" aria-pressed="false" aria-label="{escape(say("keep_named", text=text))}">{escape(say("keep"))}</button>',
    )
    return f'<li><p>{escape(text)}<br><small>{escape(source)}</small></p><span class="tools">{"".join(buttons)}</span></li>'
