"""One phrase from its parts: an opening, sentences that carry figures, and what to ask for."""

import re
from collections.abc import Sequence

import prompts
from assistant.phrases.figures import Carried
from assistant.phrases.request import LENGTHS, Request
from assistant.understand.text.lengths import Length
from assistant.write.wordings import FLAT, UP, direction, label, place

SENTENCE = re.compile(r"(?:「[^」]*」|[^。「]|「(?![^」]*」))+。")  # one inside brackets ends nothing
LATER = 2.5  # how much less the next sentence of a part matters than the one before
ROOM = 90  # characters from which the course of a share fits beside what is asked for
FIRM_SHARES = ("firm_share", "big_tech_share", "firm_university_share")


def say(name: str, /, **values: object) -> str:
    return prompts.render("phrases/sentences", name, **values)


def compose(request: Request, figures: Carried, cite) -> dict[str, str]:
    """Text by length: all three, or the one asked for. `cite` gives the marks of a figure."""
    entry, way = prompts.table("phrases/situations")[request.situation], request.politeness
    asked, opening = entry["ask"][request.stance][way], entry["open"][way]
    past = history(figures, way, cite) + bridge(figures, way)
    beside = [qualified(figures, way, cite)] if figures.beside else []
    texts = {
        "line": level(figures, way, cite) + asked,
        "half": opening + past + asked,
        "full": "".join([opening, past, *beside, say(f"source_{way}"), asked]),
    }
    return {length: texts[length] for length in LENGTHS if request.length in (None, length)}


def fitted(exact: Length, parts: Sequence[tuple[int, str]]) -> tuple[str, bool]:
    """The most important sentences of `parts` (rank, text; in the order of speaking) that make a text of exactly or at most that length,
    and whether it is kept; one sentence at least."""
    sentences = [(rank + LATER * place, order, piece) for order, (rank, text) in enumerate(parts) for place, piece in enumerate(SENTENCE.findall(text))]
    kept: list[tuple[float, int, str]] = []
    for entry in sorted(sentences):
        if len(kept) < (exact.sentences or len(sentences)) and (exact.characters is None or not kept or sum(len(piece) for *_, piece in (*kept, entry)) <= exact.characters):
            kept.append(entry)
    text = "".join(piece for *_, piece in sorted(kept, key=lambda entry: (entry[1], entry[0])))
    return text, len(kept) == exact.sentences or exact.characters is not None and len(text) <= exact.characters


def parts_of(request: Request, figures: Carried, cite) -> list[tuple[int, str]]:
    """What a phrase can hold, with how much each part matters (0 first), in the order of speaking; the value alone for one sentence."""
    entry, way = prompts.table("phrases/situations")[request.situation], request.politeness
    if request.exact.sentences == 1:
        return [(0, level(figures, way, cite))]
    beside = qualified(figures, way, cite) if figures.beside else ""
    course = history(figures, way, cite) if request.exact.characters is None or request.exact.characters >= ROOM else level(figures, way, cite)
    return [(5, entry["open"][way]), (0, course), (2, bridge(figures, way)), (3, beside), (4, say(f"source_{way}")), (1, entry["ask"][request.stance][way])]


def messages(request: Request, figures: Carried, cite) -> dict[str, str]:
    """Different things to say: what the number is, how far it may be stretched, the same by its definition, and what to do about it; empty where there is nothing to say."""
    entry, way = prompts.table("phrases/situations")[request.situation], request.politeness
    of_firms = figures.beside and figures.last.metric.startswith(("firm_", "big_tech_"))
    defined = rephrased(figures, cite)
    texts = {"fact": history(figures, way, cite) + bridge(figures, way), "reserve": qualified(figures, way, cite) if of_firms else defined}
    return {**texts, "meaning": defined if of_firms else "", "action": entry["reply"][way] + entry["ask"][request.stance][way]}


def level(figures: Carried, way: str, cite) -> str:
    last = figures.last
    return say(f"level_{way}", period=last.period, place=place(last), label=label(last), value=last.display, cite=cite(last))


def history(figures: Carried, way: str, cite) -> str:
    """From the first year to the last; the value alone where there is one year, and no direction where the interval holds 0."""
    if figures.change is None:
        return level(figures, way, cite)
    first, last, where = figures.first, figures.last, direction(figures.change)
    common = {"place": place(last), "label": label(last), "last_period": last.period, "last": last.display, "cite_last": cite(last)}
    if where == FLAT:
        return say(f"flat_{way}", cite_change=cite(figures.change), **common)
    return say(f"{where}_{way}", first_period=first.period, first=first.display, cite_first=cite(first), **common)


def bridge(figures: Carried, way: str) -> str:
    """What a rise in a share of firms means; nothing for other measures and directions."""
    change = figures.change
    rises = change is not None and direction(change) == UP and change.metric.removesuffix("_change") in FIRM_SHARES
    return say(f"bridge_{way}") if rises else ""


def qualified(figures: Carried, way: str, cite) -> str:
    beside = figures.beside
    return say(f"alone_{way}", period=beside.period, place=place(beside), label=label(beside), value=beside.display, cite=cite(beside))


def rephrased(figures: Carried, cite) -> str:
    """The same value worded by its definition instead of its name."""
    last = figures.last
    return say("defined", period=last.period, place=place(last), definition=last.definition_ja.split("。")[0], value=last.display, cite=cite(last))


def fixed_sentences() -> frozenset[str]:
    """Every line of a phrase that holds no figure, as the check of answers sees it."""
    lines = set()
    for entry in prompts.table("phrases/situations").values():
        lines |= {say("scene", text=entry["scene"]), say("counter", text=entry["counter"])}
        lines |= {text for texts in (entry["open"], *entry["ask"].values()) for text in texts.values()}
        lines |= {line for text in entry["reply"].values() for line in (text, say("reply", text=text))}
    for kinds in prompts.table("phrases/plans").values():
        lines |= {text for texts in kinds.values() for text in texts.values()}
    drafts = prompts.table("phrases/drafts")
    for entry in (entry for name, entry in drafts.items() if name not in ("voices", "replying")):
        lines |= {text for texts in entry.values() if isinstance(texts, dict) for text in texts.values()}
        lines |= {entry["name"]} if "name" in entry else set()
    lines |= {voice["opens"] + text for voice in drafts["voices"].values() for text in drafts["press"]["open"].values()}
    for entry in prompts.table("phrases/objections").values():
        lines |= {entry["name"], *entry["asked"].values()} | {entry[name].format(we=voice["we"]) for name in ("open", "close", "limit") if name in entry for voice in drafts["replying"].values()}
    lines |= {say("plain_head", text=entry["plain"]) for entry in prompts.table("phrases/plain_terms").values()}
    options = prompts.table("phrases/options")
    headings = {entry["heading"] for entry in options["lengths"].values()} | {entry["heading"] for name in ("messages", "plan_messages", "questions") for entry in options[name].values()}
    asked = {template.text for name, template in prompts.templates("phrases/sentences").items() if name.startswith(("ask_", "expected_", "sum_", "draft_", "care_", "show_", "reply_", "objections_", "fact_", "present_", "headlines_")) and not template.needs}
    return frozenset(lines | headings | asked | {"言い換え", say("papers").strip("*"), say("exact"), say("too_short"), "件名", *(say("draft_head", name=entry["name"]) for entry in drafts.values() if "name" in entry)})
