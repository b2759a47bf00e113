"""What a model is asked and what its text becomes: the whole answer for a capable model, the conclusion for a small one."""

import re
from dataclasses import dataclass, replace
from functools import partial

import prompts
from assistant.llm import messages
from assistant.models import Answer, Draft, Evidence, Item, Material, Verdict
from assistant.write.layout import MARK, finish
from index.numerals import find_numerals

CAVEATS = re.compile(r"\*\*留意点\*\*\n(?:- .*\n?)+")
# Read within three seconds by a small model on one core: 40 to 50 tokens a second, 0.8 tokens a character, question and delimiters beside it.
FACTS_CHARACTERS = 90


@dataclass(frozen=True)
class Form:
    """`examples` are (role, text) before the request; `head`, `after` and `tail` stand around the model's text.

    `needed` is the sentence that answers: a text without its marks and numbers misses the point. `told` are lines of the tail that
    the request gave to the model. `evidence` is numbered as all of these are.
    """

    system: str
    examples: tuple[tuple[str, str], ...]
    request: str
    evidence: Evidence
    head: str = ""
    tail: str = ""
    needed: str = ""
    told: tuple[str, ...] = ()
    after: str = ""
    brief: bool = False

    @property
    def sent(self) -> tuple[str, ...]:
        """Ids of the evidence that the request holds."""
        held = marks(self.request)
        return tuple(item.citation.id for item in self.evidence.items if not self.brief or item.n in held)

    def assembled(self, text: str, verdict: Verdict, evidence: Evidence, offline: Answer) -> Answer:
        """The answer around the checked text, its marks numbered and its sources listed. `evidence` may have grown since."""
        parts = [self.head + text + self.after, self.tail if not self.brief else self.rest(text)]
        draft, cited = finish(Draft("\n\n".join(part for part in parts if part)), evidence)
        figures = {figure.id: figure for figure in (*cited.figures, *offline.figures)}
        body = "\n".join(parts)
        checked = verdict.numbers + tuple(number for number in offline.verdict.numbers if self.brief and number.text in body)
        return replace(
            offline, answer=draft.text.replace("<", "＜"), mode="llm", figures=tuple(figures.values()), citations=tuple(item.citation for item in cited.items),
            verdict=replace(verdict, numbers=tuple(dict.fromkeys(checked))),
        )  # fmt: skip

    def rest(self, text: str) -> str:
        """The tail without the points that the text has taken up: those given to the model whose marks and numbers it has."""
        taken = {line for line in self.told if marks(line) <= marks(text) and numbers(line[2:]) <= numbers(text)}
        lines = [line for line in self.tail.split("\n") if line not in taken]
        points = prompts.render("answers/layout", "points")
        return re.sub(rf"^{re.escape(points)}(?:\n+(?!- )|$)", "", "\n".join(lines)).strip()


def full_form(material: Material, canary: str) -> Form:
    """Rules, all evidence and the question; the model writes everything but the caveats."""
    caveats = CAVEATS.search(material.offline.answer)
    evidence = replace(material.evidence, items=messages.without_orders(material.evidence.items), roles={})
    return Form(messages.system(canary), (), messages.user(material.question, evidence), evidence, tail=caveats.group().strip() if caveats else "")


def brief_form(material: Material, canary: str) -> Form | None:
    """Rules and an example that never change (a server keeps them read), then a few checked facts and the question.

    The facts are the cited sentences of the offline conclusion and the points that fit; the model words the conclusion, the rest
    of the offline answer stays. None for an answer whose conclusion rests on no evidence or offers a file: nothing to word there.
    """
    offline = material.offline
    parts = parted(offline.answer)
    if parts is None or not MARK.search(parts[0]) or offline.actions or material.question.intent == "why":  # what is no proven cause is told in our own words alone
        return None
    before, core, after = around(parts[0], offline)
    facts, told = [core], []
    for point in (line for line in parts[1].split("\n") if line.startswith("- ") and marks(line) - marks(core)):
        if sum(map(len, facts)) + len(point) > FACTS_CHARACTERS:
            break
        facts.append(point[2:])
        told.append(point)
    request = prompts.render(messages.FILE, "brief_user", facts="\n".join(map(plain, facts)), question=messages.escaped(material.question.resolved))
    return Form(
        *brief_rules(canary), request, numbered_as(offline, material.evidence), f"{conclusion_heading()}\n{before}", parts[1], core, tuple(told), after, True
    )


def around(conclusion: str, offline: Answer) -> tuple[str, str, str]:
    """(our own sentences before, what is cited, our own sentences after). A mark of a passage bears the whole text before it."""
    figures = {citation.n for citation in offline.citations if citation.kind == "figure"}
    if not figures & {int(number) for number in MARK.findall(conclusion)}:
        return "", conclusion, ""
    sentences = sentences_of(conclusion)
    cited = [at for at, part in enumerate(sentences) if MARK.search(part)]
    return "".join(sentences[: cited[0]]), "".join(sentences[cited[0] : cited[-1] + 1]), "".join(sentences[cited[-1] + 1 :])


def brief_rules(canary: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """(system text, example talk) of every brief request."""
    say = partial(prompts.render, messages.FILE)
    return say("brief_system", canary=canary), tuple((role, say(f"brief_example_{n}_{role}")) for n in (1, 2) for role in ("user", "assistant"))


def conclusion_heading() -> str:
    return prompts.render("answers/layout", "conclusion")


def parted(answer: str) -> tuple[str, str] | None:
    """(the text of the conclusion, everything after it up to the sources)."""
    if not answer.startswith(conclusion_heading()):
        return None
    body = answer.split(prompts.render("answers/layout", "sources"))[0].strip()
    first, _, rest = body.removeprefix(conclusion_heading()).strip().partition("\n\n")
    return first, rest


def marks(text: str) -> set[int]:
    return {int(number) for number in MARK.findall(text)}


def numbers(text: str) -> set[tuple[float, str | None]]:
    """Values with their units, marks and bold signs left out."""
    return {(numeral.value, numeral.unit) for numeral in find_numerals(MARK.sub("", text).replace("**", ""))}


def sentences_of(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=。)", text.replace("\n", "")) if part]


def plain(fact: str) -> str:
    """A fact as data: what was not ours is escaped, the marks and nothing else keep their form."""
    pieces = re.split(r"(【\d+】)", fact.replace("**", ""))
    return "".join(piece if MARK.fullmatch(piece) else messages.escaped(piece) for piece in pieces)


def numbered_as(offline: Answer, evidence: Evidence) -> Evidence:
    """The evidence numbered as the offline answer numbers it; what that does not cite comes after."""
    known = {item.citation.id: item for item in reversed(evidence.items)}
    cited = [renumbered(known[citation.id], citation.n) for citation in offline.citations]
    ids = {citation.id for citation in offline.citations}
    rest = [item for item in evidence.items if item.citation.id not in ids]
    items = (*cited, *(renumbered(item, n) for n, item in enumerate(rest, len(cited) + 1)))
    return replace(evidence, items=messages.without_orders(items), roles={})


def renumbered(item: Item, number: int) -> Item:
    return replace(item, n=number, citation=replace(item.citation, n=number))
