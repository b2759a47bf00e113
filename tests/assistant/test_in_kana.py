"""Questions written in kana, in hiragana or like a telegram."""

import pytest

from assistant.understand.cues.leftover import ProperNouns
from assistant.understand.in_kana import InKana
from assistant.understand.text.matcher import read


@pytest.fixture(scope="module")
def in_kana(understanding):
    return InKana(ProperNouns().tokens, understanding)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("ろぼっとのがっかいで、とよたのなまえがあるろんぶんは2021ねんになんぱーせんとありますか", "ロボットの学会で、トヨタの名前がある論文は2021年に何%ありますか"),
        ("とうだいって AIかいぎの ろんぶんの なん%ぐらい? 2019ねん", "東大ってAI会議の論文のなん%ぐらい? 2019年"),
        ("ICLR 2019ネン キギョウ サンカリツ シラセ コウ", "ICLR 2019年 企業 参加率、教えてください"), ("サンガクキョウチョリツトハ ナニカ", "産学共著率とは何ですか"),
        ("れいわ3ねんのNeurIPSで きぎょうのわりあい", "令和3年のNeurIPSで企業の割合"), ("そにーは?", "ソニーは?"), ("ひえいりのとこもきになる", "非営利のところもきになる"),
        ("どいつのろんぶんのわりあいは2021ねんで", "ドイツの論文の割合は2021年で"), ("とよたとほんだ、2021年のAI会議の論文の割合は", "トヨタとホンダ、2021年のAI会議の論文の割合は"),
        ("AI会議 企業参加率 2020ネン シラセ コウ", "AI会議 企業参加率 2020年、教えてください"), ("らいねんのICMLのかいさいち", "来年のICMLの開催地"), ("10ねんまえは", "10年前は"), ("トヨタ ノ ロンブン ナンボン 2021ネン AIカイギ", "トヨタの論文 何本 2021年 AI会議"),
        ("しょきひよう600まんえん、わりびきりつ5%", "初期費用600万円、割引率5%"), ("ちゅうごくのだいがくのろんぶん", "中国の大学の論文"), ("いちばん ろんぶんが おおい くには どこ", "一番 論文が多い国はどこ"), ("どいつの わりあいを 2020ねんの AIかいぎで", "ドイツの割合を2020年のAI会議で"), ("キギョウ ダケ ノ ロンブン ナンパーセント", "企業だけの論文 何%"), ("おおてテックのわりあい", "大手テックの割合"), ("とよたじどうしゃのろんぶん", "トヨタ自動車の論文"), ("あまぞんとあっぷるは2020ねんで", "アマゾンとアップルは2020年で"), ("グーグル ロンブン スウ 2019ネン AIカイギ シラセ", "グーグル 論文数 2019年 AI会議、教えてください"), ("トウダイ キョウダイ ワリアイ 2018ネン", "東大 京大 割合 2018年"), ("そふとばんくのかぶかおしえて", "そふとばんくの株価おしえて"), ("GPUはかうのとかりるのどっちがとく?", "GPUは買うのと借りるのどっちが得?"), ("ちゅうしょうきぎょうのろんぶんのわりあいは?", "中小企業の論文の割合は?"), ("よーろっぱのわりあいは?", "ヨーロッパの割合は?"), ("とりしまりやくかいで つかえる ひとこと", "取締役会で使える一言"), ("せいかだいのろんぶんのわりあい", "清華大の論文の割合"),
    ],
)  # fmt: skip
def test_words_and_names_in_kana_are_written_in_our_characters(in_kana, text, plain):
    assert in_kana.in_kanji(read(text).folded) == plain


@pytest.mark.parametrize(
    "text",
    [
        "つかうのをやめたのはなぜ", "とくにないです", "まとめたのをみせて", "とることはできる?", "どいつがいちばんおおいの", "ありがとうございます", "それはいらんのでは?", "どこもおなじですか", "ほんださんの論文の割合は", "ほんとに企業の論文の割合は増えた?",
        "企業の論文の割合をとよたく説明", "AIカイゴの話", "ブロックチェーン", "トヨタ", "とうだいもとくらし", "きょうだいがいます", "ようやくわかった", "はんだいのしらべかた", "そにーのかんがえかたをまねるには", "めたぶんせきってなに", "まつだ聖子の論文", "どいつのはなし", "ひやめたはなし",
    ],
)  # fmt: skip
def test_words_that_only_sound_alike_stay(in_kana, text):
    assert in_kana.in_kanji(read(text).folded) == read(text).folded


@pytest.mark.parametrize(
    ("text", "subject", "years", "statistic"),
    [
        ("えぬびでぃあは2021ねんに AIのかいぎへ なんぼん ろんぶんを だしてますか", "nvidia", (2021,), "count"), ("とうだいって AIかいぎの ろんぶんの なん%ぐらい? 2019ねん", "univ-tokyo", (2019,), "level"),
        ("めたはCVPRのろんぶんの何%に出てる?2020ねん", "meta", (2020,), "level"), ("ソニー ノ ワリアイ 2018ネン AIカイギ シラセ", "sony", (2018,), "level"),
    ],
)  # fmt: skip
def test_questions_in_kana_are_answered_of_whom_they_name(understanding, text, subject, years, statistic):
    question = understanding.understand(text)
    assert [each.institution for each in question.subjects] == [subject]
    assert (question.years, question.statistic, question.blocker) == (years, statistic, None)


def test_what_is_not_held_is_refused_in_kana_too(understanding):
    assert understanding.understand("じょせいけんきゅうしゃの わりあいは? AIのかいぎ 2021ねん").blocker == "scope_people"
    assert understanding.understand("そふとばんくのかぶかおしえて").blocker is not None
    assert understanding.understand("ちゅうしょうきぎょうのろんぶんのわりあいは?").blocker == "scope_firm_kind"
    assert understanding.understand("よーろっぱのわりあいは?2020ねんのAIかいぎ").blocker == "scope_region"
    assert understanding.understand("らいねんのICMLのかいさいちとしめきりをおしえて").blocker == "outside"
