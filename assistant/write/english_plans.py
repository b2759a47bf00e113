"""The result of a calculation, or words to say, in English: the amounts and shares that the evidence holds by name, one line each."""

import re
from dataclasses import replace

import prompts
from assistant.models import Draft, Evidence, Question
from assistant.understand.text.whole_talk import lines_wanted
from assistant.understand.words.english_again import BILINGUAL
from assistant.write.english import shares
from assistant.write.layout import mark
from index.numerals import find_numerals

# Label in the evidence → template of answers/english, in the order in which they are told.
TOLD = (
    ("期待値（ゲートあり）", "plan_expected"), ("NPVがプラスになる確率（モンテカルロ）", "plan_chance"), ("正味現在価値（NPV）", "plan_npv"), ("内部収益率（IRR）", "plan_irr"), ("回収期間", "plan_payback"),
    ("損益分岐の年間効果", "plan_break_even"), ("最初の判断までの税引後支出", "plan_first"), ("NPVのP10（下から1割、モンテカルロ）", "plan_low"),
)  # fmt: skip
LINE = re.compile(r"(?:^|(?<=。))(?P<label>(?:[^：。（]|（[^）]*）)+)：(?P<value>[^。]+)。")
UNITS = {"円": "money", "%": "share", "年": "years"}


def say(name: str, /, **values: object) -> str:
    return prompts.render("answers/english", name, **values)


def plan_in_english(evidence: Evidence, number: int | None = None) -> str | None:
    """The lines in English, `number` of them where one is told: of each plan the first amount, then the next; None where the evidence holds none of these amounts."""
    known, lines, plans = prompts.templates("answers/english"), [], []
    for item in evidence.items:
        if item.figure is not None or item.citation.kind != "roi":
            continue
        held = {match["label"]: match["value"] for match in LINE.finditer(item.text)}
        told = [line for label, name in TOLD if label in held and (line := line_of(name, held[label], mark(item.n))) is not None]
        head = f"plan_{item.citation.id.partition('#')[2]}"
        named = [say(head)] if told and head in known else []
        lines += [*named, *told]
        plans += [(named, told)] if told else []
    if number is not None and plans:
        each = max(number // len(plans), 1)
        return "\n".join(f"- {line}" for named, told in plans[:number] for line in ["\n  ".join((*named, told[0])), *told[1:each]])
    return "\n".join(f"- {line}" for line in (say("plan_head"), *lines, say("plan_note"))) if lines else None


def plan_english(text: str, evidence: Evidence, asked: str = "") -> str:
    """The answer of a calculation in English, in the lines that `asked` wants, with a word on what is not; the Japanese `text`, led by that no English is held, where its amounts have no English."""
    told = plan_in_english(evidence, lines_wanted(asked))
    return f"{told}\n\n{say('plan_rest')}" if told is not None else f"{prompts.render('answers/data', 'no_english')}\n\n{text}"


def as_said(draft: Draft, question: Question, evidence: Evidence) -> Draft:
    """Words to say; where English is wanted, what they carry of figures or of a plan in English, or the Japanese words led by that no English is held."""
    if question.style not in ("english", BILINGUAL):
        return draft
    number = lines_wanted(question.text)
    values = shares(evidence)
    kept = values if number is None else values[1::2][:number] if len(values) > number else values  # of two years the later one
    told = plan_in_english(evidence, number) or "\n".join(f"- {line}" for line in kept)
    if question.style == BILINGUAL:
        return replace(draft, text=f"{draft.text}\n\n{told}\n\n{say('said_rest')}" if told else f"{draft.text}\n\n{prompts.render('answers/data', 'no_english_beside')}")
    return replace(draft, text=f"{told}\n\n{say('said_rest')}" if told else f"{prompts.render('answers/data', 'no_english')}\n\n{draft.text}")


def line_of(name: str, value: str, cite: str) -> str | None:
    """One amount; None where it is none (a period within which nothing is recovered)."""
    numerals = find_numerals(value)
    if not numerals or numerals[0].unit not in UNITS:
        return None
    amount, loss = abs(numerals[0].value), "マイナス" in value or numerals[0].value < 0
    shown = f"{amount:,.0f}" if numerals[0].unit == "円" else f"{amount:g}"
    return say(f"{name}_loss" if loss else name, value=shown, cite=cite)
