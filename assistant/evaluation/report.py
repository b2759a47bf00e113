"""What an evaluation found: a table by intent as Markdown, the questions that went wrong, and a page to read every answer."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

import prompts
from assistant.evaluation.run import Result, Row, refusals, table

HEADS = ("問い", "質問数", "正しい", "誤り", "正しく断った", "誤って断った", "断るべき回答", "数字が一致", "p50 ms", "最長 ms")


def markdown(results: Sequence[Result]) -> str:
    """The table, refusal precision and recall, and one line for each question judged wrong."""
    lines = ["| " + " | ".join(HEADS) + " |", "|" + "---|" * len(HEADS)]
    lines += ["| " + " | ".join(cells(row)) + " |" for row in table(results)]
    precision, recall = refusals(results)
    lines += ["", f"断りの適合率 {precision:.3f}、再現率 {recall:.3f}。時間は最後の質問だけの処理時間（CPU）。", ""]
    wrong = [result for result in results if not result.judgement.right]
    lines += [f"- {question_line(result)} → {result.judgement.result}: {'; '.join(result.judgement.findings) or '-'}" for result in wrong]
    return "\n".join(lines).rstrip() + "\n"


def cells(row: Row) -> list[str]:
    exact = f"{row.exact}/{row.expecting}" if row.expecting else "-"
    counts = (row.questions, row.right, row.wrong, row.refused, row.refused_wrongly, row.not_refused)
    return [row.name, *map(str, counts), exact, f"{row.p50_ms:.1f}", f"{row.slowest_ms:.1f}"]


def question_line(result: Result) -> str:
    return " ▸ ".join((*result.expected.history, result.expected.text))


def html(results: Sequence[Result]) -> str:
    """One self-contained page, wrong answers first."""
    ordered = sorted(results, key=lambda result: result.judgement.right)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells(row)) + "</tr>" for row in table(results))
    heads = "".join(f"<th>{head}</th>" for head in HEADS)
    style = (Path(__file__).parent / "report.css").read_text(encoding="utf-8")
    return prompts.render("evaluation", "page", style=style, heads=heads, rows=rows, cards="".join(card(result) for result in ordered))


def card(result: Result) -> str:
    answer = result.answer
    return prompts.render(
        "evaluation", "card", verdict="right" if result.judgement.right else "wrong", question=escape(question_line(result)),
        result=escape(result.judgement.result), findings=escape("; ".join(result.judgement.findings)),
        resolved=escape(answer.resolved_question if answer else ""), intent=escape(answer.intent if answer else ""),
        answer=escape(answer.answer if answer else ""), source=escape(result.expected.source), milliseconds=f"{result.cpu_ms:.1f}",
    )  # fmt: skip
