import pytest
from summaries import GLOSSARY, body, write_corpus

from index.corpus import load_corpus, load_glossary, load_paper, parse_basis, split_sentences
from index.errors import CorpusError
from index.papers import Basis


def sample(folder, **changes):
    return write_corpus(folder, **changes) / "papers" / "sample-2020.md"


def test_reads_a_summary(tmp_path):
    paper = load_paper(sample(tmp_path))
    assert (paper.id, paper.year, len(paper.points), len(paper.sections), len(paper.claims), len(paper.questions), len(paper.phrases)) == ("sample-2020", 2020, 3, 8, 6, 8, 4)
    assert paper.points[0].text == "対象は171,394本の論文です。"
    assert paper.points[0].basis == (Basis("fact", 1),)
    assert paper.questions[0].question == "増えたのですか"
    assert paper.questions[0].answer == "はい。二次資料によれば22%から38%に増えました。"
    assert [s.basis for s in paper.questions[0].statements] == [(), (Basis("fact", 2),)]
    assert (paper.phrases[0].scene, paper.phrases[0].text) == ("取締役会", "「171,394本の調査です」")
    assert paper.phrases[3].basis == ()


def test_section_marks_belong_to_the_sentence_before_them(tmp_path):
    statements = load_paper(sample(tmp_path)).sections[0].statements
    assert statements[0].text == "57会議の論文を調べました。" and statements[0].basis == (Basis("fact", 1),)
    assert all(s.basis == () for s in statements[1:]) and len(statements) == 6


def test_passages_by_key(tmp_path):
    paper = load_paper(sample(tmp_path))
    assert paper.passage("claim-2") is paper.claims[1] and paper.passage("qa-1") is paper.questions[0] and paper.passage("point-3") is paper.points[2]
    assert [paper.passage(key) for key in ("claim-7", "claim", "section-1", "")] == [None] * 4


def test_mark_before_the_full_stop_is_the_same(tmp_path):
    text = body().replace("57会議の論文を調べました。{fact 1}", "57会議の論文を調べました{fact 1}。", 1)
    first = load_paper(sample(tmp_path, text=text)).sections[0].statements[0]
    assert (first.text, first.basis) == ("57会議の論文を調べました。", (Basis("fact", 1),))


def test_marks():
    assert parse_basis("fact 1,4; limit 1", "x", 1) == (Basis("fact", 1), Basis("fact", 4), Basis("limit", 1))
    assert parse_basis("note", "x", 1) == (Basis("note", None),)
    assert parse_basis("xu-2017: fact 2,3; limit 1", "x", 1) == (Basis("fact", 2, "xu-2017"), Basis("fact", 3, "xu-2017"), Basis("limit", 1))
    assert [b.name for b in parse_basis("xu-2017: note; fact 2", "x", 1)] == ["xu-2017: note", "fact 2"]
    for wrong in ("fact", "fakt 1", "fact 1-3", "note 1", "", "fact 1;", "Fact 1", ": fact 1", "xu-2017 fact 1"):
        with pytest.raises(CorpusError):
            parse_basis(wrong, "x", 1)


def test_sentences_are_not_cut_inside_quotes():
    assert split_sentences("「本当？」と聞かれます。はい！！次です") == ["「本当？」と聞かれます。", "はい！！", "次です"]


@pytest.mark.parametrize("spoil, line, problem", [
    (lambda t: t.replace("## 要点", "## 要約", 1), None, "要点"),
    (lambda t: t.replace("{fact 1}", "{fakt 1}", 1), None, "mark"),
    (lambda t: t.replace("{fact 1}", "{fact 1", 1), None, "brace"),
    (lambda t: t.replace("- [質問]", "- 質問", 1), None, "場面"),
    (lambda t: t.replace("year: 2020", "year: two", 1), 2, "year"),
    (lambda t: t.replace("kind: paper\n", "", 1), 2, "kind"),
    (lambda t: t.replace("kind: paper", "kind: paper\nextra: 1", 1), 2, "extra"),
    (lambda t: t.replace("title: A sample", "title: 'A sample", 1), None, "YAML"),
    (lambda t: t[4:], 1, "front matter"),
    (lambda t: t.replace("### 増えたのですか\nはい。二次資料によれば22%から38%に増えました。{fact 2}", "### 増えたのですか", 1), None, "answer"),
    (lambda t: t.replace("## 今後の方向性", "## 今後の方向性\n## 議論と課題", 1), None, "heading"),
])
def test_broken_files_are_named_with_line_and_remedy(tmp_path, spoil, line, problem):
    path = sample(tmp_path)
    before = path.read_text(encoding="utf-8")
    path.write_text(spoil(before), encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        load_paper(path)
    assert caught.value.path == path and problem in caught.value.problem
    assert line is None and caught.value.line > 1 or caught.value.line == line


def test_line_of_a_wrong_mark_is_exact(tmp_path):
    path = sample(tmp_path)
    lines = path.read_text(encoding="utf-8").split("\n")
    number = lines.index("## 主張") + 2
    lines[number - 1] = lines[number - 1].replace("{fact 1}", "{fact x}")
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        load_paper(path)
    assert caught.value.line == number


def test_bytes_that_are_no_utf8(tmp_path):
    path = sample(tmp_path)
    path.write_bytes("日本語".encode("cp932"))
    with pytest.raises(CorpusError, match="UTF-8"):
        load_paper(path)


def test_glossary(tmp_path):
    terms = load_glossary(write_corpus(tmp_path) / "glossary.yaml")
    assert [t.id for t in terms] == ["gpu", "compute"] and terms[0].line == 1 and terms[1].line > 5
    path = write_corpus(tmp_path, glossary=[GLOSSARY[0], {"id": "x"}]) / "glossary.yaml"
    with pytest.raises(CorpusError, match="keys missing") as caught:
        load_glossary(path)
    assert caught.value.line == terms[1].line


def test_missing_glossary_is_named(tmp_path):
    corpus = write_corpus(tmp_path)
    (corpus / "glossary.yaml").unlink()
    with pytest.raises(CorpusError, match="glossary.yaml"):
        load_corpus(corpus)
