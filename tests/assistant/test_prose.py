"""Free prose against figures: what a language model may say of them and what not. {a}, {b} … are values as shown."""

import pytest
from steps import drafted

from assistant.models import Evidence


@pytest.fixture(scope="module")
def known(assistant):
    """The trend of firms at AI conferences: 【1】 first year, 【2】 last year, 【3】 the change, 【4】 the change elsewhere."""
    return drafted(assistant, "AI会議の企業参加率の推移は?")


@pytest.fixture(scope="module")
def said(assistant, known):
    settled, _, cited = known
    figures = {item.n: item.figure for item in cited.items}

    def judge(text):
        first, last, moved = figures[1], figures[2], figures[3]
        values = {"a": first.display, "b": last.display, "c": moved.display.lstrip("+"), "low": f"{moved.low:.1f}", "high": f"{moved.high:.1f}", "whole": f"{last.value:.0f}", "tens": f"{round(last.value / 10)}"}
        return assistant.verifier.check(text.format(**values), cited, settled, free=True)

    return judge


@pytest.mark.parametrize("text", [
    "2021年のAI会議では、企業の著者が入った論文が{b}を占めています【2】。",
    "AI会議の企業参加率は、{a}（2007年）から{b}（2021年）へ上昇しました【1】【2】。",
    "{b}。これが2021年のAI会議における企業参加率です【2】。",
    "企業参加率は2007年に{a}【1】でしたが、2021年には{b}【2】まで伸びています。",
    "AI分野の会議に企業が関わる論文の割合は、2021年に約{tens}割に達しました【2】。",
    "AI会議の企業参加率は、2021年に約{whole}%です【2】。",
    "2007年と比べて{c}増えており、95%信頼区間は{low}〜{high}ポイントです【3】。",
    "平成19年のAI会議の企業参加率は{a}でした【1】。",
    "AI以外の会議の企業参加率は、同じ期間に横ばいです【4】。",
    "まずは小さな試作から始めることをお勧めします。",
])  # fmt: skip
def test_true_prose_passes(said, text):
    assert said(text).ok, said(text).unsupported


@pytest.mark.parametrize(("text", "reason"), [
    ("2021年のAI会議の企業参加率は{a}です【2】。", "not held"),
    ("2021年のAI会議の企業参加率は{a}です【1】【2】。", "another period"),
    ("2021年のAI会議の企業参加率は{b}です。", "no citation"),
    ("2020年のAI会議の企業参加率は{b}です【2】。", "not held"),
    ("2021年のAI会議の企業単独率は{b}です【2】。", "metric"),
    ("2021年のCVPRの企業参加率は{b}です【2】。", "conference"),
    ("2021年のAI会議の大学の参加率は{b}です【2】。", "another period, place, group"),
    ("2021年の企業参加率は{b}です【9】。", "does not exist"),
    ("企業参加率は2007年の{b}から2021年の{a}へ変わりました【1】【2】。", "another period"),
    ("AI会議の企業参加率は{c}下がりました【3】。", "direction"),
    ("AI会議の企業参加率は横ばいです【3】。", "direction"),
    ("AI以外の会議の企業参加率は上がりました【4】。", "direction"),
    ("AI会議の企業参加率は急激に上がりました【3】。", "emphasis"),
    ("AI会議の企業参加率が上がったのは、計算資源が原因です【3】。", "cause"),
    ("AI会議の企業参加率は今後も上がる見込みです【3】。", "forecast"),
    ("2021年のAI会議の企業参加率は世界最高です【2】。", "ranked among"),
    ("2021年のAI会議では、企業と企業の共著論文の割合は{b}です【2】。", "with itself"),
    ("2021年のAI会議では、会社と企業が一緒に書いた論文は{b}です【2】。", "with itself"),
    ("変化の95%区間は{high}〜{low}ポイントです【3】。", "interval"),
    ("変化の95%区間は3.0〜{high}ポイントです【3】。", "interval"),
    ("2021年のAI会議の企業参加率は{whole}本です【2】。", "not held"),
    ("2021年のAI会議の企業参加率は約9割です【2】。", "not held"),
    ("AI会議ではOpenAIの参加が目立ちます【2】。", ""),
    ("ご質問の99%のとおり、企業が多数を占めます【2】。", "asker"),
    ("大学の存在感は失われました。", "no citation"),
    ("企業参加率は2021年に{b}で、2007年の{a}を下回ります【1】【2】。", "other way"),
])  # fmt: skip
def test_false_prose_is_refused_with_its_reason(said, text, reason):
    verdict = said(text)
    assert not verdict.ok
    assert any(reason in finding["reason"] for finding in verdict.unsupported), verdict.unsupported


def test_prose_without_evidence_is_refused(assistant, known):
    assert not assistant.verifier.check("2021年のAI会議の企業参加率は36.2%です【1】。", Evidence(), known[0], free=True).ok


def test_amounts_of_an_investment_keep_their_labels(assistant):
    settled, draft, cited = drafted(assistant, "投資800万円、年間効果400万円、3年、割引率5%なら元は取れますか")
    values = dict(line.split("：", 1) for line in cited.items[0].text.split("。") if line.count("：") == 1)

    def ok(text):
        return assistant.verifier.check(text, cited, settled, free=True).ok

    assert ok(f"NPVは{values['正味現在価値（NPV）']}、回収期間は{values['回収期間']}です【1】。")
    assert not ok(f"NPVは{values['損益分岐の年間効果']}です【1】。")
    assert not ok(f"回収期間は{values['割引回収期間']}です【1】。")
    assert not ok(f"この前提では元が取れず、NPVは{values['正味現在価値（NPV）']}です【1】。")
