"""How a question came up is left out where it names nothing; what bounds a question, asks, or wishes something else stays."""

import pytest

from assistant.understand.lead_in import without_lead_in
from assistant.understand.text.matcher import read


@pytest.mark.parametrize(("text", "told"), [
    ("うちは工作機械だ。AIの研究、結局どこの会社が強いんだ。", "論文の割合が最も高い企業は"),
    ("頭取が来週の講演で人工知能の研究動向に触れる予定でございまして、企業の論文が占める割合がどのように推移してきたか、お教えいただけますでしょうか。", "AI会議の企業参加率は、2007年の"),
    ("このあいだ床屋で話題になったんやけど、中国の論文ってそんなに多いんか?", "中国の機関の参加率は"),
    ("取引先の接待で恥をかかないようにしたい。GoogleとMicrosoftはどっちが論文多いの", "多いのはグーグルの論文の方です"),
    ("県内中小企業のAI導入支援策を検討しております。国別のAI論文数について、日本の位置付けをご教示願います。", "12位"),
    ("県庁の産業振興課です。令和2年のAI会議における日本の機関の参加率をご教示ください。", "2020年のAI会議の日本の機関の参加率は"), ("テレビの制作会社でリサーチをしています。中国の機関が入った論文は2011年のAI会議で何%でしたか?", "2011年のAI会議の中国の機関の参加率は"),
    ("妻が大学に勤めているのですが、企業と組んだ論文は何割ですか", "産学共著率は"),
    ("けさの新聞に「AI研究は企業が主役」という記事が出まして、うちは画像処理の会社なもので、ECCVの2020年大会で企業が入った論文は何%だったのか確認したい", "2020年のECCVの企業参加率は"),
])  # fmt: skip
def test_what_follows_is_answered(ask, text, told):
    answer = ask(text)
    assert answer.outcome == "answered" and told in answer.answer.split("\n")[1], answer.answer


@pytest.mark.parametrize("text", [
    "高専の話ですが、企業の割合は?", "病院だけに絞りますが、企業の割合は?", "女性の研究者に注目しています。大学の割合は?", "ICMLに出そうとしています。企業の割合は?", "2018年に入社しました。企業の割合は?", "何か使える数字をください。日本の割合は?",
    "娘は大学に受かったのでしょうか。企業の割合は?", "遊戯王カードが好きです。どれが強い?", "株を3割売りました。企業の割合は?",
])  # fmt: skip
def test_what_bounds_or_asks_stays(understanding, text):
    assert without_lead_in(understanding, read(text).folded) == read(text).folded
