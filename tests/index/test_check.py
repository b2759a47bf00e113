import pytest
from summaries import CARD, GLOSSARY, HEAD, body, write_cards, write_corpus

from index.cards import card_numbers, load_cards, states
from index.check import check_corpus
from index.corpus import load_paper
from index.numerals import find_numerals


def findings(folder, with_cards=True, card=None, **changes):
    corpus = write_corpus(folder, **changes)
    cards = load_cards(write_cards(folder, card)) if with_cards else {}
    return [f for f in check_corpus(corpus, cards) if f.path.name in ("sample-2020.md", "glossary.yaml")]


def test_a_right_corpus_has_no_findings(tmp_path):
    assert findings(tmp_path) == [] and findings(tmp_path, with_cards=False) == []


@pytest.mark.parametrize("before, after, message", [
    ("対象は171,394本の論文です。{fact 1}", "対象は171,395本の論文です。{fact 1}", "'171,395本' is not in the marked card text"),
    ("22%から38%に", "22倍から38%に", "'22倍' is not"),
    ("130億のパラメータ", "13億のパラメータ", "'13億' is not"),
    ("二次資料によれば22%から", "22%から", "second-hand"),
    ("171,394本の調査です」{fact 1}", "171,394本の調査です」", "unmarked sentence holds the number '171,394本'"),
    ("57会議の論文を調べました。{fact 1}", "57会議の論文を調べました。", "unmarked sentence holds the number '57会議'"),
    ("{fact 1}", "{fact 3}", "low confidence"),
    ("{fact 1}", "{fact 9}", "the card has no fact 9"),
    ("{fact 1}", "{note}", "the card has no note"),
    ("はい。二次資料によれば22%から38%に増えました。{fact 2}", "はい。増えました。", "no mark"),
    ("対象は171,394本の論文です。{fact 1}", "対象は論文です。", "this bullet (or its end) has no mark"),
    ("### 増えたのですか", "### 99%増えたのですか", "the question holds '99%'"),
    ("- [質問] 「根拠は何ですか」", "", "会議フレーズ has 3 entries"),
    ("- 甲の論文は130億のパラメータを扱います。{fact 1}\n", "", "主張 has 5 entries"),
    ("これは見本の文で、数を持たない説明が続きます。", "", "write 900 to 1800"),
    ("2か国だけの調査です。{limit 1}", "弱点もあります。", "rests on no limit"),
    ("{third-2022: fact 1}", "{other-2021: fact 1}", "cites no summary of another stance"),
    ("{third-2022: fact 1}", "{nobody-1999: fact 1}", "names no other summary"),
    ("{third-2022: fact 1}", "{third-2022: fact 3}", "third-2022: fact 3 has low confidence"),
    ("57会議で逆の結果", "58会議で逆の結果", "'58会議' is not"),
    ("早めに計画を立てるのが一例です。", "早めに計画を立てます。", "not told as an example"),
    ("{relevance 1}", "", "自社への意味 rests on nothing"),
    ("2か国だけの調査です。", "2か国だけの調査だ。", "not です・ます"),
    ("「根拠は何ですか」", "「根拠は。 何ですか」", "drop the space"),
    ("171,394本の調査です」", "171,394本の調査です。」", "drop the full stop"),
    ("二次資料によれば22%から38%に増えました。", "22%から38%に増えたという指摘です。", "second-hand"),
    ("二次資料によれば22%から", "論文によれば22%から", "second-hand"),
])
def test_each_fault_in_the_body_is_found(tmp_path, before, after, message):
    assert before in body()
    count = -1 if "見本の文" in before or before == "{relevance 1}" else 1
    assert any(message in f.message for f in findings(tmp_path, text=body().replace(before, after, count)))


@pytest.mark.parametrize("change, message", [
    ({"theme": "その他"}, "theme"), ({"stance": "pro"}, "stance"), ({"kind": "book"}, "kind"), ({"id": "another"}, "file name"), ({"keywords": ["一"]}, "keywords has 1"),
    ({"related": ["other-2021", "nobody-1999"]}, "nobody-1999"), ({"glossary": ["gpu", "tpu"]}, "'tpu'"), ({"reading_minutes": 9}, "reading_minutes is 9"), ({"year": 2019}, "year is 2019"),
    ({"title": "Another"}, "title is"), ({"title_ja": "99本の論文"}, "title_ja holds '99本'"), ({"keywords": [*HEAD["keywords"], "77%"]}, "keywords holds '77%'"),
])
def test_each_fault_in_the_front_matter_is_found(tmp_path, change, message):
    assert any(message in f.message for f in findings(tmp_path, head=change))


@pytest.mark.parametrize("change, message", [
    ({"papers": ["sample-2020"]}, "papers lacks 'other-2021'"), ({"shown_in": ["どこか"]}, "shown_in names 'どこか'"),
    ({"shown_in": []}, "does not say where"), ({"shown_in": ["投資の試算"]}, "terms with papers, and only they"), ({"papers": []}, "terms with papers, and only they"),
    ({"id": "gpu"}, "unique"), ({"field": "料理"}, "field"), ({"reading": "漢字"}, "kana"), ({"see_also": ["nothing"]}, "no term"), ({"papers": ["nobody-1999"]}, "nobody-1999"),
])
def test_each_fault_in_the_glossary_is_found(tmp_path, change, message):
    assert any(message in f.message for f in findings(tmp_path, glossary=[GLOSSARY[0], {**GLOSSARY[1], **change}]))


