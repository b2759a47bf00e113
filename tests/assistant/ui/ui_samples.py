"""A figure and an answer for the tests of the screens."""

from dataclasses import replace

from analytics import Figure, Source
from assistant.models import ANSWERED, Answer, CheckedNumber, Citation, Verdict

SOURCE = Source("出典の名（CC BY）", "CC BY 4.0", "2025-04", "https://example.org/", "0123456789abcdef" * 4)
FIGURE = Figure(
    id="firm_share.ai.2021", metric="firm_share", label_ja="企業参加率（AI会議・2021年）", value=36.245, unit="%", period="2021年",
    slice={"area": "ai", "years": [2021]}, n=10658, definition_ja="企業の著者が1人以上いる論文の割合", method_ja="整数カウント", source=SOURCE,
    caveats_ja=("下限の目安です", "<b>注意</b>"),
)  # fmt: skip
CHANGE = replace(
    FIGURE, id="firm_share_change.ai.2007_2021", label_ja="企業参加率の変化", value=18.96, unit="ポイント", low=14.9, high=22.2
)
PASSAGE = Citation(2, "paper", "paper-1#claims", "脱・民主化", "要点", "https://example.org/paper", "格差が<広がった>とされる")
CHART = {
    "kind": "line", "title": "推移", "unit": "%", "x": ["2019年", "2020年", "2021年", "2022年", "2023年"],
    "series": [{"name": "AI会議", "values": [33.4, 32.3, 36.2, None, 25.0]}, {"name": "AI以外", "values": [16.1, 18.1, 18.7, 19.0, 20.0]}],
    "source": "出典の名", "note": "2022年以降は主要会議のデータが欠けるため参考値",
}  # fmt: skip


def cited(figure: Figure, number: int) -> Citation:
    return Citation(number, "figure", figure.id, figure.label_ja, figure.period, figure.source.url, "")


def sample(**changes) -> Answer:
    """An answered question with one figure, one passage, a chart and a verdict."""
    text = "**結論**\n2021年は**36.2%**です【1】。\n\n**要点**\n- 格差の研究があります【2】。\n\n**出典**\n- 【1】企業参加率\n- 【2】脱・民主化"
    answer = Answer(
        question="2021年は?", resolved_question="2021年は?", intent="figure", outcome=ANSWERED, answer=text, figures=(FIGURE,),
        citations=(cited(FIGURE, 1), PASSAGE), chart=CHART, suggestions=("次は?",),
        verdict=Verdict(True, (CheckedNumber("36.2%", 36.2, (FIGURE.id,)), CheckedNumber("2021年", 2021.0, (FIGURE.id,)))),
    )  # fmt: skip
    return replace(answer, **changes)
