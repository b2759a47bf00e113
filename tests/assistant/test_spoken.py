"""Questions put as one speaks of them are answered as the plain question would be; near misses stay as they were."""

import pytest

from assistant.understand.text.spoken import spoken

LOSERS, MONEY, ABROAD = "世界ランキング201〜300位と301〜500位の大学は、その陰で押し出されました", "「大手しか勝てない」とまでは言えません", "NAIRRパイロット：米国は2024年1月"


@pytest.mark.parametrize("text", ["割を食ったのは?", "この15年で割を食ったのは誰", "取り残されたのはどの大学ですか", "企業が伸びて、しわ寄せはどこに行ったの", "あおりを受けたのは誰?", "締め出されたのはどこ?", "結局、損をしたのは誰", "置き去りにされたのはどんな大学?"])
def test_who_lost_is_told(ask, text):
    assert LOSERS in ask(text).answer.split("\n")[1]


@pytest.mark.parametrize("text", ["AIて、結局金持っとるとこしか勝たれへんのちゃうん?", "AI研究は資金力のある会社しか勝てないのか", "AIは金がものを言う世界でしょ", "結局AIは金持ち企業の独壇場ですか", "AI開発って資本力次第ですよね", "AIって金のあるところだけが勝つんじゃないの", "AI研究は予算が全てですか", "AIは所詮カネの勝負でしょ", "AI研究は資本力がすべてですよね"])
def test_whether_only_money_wins_is_judged(ask, text):
    answer = ask(text)
    assert answer.outcome == "answered" and MONEY in answer.answer.split("\n")[1]


@pytest.mark.parametrize(("text", "number"), [("compute divideに関する論文で、まず読むべきものを3本教えてください", 3), ("読むべき論文を3本", 3), ("おすすめの論文を5本教えて", 5), ("計算資源の格差について、必読の論文を三つ", 3), ("産学連携の論文で代表的なものを2本", 2), ("AI人材に関する文献で押さえるべきものを4つ挙げて", 4), ("まず読むべき研究を2本お願いします", 2), ("学習費用の論文で有名なものを3本", 3)])
def test_so_many_papers_are_listed(ask, text, number):
    answer = ask(text)
    papers = {citation.id.partition("#")[0] for citation in answer.citations}
    assert len(papers) == number and answer.answer.count("\n- ") >= number


@pytest.mark.parametrize("text", ["国の共有計算基盤の海外の例", "海外で国が計算基盤を共有している例はありますか", "アメリカの国の計算基盤の例", "政府がGPUを大学に使わせる仕組みは、外国にありますか", "公的な計算資源で、他国はどんな取り組みをしている?", "諸外国の政府による計算資源の提供の事例は", "国の計算資源の制度、米国ではどうなっていますか", "海外の公的な計算環境の先行事例を教えて"])
def test_what_other_countries_do_is_told(ask, text):
    assert ask(text).answer.split("\n")[1].startswith(ABROAD)


@pytest.mark.parametrize("text", ["この投資で損をしたのは誰", "日本で取り残されたのはどこ", "AIにお金をかけるべきですか", "AI研究はお金のない大学でもできますか", "論文を3本挙げて", "国の計算基盤は日本にありますか", "国際会議の海外の例", "米国の国の計算基盤の予算はいくら"])
def test_near_misses_stay_as_they_were(text):
    assert spoken(text) == text
