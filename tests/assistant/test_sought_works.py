"""Questions for a paper, study or report by what it says: they find that work; questions for our own figures that hold the same words do not."""

import pytest

from assistant.evidence.papers import by_number
from assistant.understand.cues.sought import claim_met, work_sought

SOUGHT = {
    "モデルを圧縮してGPU1枚で微調整できるようにした論文の要旨は": "dettmers-2023-qlora",
    "富士通とか理研が一緒に作った国産LLMの報告、ざっくりでええから中身教えて": "riken-fugaku-llm",
    "学生の起業が減ったと示した研究はどれ": "gofman-jin-2024-ai-education-entrepreneurship",
    "クラウドの囲い込みで供給網が握られているという報告書あったら読みたいです": "vipra-west-2023-computational-power-and-ai",
    "責任あるAIの研究が浅いって批判してる論文ある?": "ahmed-2024-corporate-responsible-ai",
    "たばこ会社になぞらえて大手テックの資金提供を論じた論文の著者は誰": "abdalla-2021-grey-hoodie-project",
    "AI研究の幅が狭くなったと主張している研究者は誰": "klinger-2020-narrowing-of-ai-research",
    "先端モデルの学習費用が毎年何倍で膨らむか、推計した研究の前提を引用したい": "cottier-2024-rising-costs-frontier-training",
    "先端モデルの学習が10億ドルを超えるとの試算、どこの誰が出したのか": "cottier-2024-rising-costs-frontier-training",
    "「オープン」と名乗るAIなら大手への依存から抜けられると聞いたが、反論している論文はなかったか": "widder-2024-open-for-business",
    "ガートナーの打ち切り予測ってどの程度当てになる?": "gartner-2024-genai-abandoned",
    "生成AIは95%の会社で成果が出ていないと新聞で読んだ。信用していいのか": "mit-nanda-2025-genai-divide",
    "「計算資源の北と南」なる語の典拠を示されたい": "lehdonvirta-2024-compute-north-south",
    "たばこ産業になぞらえて巨大テックの研究資金を批判したやつ、要約して": "abdalla-2021-grey-hoodie-project",
    "たばこ産業とビッグテックの大学支援を並べて論じた論文、広報として反論の余地は?": "abdalla-2021-grey-hoodie-project",
    "オープンをうたうAIは実はそれほどopenではない、という批判的な議論を読んでおきたいです": "widder-2024-open-for-business",
    "「格差は大手の一人勝ち」という見方への反証も見ておきたい。都合の悪い研究を出して": "gizinski-2023-big-tech-memetic",
    "車の生涯排出量と比べたあの有名なCO2の試算、どこまで信用してよいのか": "strubell-2019-energy-policy-nlp",
    "ハードウェアの宝くじとは何の話で、うちの装置事業に関係ある?": "hooker-2020-hardware-lottery",
    "環境担当が根拠となる研究を探しております。BLOOMを扱った論文の要点をお知らせください。": "luccioni-2022-bloom-carbon-footprint",
}
OWN = [
    "2021年のICMLの企業論文は何本", "Googleの研究が入った論文は2020年にどれくらいあるか", "AI会議の論文のうち企業の名前があるものを調べて、2019年", "CVPRの論文に企業が入っている割合を調査したい。2016年",
    "言語処理の研究で企業が関わる比率、2020年", "日本の研究が載った論文の割合を2012年と2020年で", "ビッグテックの研究が占める割合を2014年で", "2018年、企業と大学の共著研究は何割か教えて",
]  # fmt: skip


@pytest.mark.parametrize("text", SOUGHT)
def test_a_work_is_found_by_what_it_says(ask, text):
    answer = ask(text)
    assert (answer.intent, answer.outcome) == ("paper", "answered")
    assert answer.citations[0].id.startswith(SOUGHT[text])


@pytest.mark.parametrize("text", OWN)
def test_our_own_figures_stay_figures(understand, text):
    assert understand(text).intent in ("figure", "compare", "trend")


@pytest.mark.parametrize("text", ["鋳物の引け巣を論じた論文の要点は", "相撲の八百長を検証した研究はありますか"])
def test_a_work_on_something_else_is_not_made_up(ask, text):
    assert ask(text).outcome == "not_in_data"


def test_a_value_of_ours_is_wanted_unless_a_work_says_it():
    assert work_sought("費用が何倍になるか推計した研究を読みたい", measured=True)
    assert not work_sought("企業の論文はありますか", measured=True)
    assert not work_sought("共同研究は何件ありますか", measured=False)


def test_a_claim_met_elsewhere_is_told_from_our_data():
    assert claim_met("95%が失敗と新聞で見た") and not claim_met("このデータは信用できるか")


def test_of_several_works_the_one_that_holds_the_number_leads(assistant):
    library = assistant.words.library
    passages = library.search("学習の費用は膨らんでいる", k=20, kinds=("claim", "point", "qa"), per_parent=None)
    assert by_number("費用は年2.4倍で膨らんでいる", passages) == "cottier-2024-rising-costs-frontier-training"
    assert by_number("費用は年77.7倍で膨らんでいる", passages) is None
    assert by_number("2024年の費用", passages) is None
