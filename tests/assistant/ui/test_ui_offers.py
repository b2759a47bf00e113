"""The buttons that an answer promises: each opens the document or the form of the amounts that were told."""

from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest

from analytics.roi import resolve
from assistant.ui.offers import offers_html
from assistant.ui.pages import cleaned
from assistant.ui.roi import PLANS, plan_file
from assistant.ui.roi_form import changes_of, strategy_of
from assistant.ui.turns import finished_turn

PLAN = "初期投資800万円、年間効果300万円、年間費用50万円、期間5年、割引率7.5%、税率30%、成功する確率6割"


def links(answer) -> list[str]:
    return [unescape(part.split('"')[0]) for part in offers_html(answer).split('href="')[1:]]


@pytest.mark.parametrize("texts", [(PLAN,), (PLAN, "稟議書にして"), ("共同研究で年間効果2000万円ならNPVは?", "稟議書にして"), ("A案は500万円で年200万円浮く。B案は800万円で年300万円浮く", "稟議書にして")])
def test_every_link_carries_the_changes_of_its_action(talked, texts):
    answer = talked(*texts)[-1]
    actions = [action for action in answer.actions if action["kind"] in ("export", "form")]
    found = links(answer)
    assert actions and len(found) == len(actions) and all(link in unescape(finished_turn(answer)) for link in found)
    for link, action in zip(found, actions, strict=True):
        parameters = cleaned(dict(parse_qsl(urlsplit(link).query)))
        parameters.pop("screen", None)
        assert resolve(strategy_of(parameters), changes_of(parameters)).inputs() == resolve(action["strategy"], action["changes"]).inputs()
        assert action["kind"] == "form" or urlsplit(link).path.removeprefix("page/plan/") in PLANS


def test_the_promised_document_is_made(talked):
    link = links(talked(PLAN, "稟議書にして")[-1])[0]
    name, content = plan_file(urlsplit(link).path.removeprefix("page/plan/"), cleaned(dict(parse_qsl(urlsplit(link).query))))
    assert name.endswith(".docx") and content[:2] == b"PK"


def test_an_answer_about_figures_offers_none(talked):
    assert offers_html(talked("2021年の企業参加率は?")[-1]) == ""
