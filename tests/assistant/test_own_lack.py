"""What the asker's firm lacks or fears (people, data, secrecy, money) is answered by what to do, and first by what goes for that lack."""

import pytest

HEADS = {
    "people": "専任の研究者がいなくても始められます", "data": "データが少なくても始められます", "secret": "外に出せないデータは、手元の機械での小さな試作から", "little": "大きな予算がなくても始められます", "budget": "決まった額はありません",
}


@pytest.mark.parametrize(("text", "kind"), [
    ("社内にAIの専門家がいなくても始められますか", "people"), ("専門家がいない会社でもAIはできますか", "people"), ("データサイエンティストがいないとAIは無理?", "people"),
    ("データが少ないけどAIできますか", "data"), ("うちはデータがあまりたまっていないのですが", "data"), ("データがない会社でも使えますか", "data"),
    ("うちのデータを外に出したくない", "secret"), ("機密データを扱う場合はどの方策がいいか", "secret"), ("図面を外部に渡すのは怖いのですが", "secret"), ("顧客情報をクラウドに載せても大丈夫?", "secret"),
    ("お金がなくてもAIはできますか", "little"), ("予算がないのですが、どうすれば", "little"), ("AIの研究開発費はいくら必要ですか", "budget"), ("AIにはどのくらいお金をかければいいのか", "budget"),
])  # fmt: skip
def test_the_lack_is_answered_first(ask, text, kind):
    answer = ask(text)
    assert answer.intent == "strategy" and HEADS[kind] in answer.answer.split("**要点**")[0]


@pytest.mark.parametrize("text", ["研究開発費が多い企業は?", "企業が研究にかけたお金はいくら", "データが足りない会議はどれ", "予算がある会社しか勝てないのか", "AIに500万円投資して年200万円の効果なら?", "人材が足りないという論文はありますか"])
def test_other_questions_are_left(ask, text):
    assert not any(head in ask(text).answer for head in HEADS.values())