def test_a_term_lists_only_summaries_that_name_it(tmp_path):
    found = findings(tmp_path, head={"glossary": ["gpu", "third"]}, glossary=[*GLOSSARY, {**GLOSSARY[0], "id": "third", "papers": ["sample-2020"]}])
    assert [f.message for f in found] == ["compute: papers holds 'sample-2020', whose summary does not name the term"]


def test_a_sentence_that_names_another_work_cites_it(tmp_path):
    head, named = {"authors": ["B. Sample"], "short_ja": "Sample ほか（2020）"}, "57会議で逆の結果もAuthorらが示しています。"
    corpus = write_corpus(tmp_path, head=head, text=body().replace("57会議で逆の結果も出ています。", named))
    for name in ("other-2021", "third-2022"):
        path = corpus / "papers" / f"{name}.md"
        path.write_text(path.read_text(encoding="utf-8").replace("short_ja: 見本", "short_ja: Author "), encoding="utf-8")
    assert check_corpus(corpus, {}) == []
    path = corpus / "papers" / "sample-2020.md"
    path.write_text(path.read_text(encoding="utf-8").replace(named, named + "{fact 1}それも57会議の話です。"), encoding="utf-8")
    cards = load_cards(write_cards(tmp_path))
    found = check_corpus(corpus, cards)
    assert len(found) == 1 and "speaks of Author" in found[0].message and found[0].message.endswith("{other-2021: fact 1}")


ROW = {"paper": "sample-2020", "source": "claim-1", "expects": "near", "stated": "130億", "figures": ["firm_share.ai.2020"], "note": "範囲が違います。"}


@pytest.mark.parametrize("change, message", [
    ({}, None), ({"paper": "nobody-1999"}, "has no summary"), ({"source": "claim-9"}, "has no 'claim-9'"), ({"stated": "131億"}, "does not say '131億'"),
    ({"figures": ["firm_share.ai.1999"]}, "no figure 'firm_share.ai.1999'"), ({"figures": ["firm_shore.ai.2020"]}, "no figure"), ({"figures": []}, "reads 1 figures"),
    ({"note": "38%と書いています。"}, "note holds '38%'"), ({"expects": "same"}, "choose one of"), ({"expects": "rise"}, "stated is '130億'"), ({"stated": ""}, "stated is ''"),
    ({"expects": "higher", "stated": ""}, "reads 2 figures"), ({"extra": 1}, "keys unknown: extra"),
])
def test_each_fault_in_a_comparison_is_found(tmp_path, change, message):
    found = check_corpus(write_corpus(tmp_path, comparisons=[{**ROW, **change}]), {})
    assert [f.line for f in found] == [1] * len(found)
    assert found == [] if message is None else any(message in f.message for f in found)


def test_findings_point_to_the_line(tmp_path):
    text = body().replace("57会議の論文を調べました。{fact 1}", "58会議の論文を調べました。{fact 1}", 1)
    corpus = write_corpus(tmp_path, text=text)
    found = next(f for f in check_corpus(corpus, load_cards(write_cards(tmp_path))) if "58" in f.message)
    assert "58会議" in found.path.read_text(encoding="utf-8").split("\n")[found.line - 1]


def test_a_broken_summary_does_not_hide_the_others(tmp_path):
    corpus = write_corpus(tmp_path)
    (corpus / "papers" / "broken.md").write_text("nothing", encoding="utf-8")
    (corpus / "papers" / "other-2021.md").write_text((corpus / "papers" / "other-2021.md").read_text(encoding="utf-8").replace("reading_minutes: 4", "reading_minutes: 8"), encoding="utf-8")
    assert {f.path.name for f in check_corpus(corpus, {})} == {"broken.md", "other-2021.md"}


@pytest.mark.parametrize("card, text, stated", [
    ("13 billion parameters", "130億パラメータ", True), ("Two thirds are", "3分の2", True), ("about one tenth", "10分の1", True), ("22 October 2020", "10月", True), ("three times", "3倍", True),
    ("doubled every 3.4 months", "3.4か月ごとに倍増", True), ("almost two orders of magnitude", "2桁", True), ("a few dozen GPUs", "数十枚", True), ("two decades earlier", "20年前", True),
    ("The first author", "1人", True), ("fiscal 2022", "2022年度", True), ("10^20 operations", "10の20乗", True), ("US$52-175", "175ドル", True), ("38% of papers", "38倍", False), ("38 papers", "38%", False),
    ("¥5 billion", "5億円", False), ("12 months", "13か月", False), ("rose by 12%", "12ポイント", False), ("3.4 months", "3.5か月", False), ("2020", "2021年", False),
    ("tens of millions of dollars", "数千万ドル", True), ("interval 2.0-2.9", "2.0〜2.9倍", True), ("from 1 in 2004 to 40 in 2018", "40人", True), ("38%", "38本", False),
    ("fell more than 280-fold", "280分の1", True), ("rose 280-fold", "280分の1", False), ("10,000 times fewer", "10,000分の1", True), ("Half of the score", "半分", True),
    ("the halfway point", "半分", False),
])
def test_numbers_of_cards(card, text, stated):
    assert all(states(card_numbers(card), n) for n in find_numerals(text)) is stated


def test_the_card_fixture_is_read(tmp_path):
    card = load_cards(write_cards(tmp_path))["sample-2020"]
    assert [c for _, c in card.facts] == [f["conf"] for f in CARD["facts"]]
    assert load_paper(write_corpus(tmp_path) / "papers" / "sample-2020.md").title == card.title
