"""What is to come is refused, however it is put, and never answered by what was."""

import pytest


@pytest.mark.parametrize("texts", [
    ("今後も企業の割合は増えますか",), ("日本の割合はこれからも下がり続けますか",), ("中国はこの先アメリカを追い抜く?",), ("将来、大学の割合は増えていきますか",), ("生成AIブームはいつまで続きますか",), ("大手の優位はいつまでもつ?",),
    ("企業の割合の推移は?", "今後も増え続けますか"), ("企業の割合の推移は?", "これからも伸びる?"), ("日本の割合の推移は?", "この先も下がっていくのでしょうか"), ("産学共著率の推移は?", "将来的にもこの傾向は続きますか"),
    ("企業参加率は?", "今後はどうなる"), ("AI会議の企業参加率は2021年で何%?", "来年はどのくらいになる見込みですか"), ("日本の割合は?", "5年後の見通しは"), ("中国の参加率の推移", "将来はどうなりそうですか"), ("2021年のAI会議で一番論文が多い国は", "この先どう変わるのかな"),
])  # fmt: skip
def test_no_forecast_is_made(talk, texts):
    assert talk(*texts).blocker == "scope_forecast"


@pytest.mark.parametrize("texts", [
    ("今後の進め方は?",), ("企業の割合は増え続けていますか",), ("企業の割合の推移は?", "その後も増え続けた?"), ("企業の割合の推移は?", "うちは今後どうすればいい?"), ("今後増やすべき論文は?",),
])  # fmt: skip
def test_what_was_and_what_to_do_are_no_forecasts(talk, texts):
    assert talk(*texts).blocker != "scope_forecast"
