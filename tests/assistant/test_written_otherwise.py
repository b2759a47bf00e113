"""The same things written otherwise: eras, names of institutions and fields in other letters, joint work and parts of a whole in other words."""

import pytest

from assistant.models import Place, Subject
from assistant.understand.figures.rest_named import without_denial
from assistant.understand.figures.restricted import counts_so_many
from assistant.understand.text.matcher import read
from assistant.understand.text.opening import without_asker


@pytest.mark.parametrize(("text", "year"), [("H23年のAAAIの企業の割合", 2011), ("H20年の企業の割合", 2008), ("R2年のCVPRの企業の割合", 2020), ("Interspeech16年の企業の割合", 2016)])
def test_one_letter_before_a_year_is_an_era(understand, text, year):
    assert understand(text).years == (year,)


@pytest.mark.parametrize(("text", "key"), [
    ("KDDのUniversity of Tokyoのシェア、2009年", "univ-tokyo"), ("Ohio State Universityの割合", "ohio-state-univ"), ("2010年のぐーぐるの割合", "google"), ("あまぞんの2015年の割合", "amazon"),
])  # fmt: skip
def test_an_institution_without_its_article_or_in_hiragana(understand, text, key):
    question = understand(text)
    assert question.subjects == (Subject("institution_share", institution=key),) and question.blocker is None


SHORT_NAMES = {
    "神戸大": "kobe-univ", "千葉大": "chiba-univ", "トロント大": "univ-toronto", "ソウル大": "seoul-natl-univ", "香港科技大": "hong-kong-univ-sci-tech", "日産": "nissan", "NII": "nii", "JST": "japan-sci-tech-agency",
    "POSTECH": "postech", "奈良先端大": "nara-inst-sci-tech", "電通大": "univ-electro-communications", "ドコモ": "ntt-docomo", "マックスプランク": "max-planck", "プリファード・ネットワークス": "preferred-networks",
}  # fmt: skip


@pytest.mark.parametrize("name", SHORT_NAMES)
def test_an_institution_by_its_short_name(understand, name):
    question = understand(f"2019年のAI会議の{name}の論文の割合は?")
    assert question.subjects == (Subject("institution_share", institution=SHORT_NAMES[name]),) and question.blocker is None


@pytest.mark.parametrize("text", ["有名大の割合は?", "女子大の割合は?", "国立大の割合は?", "地元の大学の割合は?"])
def test_a_kind_of_university_is_no_institution(understand, text):
    assert all(subject.institution is None for subject in understand(text).subjects)


@pytest.mark.parametrize("follow", ["産総研だとどうなりますか", "産総研はどうですか", "産総研の場合はいくつ?"])
def test_an_institute_that_a_work_is_named_after_is_counted_after_another(talk, follow):
    question = talk("理研の論文割合、2020年のAI会議について教えてください", follow)
    assert [subject.institution for subject in question.subjects] == ["aist"] and question.years == (2020,)


@pytest.mark.parametrize(("texts", "subject"), [
    (("タイトルに深層学習系の言葉が入ってる割合、2020年だと?", "それ、日本の論文だけにしたら?"), Subject("dl_title_share", group="japan")),
    (("企業が入った論文のうち企業単独の比率は2017年のAI会議で何%ですか", "エリート大学と組んだ方の比率は?"), Subject("firm_elite_ratio")),
])  # fmt: skip
def test_a_part_named_after_a_part(talk, texts, subject):
    assert talk(*texts).subjects == (subject,)


@pytest.mark.parametrize(("text", "fields"), [
    ("MLの2018年の企業率", ["ml"]), ("CVの企業率", ["vision"]), ("networkの企業率", ["networks"]), ("databaseの企業率", ["databases"]), ("graphicsの企業率", ["graphics"]),
    ("ml・vision・nlp・roboticsの4分野を2021年の企業参加率で並べたらどれがトップ?", ["ml", "vision", "nlp", "robotics"]),
])  # fmt: skip
def test_fields_by_their_english_names(understand, text, fields):
    assert understand(text).places == tuple(Place("field", field) for field in fields)


@pytest.mark.parametrize("text", ["機械学習モデルの学習費用は?", "MLモデルの学習費用は?"])
def test_a_model_or_a_person_of_a_field_is_no_place(understand, text):
    question = understand(text)
    assert not question.places and question.intent == "paper" and question.blocker is None


@pytest.mark.parametrize(("text", "metric"), [
    ("企業と大学が同じ論文に名を連ねた割合、2018年", "firm_university_share"), ("産学で組んだ論文の中でトップ50大学が相方なんは何割や。2013年やで", "elite_partner_ratio"),
    ("EMNLP 2018で、企業のみの著者で書かれた論文は何%でしょうか?", "firm_only_share"), ("2012年時点の人工知能系国際会議における企業参加率", "firm_share"),
])  # fmt: skip
def test_joint_and_single_work_in_other_words(understand, text, metric):
    question = understand(text)
    assert [subject.metric for subject in question.subjects] == [metric] and question.blocker is None


