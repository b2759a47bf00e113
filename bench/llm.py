"""A real language model on real questions: what is shown, what is given up and why, how long it takes, and whether any number is made up.

The judgement here is its own: it shares no code with the check that the product makes before it shows an answer.
"""

import json
import logging
import os
import random
import re
import tempfile
import threading
import time
import unicodedata
from collections import Counter, defaultdict
from dataclasses import asdict
from pathlib import Path

from assistant import Answer, Assistant, InputError
from assistant.evaluation.questions import Expected, read_questions
from assistant.llm import answer_events, without_model
from assistant.llm.outgoing import Call, Ledger
from assistant.models import Evidence
from bench.table import percentile, show

QUESTIONS = Path(__file__).resolve().parent.parent / "tests" / "questions"
FURTHER = Path(__file__).parent / "questions.txt"
SEED = 20120930
UNITS = r"%|ポイント|倍|年間|年度|年|本|社|円|人|位|校|機関|か国|割|FLOP|ドル"
DIGITS = re.compile(rf"(\d[\d,]*(?:\.\d+)?)\s*({UNITS})?")
KANJI = re.compile(r"[一二三四五六七八九十百千万億兆〇数]+(?:割|分の|倍|社|本|年|位|人|ポイント|%|校|機関|か国|円)|半数|半分|過半数|大半|大多数")


class LastCall(Ledger):
    """The ledger, which also hands out its last line."""

    def __init__(self, home: Path):
        super().__init__(home)
        self.last: Call | None = None

    def note(self, call: Call) -> None:
        self.last = call
        super().note(call)


