"""What the asker's own firm is to do, put without a word of strategy: advice of its own, and no share of papers."""

import pytest

PEOPLE, READY, EXIT, PARTNER = "専任の研究者がいなくても", "まずは既存のモデルやサービスを使う", "始める前に、期限・", "相手は大学が第一候補です"


@pytest.mark.parametrize(("asked", "head"), [
    ("AIの論文を読める社員がいないのですが", PEOPLE), ("うちには技術者がいないんですけど、始められますか", PEOPLE), ("AI人材の採用はどうすればいいか", PEOPLE), ("社内に詳しい人がいません。", PEOPLE), ("データサイエンティストが足りないのですが、どうすれば", PEOPLE),
    ("ChatGPTを使うだけじゃダメなんですか", READY), ("オープンソースで十分ではないですか", READY), ("既存のサービスを使うだけで足りますか", READY), ("まずは市販のツールで済みますか", READY),
    ("撤退の判断はどうすればいいですか", EXIT), ("やめ時はどう判断する?", EXIT), ("引き際は誰が決めるべき", EXIT), ("損切りの基準を教えて", EXIT),
    ("GPUって買ったほうがいいのか借りたほうがいいのか、ざっくり教えて", "まず借りて試し"), ("大学に丸投げしてもいい?", "丸投げは避けてください"), ("ベンダーさんにお任せで大丈夫ですか", "丸投げは避けてください"), ("大学の研究室を選ぶ基準は?", PARTNER), ("組む先の見極めのポイントは?", PARTNER), ("地方の中小でもAI研究の恩恵はある?", "関係はあります"), ("町工場にもメリットはありますか", "関係はあります"),
    ("海外の大学と組むのと国内の大学と組むの、どちらがいい?", PARTNER), ("競合がAI研究所を作ったらしい。うちも作るべきか", "規模で張り合わず"),
])  # fmt: skip
def test_advice_for_the_case(ask, asked, head):
    answer = ask(asked)
    assert answer.intent == "strategy" and answer.outcome == "answered" and answer.answer.split("\n")[1].startswith(head) and answer.verdict.ok


@pytest.mark.parametrize("asked", ["企業の研究者がいない論文の割合は?", "AI人材の論文は?", "ChatGPTの学習費用は?", "撤退した企業の割合は?", "オープンソースについての論文は?", "大学と組む企業の割合は?", "競合の研究計画は?", "既存の論文で十分だと言える根拠は?"])
def test_near_misses_are_left(ask, asked):
    assert ask(asked).intent != "strategy" or ask(asked).outcome != "answered"


@pytest.mark.parametrize("asked", ["政府は何をすべき?", "国はどうすればいい", "大学はどう対応すべきか", "で、行政はどんな支援ができますか", "日本の大学は何をすればいいですか"])
def test_what_others_should_do_is_told_by_papers(ask, asked):
    answer = ask(asked)
    assert answer.intent == "paper" and answer.outcome == "answered" and answer.verdict.ok