def test_who_wrote_papers_is_nobody_who_asks():
    assert without_asker("研究者で書かれた論文は何%ですか") == "研究者で書かれた論文は何%ですか"
    assert without_asker("私は医療の人間でAIは素人です。GPUというのは何ですか") == "GPUというのは何ですか"


def test_not_ai_in_the_dialect_of_the_north(understand):
    assert understand("AIでねえほうの情報系の会議だけで見だら、2013年の企業参加率はなんぼだべ").places == (Place("area", "non_ai"),)


@pytest.mark.parametrize(("texts", "metric"), [
    (("2014年のAI会議の日本企業の参加率", "企業に限らず日本の機関全体では"), "japan_share"), (("2014年の日本企業の割合", "会社に限らず国内すべてだと?"), "japan_share"),
    (("2014年のAI会議の上位100機関への集中度", "トップ10に絞って"), "top10_share"), (("2014年のAI会議の上位100機関への集中度", "50機関に絞ると"), "top50_share"),
])  # fmt: skip
def test_a_follow_up_that_widens_or_narrows_what_was_told(talk, texts, metric):
    question = talk(*texts)
    assert [subject.metric for subject in question.subjects] == [metric] and question.years == (2014,) and question.blocker is None


def test_a_number_inside_a_name_is_no_number_of_institutions(talk):
    assert talk("2014年のAI会議の上位50機関への集中度", "Fortune 500に絞ると").blocker == "scope_firm_kind"
    assert counts_so_many("top50_share", "上位50機関") and not counts_so_many("top50_share", "上位150機関") and not counts_so_many("firm_share", "上位50機関")


def test_both_parts_are_kept_where_one_is_added(talk):
    assert len(talk("2014年のAI会議の企業参加率", "企業に限らず大学も含めるとどう").subjects) == 2
    assert without_denial(read("企業に限らず大学も含めるとどう")).folded == "企業に限らず大学も含めるとどう"


@pytest.mark.parametrize("text", ["なんで下位の大学じゃなくてエリート大学とばかり組むの?", "なぜ日本ではなく中国が増えたの?"])
def test_a_reason_is_asked_of_what_stands_in_the_place_of_another(understand, text):
    assert understand(text).intent == "why"


@pytest.mark.parametrize("text", ["ICML 2019で最優秀論文賞を取った会社はどこ", "2019年にAI会議で受賞した企業はどこ"])
def test_firms_by_their_prizes_are_not_held(understand, text):
    assert understand(text).blocker == "scope_outcome"


@pytest.mark.parametrize("text", ["学内のURA連絡会で配る資料を、出典つきで1枚に仕上げてもらえますか", "取締役会に出す資料の下書きを作って", "Boardに出すone-page summaryのdraftを作って", "理事会用のペーパーのたたき台を起こして", "説明用スライドを準備して"])
def test_a_paper_to_hand_out_is_made(ask, text):
    answer = ask(text)
    assert (answer.intent, answer.outcome) == ("document", "answered")


@pytest.mark.parametrize("text", ["その資料をまとめた人は誰?", "格差を論じた資料をまとめて紹介して", "資料の作り方の研究は?", "その資料をまとめて3行で", "この資料をまとめてもらえる?"])
def test_papers_that_are_not_to_be_made(understand, text):
    assert understand(text).intent != "document"


@pytest.mark.parametrize("text", ["「差の差」という分析の考え方を、行政職員にも分かるように御説明願います", "「DiD」という分析の考え方を説明願います", "DiDという手法を説明して"])
def test_a_way_of_estimating_is_explained(understand, text):
    assert understand(text).intent == "explain"


def test_data_in_english_are_judged(ask):
    assert ask("このdatasetのcoverageとbias、honestに教えて").intent == "limits"


@pytest.mark.parametrize("text", [
    "県内中小企業のAI導入率の最新値をお願いいたします", "Materials informaticsのNature Communications論文でindustry著者の比率は?", "BASFのR&D budgetのうちAI computeは何million dollar?", "シリーズBの評価額、生成AI企業の中央値は", "県内の造船所のAI導入率を教えて",
])  # fmt: skip
def test_a_number_that_no_passage_tells_is_refused(ask, text):
    assert ask(text).outcome == "not_in_data"


def test_days_that_a_survey_asked_for_are_no_number_asked(ask):
    assert ask("大学の研究者にGPUの持ち数や学習にかかる日数をアンケートした調査、どんな結果だった?").outcome == "answered"


def test_the_note_how_a_word_was_read_is_no_first_place(ask):
    answer = ask("ICCV 2019 トップ大学")
    assert answer.outcome == "answered" and answer.verdict.ok and "「トップ大学」をQS" in answer.answer