class Drafts(logging.Handler):
    """Every reply of the model as it came, from the log."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.msg == "said: %s":
            self.texts.append(record.args[0])


class Processor:
    """Processor seconds of another process over time: on a busy machine the only fair clock."""

    def __init__(self, pid: int):
        self.file, self.tick = Path(f"/proc/{pid}/stat"), os.sysconf("SC_CLK_TCK")
        self.samples: list[tuple[float, float]] = []
        self.running = True
        threading.Thread(target=self.watch, daemon=True).start()

    def used(self) -> float:
        fields = self.file.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / self.tick

    def watch(self) -> None:
        while self.running:
            self.samples = [*self.samples[-4000:], (time.monotonic(), self.used())]
            time.sleep(0.05)

    def between(self, start: float, end: float) -> float:
        """Seconds used between two moments, to about 0.05 s."""
        at = lambda moment: next((used for when, used in reversed(self.samples) if when <= moment), self.samples[0][1])
        return at(end) - at(start)


# -- the judgement --------------------------------------------------------------------------------------------------------


def told(text: str) -> list[tuple[str, str]]:
    """Every number of a text as (digits, unit), marks and list numbers left out; numbers in words as (word, "")."""
    plain = unicodedata.normalize("NFKC", re.sub(r"【\d+】", " ", text))
    plain = re.sub(r"^\d+\.\s", "", plain, flags=re.MULTILINE)
    digits = [(digits.replace(",", "").lstrip("0") or "0", unit or "") for digits, unit in DIGITS.findall(plain)]
    return digits + [(word, "") for word in KANJI.findall(plain)]


def material_text(answer: Answer) -> str:
    """Everything an answer may take a number from: its evidence, the checked offline answer, the question."""
    material = answer.material
    return "\n".join([*evidence_texts(material.evidence), material.offline.answer, material.question.text, material.question.resolved])


def evidence_texts(evidence: Evidence) -> list[str]:
    texts = []
    for item in evidence.items:
        texts += [item.text, item.citation.title, item.citation.quote, item.citation.locator]
        if (figure := item.figure) is not None:
            texts += [figure.label_ja, figure.display, figure.period, f"{figure.n}本", figure.definition_ja, figure.method_ja, *figure.caveats_ja]
    return texts


def invented(shown: str, allowed: str) -> list[str]:
    """Numbers of the shown text that stand nowhere in what is allowed, with the same unit where one is written."""
    known = told(allowed)
    pairs, bare = set(known), {digits for digits, _ in known}
    return [digits + unit for digits, unit in told(shown) if not ((digits, unit) in pairs if unit else digits in bare)]


# -- asking ---------------------------------------------------------------------------------------------------------------


def sampled(assistant: Assistant, count: int) -> list[tuple[Expected, str]]:
    """(question, intent) that a model would be asked about, in turn from every intent, the same ones each time."""
    by_intent: dict[str, list[Expected]] = defaultdict(list)
    seen: set[str] = set()
    with without_model():
        further = [Expected(line) for line in FURTHER.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        for at, expected in enumerate([*read_questions(QUESTIONS), *further]):
            answer = ask(assistant, expected, f"sample-{at}")
            if answer is not None and answer.material is not None and assistant.writer.form(answer.material) is not None and answer.answer not in seen:
                seen.add(answer.answer)
                by_intent[answer.intent].append(expected)
    draw = random.Random(SEED)
    for questions in by_intent.values():
        draw.shuffle(questions)
    chosen: list[tuple[Expected, str]] = []
    while len(chosen) < count and any(by_intent.values()):
        chosen += [(questions.pop(), intent) for intent, questions in sorted(by_intent.items()) if questions]
    return chosen[:count]


def ask(assistant: Assistant, expected: Expected, session: str) -> Answer | None:
    """The answer after what was asked before it; None where the text is no question."""
    try:
        with without_model():
            for earlier in expected.history:
                assistant.ask(earlier, session)
        return assistant.ask(expected.text, session)
    except InputError:
        return None


def measured(assistant: Assistant, expected: Expected, session: str, ledger: LastCall, drafts: Drafts, processor: Processor | None) -> dict | None:
    """One question as a record; None where no model was asked."""
    ledger.last, begun = None, {}
    drafts.texts.clear()
    events = []
    for event in answer_events(lambda: ask(assistant, expected, session)):
        begun.setdefault(event.kind, time.monotonic())
        events.append(event.kind)
    answer = event.answer
    if ledger.last is None:
        return None
    call = ledger.last
    body = answer.answer.partition("**出典**")[0]
    record = {
        "question": answer.question, "history": expected.history, "intent": answer.intent, "mode": answer.mode, "call": asdict(call), "events": events, "drafts": list(drafts.texts),
        "shown": body, "offline": answer.material.offline.answer.partition("**出典**")[0], "invented": invented(body, material_text(answer)) if answer.mode == "llm" else [],
        "verdict_ok": answer.verdict.ok, "load": os.getloadavg()[0],
    }  # fmt: skip
    if processor is not None and call.first_seconds is not None:
        start = begun["status"]
        record |= {"first_cpu": processor.between(start, start + call.first_seconds), "total_cpu": processor.between(start, start + call.seconds)}
    return record


# -- the table ------------------------------------------------------------------------------------------------------------


def outcome_of(record: dict) -> str:
    call = record["call"]
    if record["mode"] == "llm":
        return "言語モデルの文を表示（1回目で合格）" if call["attempts"] == 1 else "言語モデルの文を表示（書き直しで合格）"
    return f"オフラインの回答に切替：{call['outcome'].partition(':')[0]}"


def report(records: list[dict]) -> None:
    total = len(records)
    outcomes = Counter(map(outcome_of, records))
    print(f"\n質問 {total}件")
    show(["結果", "件数", "割合"], [[name, str(count), f"{100 * count / total:.1f}%"] for name, count in outcomes.most_common()])
    shown = [record for record in records if record["mode"] == "llm"]
    print(f"\n表示した言語モデルの文にある、根拠・質問にない数字：{sum(len(record['invented']) for record in shown)}（{len(shown)}件中）")
    problems = Counter(kind for record in records for attempt in record["call"]["problems"] for kind in attempt.split("; "))
    print("\n通らなかった下書きの理由")
    show(["理由", "件数"], [[kind, str(count)] for kind, count in problems.most_common()])
    print("\n質問の種類ごと")
    intents = sorted({record["intent"] for record in records})
    show(["種類", "質問", "言語モデルの文を表示"], [[intent, str(sum(r["intent"] == intent for r in records)), str(sum(r["intent"] == intent for r in shown))] for intent in intents])
    print("\n時間とトークン")
    rows = [(name, [value(record) for record in records if value(record) is not None]) for name, value in MEASURES]
    show(["", "p50", "p95", "最大"], [[name, *(f"{percentile(values, share):.1f}" for share in (0.5, 0.95, 1.0))] for name, values in rows if values])
    print(f"\n機械の負荷（1分平均）：中央値 {percentile([record['load'] for record in records], 0.5):.1f}、コア {os.cpu_count()}")


MEASURES = (
    ("最初のトークンまで（秒、検索の後から）", lambda record: record["call"]["first_seconds"]),
    ("　同、モデルのサーバーのCPU時間（秒）", lambda record: record.get("first_cpu")),
    ("回答の完了まで（秒）", lambda record: record["call"]["seconds"]),
    ("　同、モデルのサーバーのCPU時間（秒）", lambda record: record.get("total_cpu")),
    ("入力トークン（2回目を含む）", lambda record: record["call"]["input_tokens"]),
    ("出力トークン（2回目を含む）", lambda record: record["call"]["output_tokens"]),
)


def run(count: int, out: Path | None, server: int | None) -> int:
    """Ask and report. Records go to `out` as they come; questions that it already holds are not asked again."""
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()] if out is not None and out.exists() else []
    with tempfile.TemporaryDirectory() as home:
        assistant = Assistant.open(home)
        if assistant.writer is None:
            print("LLM_MODEL が設定されていません。")
            return 2
        ledger = assistant.writer.ledger = LastCall(Path(home))
        drafts, log = Drafts(), logging.getLogger("rashinban.llm")
        log.addHandler(drafts)
        log.setLevel(logging.DEBUG)
        log.propagate = False
        known = {(record["question"], tuple(record["history"])) for record in records}
        questions = sampled(assistant, count)
        assistant.warm()
        processor = Processor(server) if server else None
        for at, (expected, _) in enumerate(questions):
            if (expected.text, expected.history) in known:
                continue
            record = measured(assistant, expected, f"bench-{at}", ledger, drafts, processor)
            if record is None:
                continue
            records.append(record)
            if out is not None:
                with out.open("a", encoding="utf-8") as stream:
                    stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    report(records)
    return 0
