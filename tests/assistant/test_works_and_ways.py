"""Questions about works, and on partners and machines, that name a group: works and advice answer them, no share of papers."""

import pytest


def head(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n")[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("合成コントロール法を州のたばこ対策で使った研究、あれは何を示したのか要点を", "Abadie ほか："), ("最先端モデルの訓練費用が年に何倍で増えているか、研究の裏付けを示してください", "毎年2.4倍"),
        ("社債投資家説明会で引用予定です。最先端モデルの訓練費用が年に何倍で増えているか、研究の裏付けを示してください", "毎年2.4倍"), ("大規模モデルの学習費用はこれまでどのくらいのペースで増えているのでしょうか。", "毎年2.4倍"),
        ("GPUが買えない大学はどう工夫していると論文に書かれていますか", "GPU1枚と1日"), ("計算資源の乏しい研究室はどうやってしのいでいるのか", "GPU1枚と1日"), ("GPUを持ってへん会社はどないして研究してるんや", "GPU1枚と1日"),
    ],
)  # fmt: skip
def test_works_answer(ask, text, told):
    answer = ask(text)
    assert answer.intent == "paper" and told in head(answer)


@pytest.mark.parametrize("text", ["AIの学習に使うチップの枚数が何倍になったか、論文の裏付けを示してください", "学習に使う計算量が何か月で倍になるのか、研究の裏付けを示してください", "AIモデルの数は何倍に増えたか、文献の根拠も"])
def test_works_are_to_back_a_claim(understand, text):
    assert understand(text).intent == "paper"


@pytest.mark.parametrize("text", ["2021年のAI会議の企業参加率は何%ですか、論文の根拠も", "共同研究の論文の割合は2021年に何%?根拠つきで", "大学が関わる論文の割合は?出典も"])
def test_a_share_with_its_source_is_a_figure(ask, text):
    assert ask(text).intent == "figure"


@pytest.mark.parametrize(
    "text",
    ["共同研究って相手は大学がいいの?根拠つきで", "組む相手は大学と企業、どっちがええの", "連携先としては大学と国の研究所のどちらがよいでしょうか", "組むなら企業より大学のほうが無難ですか"],
)
def test_whom_to_work_with_is_advice(ask, text):
    assert head(ask(text)).startswith("相手は大学が第一候補です。")


@pytest.mark.parametrize("text", ["GPUを買わずに済ます手はある?", "計算機を持たずに研究する道はあるか", "サーバー買わんでもやれる?"])
def test_to_do_without_machines_is_advice(ask, text):
    assert head(ask(text)).startswith("まず借りて試し")


@pytest.mark.parametrize("text", ["共同研究の相手が多い大学はどこ", "企業と大学の共著が多いのはどっちの会議?", "AI会議では企業と大学のどちらの論文が多いですか"])
def test_who_is_more_common_is_counted(ask, text):
    assert ask(text).intent != "strategy"


def test_what_to_begin_with_names_no_sum(ask):
    assert head(ask("AIって何から始めればいい?")).startswith("規模で張り合わず") and head(ask("AIの導入に何百万円必要?")).startswith("決まった額はありません")


def test_one_work_that_was_listed_is_pointed_at(talked):
    asked = "責任あるAIに企業はあまり取り組んでいないという研究はありますか"
    for text in ("その調査、何件の論文を見たものですか", "何社を調べたの?"):
        assert "論文600万本超" in head(talked(asked, text)[-1])


def test_titles_and_authors(talked):
    growth = "大規模モデルの学習費用はこれまでどのくらいのペースで増えているのでしょうか。"
    answer = talked(growth, "その根拠となる論文名と著者を教えてください。")[-1]
    assert "英語では「The rising costs of training frontier AI models」です" in head(answer) and "Ben Cottier" in answer.answer
    assert "Ben Cottier" in head(talked(growth, "その論文の著者は")[-1])
    listed = talked("計算資源の格差に反対する論文は?", "それぞれの題名と年を教えて")[-1]
    assert head(listed).startswith("題名と発表の年、著者は") and "Survey of AI Researchers" in listed.answer
    assert "英語では" not in head(talked("共同研究の相場は?", "その資料の名前は")[-1])


def test_who_opposes_is_no_group_to_count(talked):
    answers = talked("計算資源の格差って言い出したのはどの論文や?", "反対しとる学者もおるんやろ", "その人らの論文の題名教えて")
    assert head(answers[1]).startswith("あります。") and "Musser" in answers[2].answer


def test_what_advice_stands_on_and_a_work_for_ones_own_firm(talked):
    assert head(talked("GPUを自社で買わずに済ませる方法はありますか", "その根拠となる論文はありますか")[-1]).startswith("もとにしたのは")
    assert "Geiping & Goldstein：これは一例です" in head(talked("少ないGPUでも成果を出した研究を挙げてください。", "一つ目を詳しく", "当社で応用するとしたら、何に使えますか。")[-1])


def test_our_numbers_may_be_quoted(talked):
    assert talked("AI会議の企業参加率は?", "この数字、記事に引用していいですか")[-1].intent == "limits"
