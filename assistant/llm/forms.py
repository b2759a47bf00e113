"""What a model is asked and what its text becomes: the whole answer for a capable model, the conclusion for a small one."""

import re
from dataclasses import dataclass, replace
from functools import partial

import prompts
from assistant.llm import messages
from assistant.models import Answer, Draft, Evidence, Item, Material, Verdict
from assistant.write.layout import MARK, finish

CAVEATS = re.compile(r"\*\*留意点\*\*\n(?:- .*\n?)+")
# A small model reads about 40 tokens a second on one core, and a character of Japanese is about 0.8 tokens: this much is read in three seconds.
FACTS_CHARACTERS = 110


@dataclass(frozen=True)
class Form:
    """`examples` are (role, text) before the request; `head` and `tail` stand around the model's text; a text that does not
    cite `needed` misses the point. `told` are lines of the tail that the request gave to the model. `evidence` is numbered as all of these are."""

    system: str
    examples: tuple[tuple[str, str], ...]
    request: str
    evidence: Evidence
    head: str = ""
    tail: str = ""
    needed: frozenset[int] = frozenset()
    told: tuple[str, ...] = ()
    brief: bool = False

    @property
    def sent(self) -> tuple[str, ...]:
        """Ids of the evidence that the request holds."""
        marks = {int(number) for number in MARK.findall(self.request)}
        return tuple(item.citation.id for item in self.evidence.items if not self.brief or item.n in marks)

    def missing(self, text: str) -> bool:
        """Whether the text leaves out what answers the question: the marks needed, or any mark."""
        cited = {int(number) for number in MARK.findall(text)}
        return not (self.needed <= cited if self.needed else cited & {item.n for item in self.evidence.items})

    def assembled(self, text: str, verdict: Verdict, evidence: Evidence, offline: Answer) -> Answer:
        """The answer around the checked text, its marks numbered and its sources listed. `evidence` may have grown since."""
        parts = [self.head + text, self.tail if not self.brief else self.rest(text)]
        draft, cited = finish(Draft("\n\n".join(part for part in parts if part)), evidence)
        figures = {figure.id: figure for figure in (*cited.figures, *offline.figures)}
        numbers = verdict.numbers + (offline.verdict.numbers if self.brief else ())
        return replace(
            offline, answer=draft.text.replace("<", "＜"), mode="llm", figures=tuple(figures.values()), citations=tuple(item.citation for item in cited.items),
            verdict=replace(verdict, numbers=tuple(dict.fromkeys(numbers))),
        )  # fmt: skip

    def rest(self, text: str) -> str:
        """The tail without the points that the text has taken up: those given to the model whose marks it all cites."""
        marks = set(MARK.findall(text))
        lines = [line for line in self.tail.split("\n") if not (line in self.told and set(MARK.findall(line)) <= marks)]
        points = prompts.render("answers/layout", "points")
        return re.sub(rf"^{re.escape(points)}\n+(?!- )", "", "\n".join(lines), flags=re.M).strip()


def full_form(material: Material, canary: str) -> Form:
    """Rules, all evidence and the question; the model writes everything but the caveats."""
    caveats = CAVEATS.search(material.offline.answer)
    evidence = replace(material.evidence, roles={})
    return Form(messages.system(canary), (), messages.user(material.question, evidence), evidence, tail=caveats.group().strip() if caveats else "")


def brief_form(material: Material, canary: str) -> Form | None:
    """Rules and an example that never change (a server keeps them read), then a few checked facts and the question.

    The facts are the cited sentences of the offline conclusion and the points that fit; the model words the conclusion, the rest
    of the offline answer stays. None for an answer without a conclusion.
    """
    parts = parted(material.offline.answer)
    if parts is None:
        return None
    conclusion, tail = parts
    own = [part for part in sentences_of(conclusion) if not MARK.search(part)]
    facts = ["".join(part for part in sentences_of(conclusion) if MARK.search(part))]
    points = [line for line in tail.split("\n") if line.startswith("- ") and MARK.search(line)]
    told: list[str] = []
    for point in points:
        if any(facts) and sum(map(len, (*facts, *told))) + len(point) > FACTS_CHARACTERS:
            break
        told.append(point)
    facts = [fact for fact in (*facts, *(point[2:] for point in told)) if fact]
    return Form(
        *brief_rules(canary), prompts.render(messages.FILE, "brief_user", facts="\n".join(map(plain, facts)), question=messages.escaped(material.question.resolved)),
        numbered_as(material.offline, material.evidence), f"{conclusion_heading()}\n{''.join(own)}", tail,
        frozenset(int(number) for number in MARK.findall(facts[0])) if facts else frozenset(), tuple(told), True,
    )  # fmt: skip


def brief_rules(canary: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """(system text, example talk) of every brief request."""
    say = partial(prompts.render, messages.FILE)
    return say("brief_system", canary=canary), (("user", say("brief_example_user")), ("assistant", say("brief_example_assistant")))


def conclusion_heading() -> str:
    return prompts.render("answers/layout", "conclusion")


def parted(answer: str) -> tuple[str, str] | None:
    """(the text of the conclusion, everything after it up to the sources)."""
    if not answer.startswith(conclusion_heading()):
        return None
    body = answer.split(prompts.render("answers/layout", "sources"))[0].strip()
    first, _, rest = body.removeprefix(conclusion_heading()).strip().partition("\n\n")
    return first, rest


def sentences_of(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=。)", text.replace("\n", "")) if part]


def plain(fact: str) -> str:
    """A fact as data: what was not ours is escaped, the marks and nothing else keep their form."""
    pieces = re.split(r"(【\d+】)", fact.replace("**", ""))
    return "".join(piece if MARK.fullmatch(piece) else messages.escaped(piece) for piece in pieces)


def numbered_as(offline: Answer, evidence: Evidence) -> Evidence:
    """The evidence numbered as the offline answer numbers it; what that does not cite comes after."""
    order = {citation.id: citation.n for citation in offline.citations}
    rest = (item for item in evidence.items if item.citation.id not in order)
    numbers = order | {item.citation.id: n for n, item in enumerate(rest, len(order) + 1)}
    items = sorted((renumbered(item, numbers[item.citation.id]) for item in evidence.items), key=lambda item: item.n)
    return replace(evidence, items=tuple(items), roles={})


def renumbered(item: Item, number: int) -> Item:
    return replace(item, n=number, citation=replace(item.citation, n=number))
