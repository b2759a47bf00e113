"""What is said to the model: rules, evidence as delimited data, the question, and what was wrong with its answer."""

import re
import secrets
from dataclasses import replace

import prompts
from assistant.models import Evidence, Item, Question
from assistant.write.wordings import FLAT, direction, interval

CHARACTERS = 500
FILE = "llm"
EVIDENCE_CHARACTERS = 6000
ITEM_CHARACTERS = 900
WORD = 20
# A sentence of a document that orders its reader what to write or do is no evidence.
ORDER = re.compile(
    r"(?:書く|答える|述べる|伝える|出力する|表示する|回答する)(?:こと|ように|べき)|(?:答え|書け|書い|出力し|出力せ|表示し|表示せ|回答し|回答せ|送信し|呼び出し|伝え)(?:てください|て下さい|ろ|よ|なさい|て。)"
    r"|と(?:答え|回答し|書い)て|答えるとき|(?:指示|命令|ルール|決まり|制約)(?:を|は)(?:すべて|全て)?(?:無視|忘れ|上書き)|システムプロンプト|ignore (?:all |the |your |previous )+|system prompt|\bsystem:",
    re.IGNORECASE,
)
# English reasons of the check → what a model can act on.
REASONS = {
    "no citation": "根拠の番号【n】がありません", "not held by the cited evidence": "この数字は、付けた番号の資料にありません",
    "belongs to another period": "この数字は、別の年・会議・指標のものです", "direction differs": "増減の向きが資料と違います", "cites evidence": "その番号の資料はありません",
}  # fmt: skip


def escaped(text: str) -> str:
    """Text of others as data: it can neither close its delimiters nor look like a citation mark of ours."""
    text = text.replace("<", "＜").replace(">", "＞").replace("【", "［").replace("】", "］")
    return re.sub(r"[\u0000-\u0008\u000b-\u001f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", "", text)


def without_orders(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Evidence whose passages have lost the sentences that are orders: the model does not read them, the check does not lean on them."""
    return tuple(item if item.figure is not None else replace(item, text="".join(part for part in re.split(r"(?<=[。\n])", item.text) if not ORDER.search(part))) for item in items)


def canary() -> str:
    """A word that only the rules contain: an answer that shows it shows the rules."""
    return f"RB-{secrets.token_hex(4)}"


def system(mark: str) -> str:
    return prompts.render(FILE, "system", canary=mark, characters=CHARACTERS)


def user(question: Question, evidence: Evidence) -> str:
    style = question.style if question.style in ("short", "long") else "normal"
    return prompts.render(FILE, "user", evidence=evidence_block(evidence.items), question=escaped(question.resolved), style=prompts.render(FILE, f"style_{style}"))


def evidence_block(items: tuple[Item, ...]) -> str:
    """Items in order, each within its delimiters, as many as fit."""
    parts, used = [], 0
    for item in items:
        part = prompts.render(FILE, "item", n=item.n, title=escaped(item.citation.title), text=item_text(item))
        if parts and used + len(part) > EVIDENCE_CHARACTERS:
            break
        parts.append(part)
        used += len(part)
    return "\n".join(parts)


def item_text(item: Item) -> str:
    figure = item.figure
    if figure is None:
        return escaped(item.text[:ITEM_CHARACTERS])
    bounds = ""
    if figure.low is not None and figure.high is not None and figure.metric.endswith(("_change", "_did", "_gap")):
        bounds = prompts.render(FILE, "interval_unclear" if direction(figure) == FLAT else "interval", **interval(figure))
    return prompts.render(FILE, "figure", value=figure.display, period=figure.period, n=f"{figure.n:,}", interval=bounds, definition=figure.definition_ja)


def correction(findings: list[dict]) -> str:
    """The findings of the check, worded so that the model can mend them."""
    lines = [
        prompts.render(FILE, "finding", words=escaped(finding["text"])[:60], reason=next((ja for start, ja in REASONS.items() if finding["reason"].startswith(start)), "資料からは言えません"))
        for finding in findings[:6]
    ]
    return prompts.render(FILE, "retry", findings="\n".join(lines) or prompts.render(FILE, "retry_form"))


def brief_correction(findings: list[dict], needed: str) -> str:
    """The same for a small model: the words it must not use, and the sentence it must tell."""
    words = dict.fromkeys(finding["text"] for finding in findings if len(finding["text"]) <= WORD and finding["reason"] != "no citation")
    wrong = prompts.render(FILE, "brief_wrong", words="".join(f"「{escaped(word)}」" for word in words)) if words else ""
    return prompts.render(FILE, "brief_retry", wrong=wrong, needed=needed)
