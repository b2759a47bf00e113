"""Whether somebody is among the first ones, who stands next to one, and where a country stands in its part of the world."""

import pytest

LEADS = [
    (("東大は世界で50位以内に入ってる?",), "いいえ。2021年のAI会議で、東京大学は"),
    (("トヨタはトップ100に入る?",), "はい。2021年のAI会議で、トヨタは"),
    (("日本はトップ10に入ってる?",), "いいえ。2021年のAI会議で、日本は"),
    (("トップ10の大学に日本は入る?",), "いいえ。2021年のAI会議で上位10校に、日本の大学は"),
    (("上位20社に日本企業は入ってますか",), "はい。2021年のAI会議で上位20社のうち"),
    (("企業のトップ10", "その中に中国企業は何社?"), "2021年のAI会議で上位10社のうち、中国の企業は4社"),
    (("日本の大学で東大の次は?",), "京都大学は論文のある36校のうち**2位**"),
    (("グーグルの次に多い企業は?",), "マイクロソフトは論文のある276社のうち**2位**"),
    (("スタンフォードは何位?", "その上は?"), "北京大学は論文のある1,112校のうち**3位**"),
    (("NTTは日本企業の中で何位?", "その下は?"), "トヨタは論文のある31社のうち**3位**"),
    (("日本は何位?", "一つ上の国は?"), "スイスは論文のある76か国のうち**11位**"),
    (("アジアで日本は何番目?",), "並べた国のうち、2021年のAI会議の参加率で5位は日本"),
    (("ヨーロッパでドイツは何位?",), "2位はドイツ"),
    (("日本のシェアは?", "アジアでは何番目?"), "5位は日本"),
    (("論文を出している企業は何社?",), "276社です"),
    (("2015年にAI論文を書いた大学は何校ありますか",), "2015年のAI会議に論文があるのは"),
]


@pytest.mark.parametrize("texts, told", LEADS)
def test_the_answer_begins_with_it(talked, texts, told):
    first = talked(*texts)[-1].answer.removeprefix("**結論**\n\n").removeprefix("**結論**\n")
    assert told in first.split("**要点**")[0].split("1. ")[0]


@pytest.mark.parametrize("text", ["QS50位以内の大学の割合は?", "上位10機関のシェアは?", "東大の割合は?", "トップ50の大学の割合は上がった?", "日本企業は何%?", "次の会議はどこですか"])
def test_shares_are_no_places(understand, text):
    question = understand(text)
    assert question.statistic != "position" and question.option is None


def test_the_lowest_of_all_is_said_to_be_many(ask):
    for text in ("論文が一番少ない企業は?", "論文が一番少ない国は?", "日本企業で一番少ないのは?"):
        assert "1つに決まりません" in ask(text).answer


def test_the_lowest_of_a_few_is_told(ask):
    assert "最も低いのはアップル" in ask("GAFAの中で一番少ないのは").answer
    assert "最も低い大手テック企業は" in ask("大手テックで論文が一番少ないのはどこ?").answer
