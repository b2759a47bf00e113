"""Character sets, languages and file names."""

import unicodedata

import pytest

from index.documents.charsets import decode
from index.documents.errors import DocumentRefused
from index.documents.language import language_of
from index.documents.names import checked_owner, kind_of, shown_name

JAPANESE = "第３期の業績①：売上高は前期に比べて増えました。㈱サンプルの見通しは「良好」です。\n次の行です。"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_character_sets(charset):
    assert decode(JAPANESE.encode(charset)) == JAPANESE


@pytest.mark.parametrize("charset", ["euc_jp", "iso2022_jp"])
def test_character_sets_of_older_systems(charset):
    text = JAPANESE.replace("①", "").replace("㈱", "")
    assert decode(text.encode(charset)) == text


@pytest.mark.parametrize("text", ["売上", "営業利益率", "カタカナ", "ｶﾀｶﾅと漢字の混ざる文書です。よろしくお願いします。"])
def test_short_texts_in_cp932(text):
    assert decode(text.encode("cp932")) == text


def test_ascii_and_line_ends():
    assert decode(b"a\r\nb\rc") == "a\nb\nc"


def test_a_label_decides_what_bytes_cannot():
    assert decode("café".encode("latin-1"), "latin-1") == "café"


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03binary\x00\x00", bytes(range(128, 256)) * 4, b"\xef\xbb\xbf\xff\xfe"])
def test_no_text_is_refused(data):
    with pytest.raises(DocumentRefused) as caught:
        decode(data)
    assert caught.value.reason == "charset" and "UTF-8" in caught.value.japanese


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("当社の売上高は増えました。", "ja"), ("売上高 営業利益 の推移", "ja"), ("AI（人工知能）の GPU cluster を training に使う。", "ja"),
        ("The company reported that sales of the new product were up in all regions.", "en"), ("Quarterly Revenue Report", "en"),
        ("公司的销售额比上年增长了百分之八，主要原因是汽车零部件的需求恢复，新工厂的投产提高了生产能力。我们认为明年的市场环境仍然存在不确定性，" * 3, "other"),
        ("Der Umsatz des Unternehmens ist im Vergleich zum Vorjahr gestiegen und die Prognose für das kommende Jahr bleibt sehr gut, weil viele neue Kunden gewonnen wurden und der Markt wächst.", "other"),
        ("회사의 매출은 전년 대비 증가했습니다.", "other"), ("123 456", "other"),
    ],
)  # fmt: skip
def test_languages(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("【社外秘】第3期.pdf", "【社外秘】第3期.pdf"), (unicodedata.normalize("NFD", "ガイド「プラン」.docx"), "ガイド「プラン」.docx"),
        ("../../etc/passwd.txt", "passwd.txt"), ("C:\\資料\\第3期.xlsx", "第3期.xlsx"), ("a\x00b\n\u202egnp.txt", "abgnp.txt"), ("/x/報告　書.md", "報告　書.md"),
        ("﹍①②.pdf", "﹍①②.pdf"), ("～㈱～.pdf", "～㈱～.pdf"),
    ],
)  # fmt: skip
def test_names_are_shown_as_given_and_never_a_path(given, shown):
    assert shown_name(given) == shown


@pytest.mark.parametrize("name", ["", "..", "../", "\x00", "///", "....pdf"])
def test_names_without_a_letter_are_refused(name):
    with pytest.raises(DocumentRefused) as caught:
        shown_name(name)
    assert caught.value.reason == "name"


def test_a_long_name_keeps_its_extension():
    assert len(shown_name("長" * 900 + ".pdf")) <= 200 and kind_of(shown_name("長" * 900 + ".pdf")) == "pdf"


@pytest.mark.parametrize(("name", "reason"), [("a.exe", "kind"), ("a", "kind"), ("旧.doc", "old_office"), ("a.xls", "old_office"), ("a.zip", "kind")])
def test_other_kinds_are_refused(name, reason):
    with pytest.raises(DocumentRefused) as caught:
        kind_of(name)
    assert caught.value.reason == reason and caught.value.japanese.endswith("。")


@pytest.mark.parametrize(("name", "kind"), [("A.PDF", "pdf"), ("ａ．ｐｄｆ", None), ("資料.ＰＤＦ", "pdf"), ("a.HTM", "html"), ("m.docm", "docx")])
def test_extensions(name, kind):
    if kind is None:
        with pytest.raises(DocumentRefused):
            kind_of(name)
    else:
        assert kind_of(name) == kind


@pytest.mark.parametrize("owner", ["", "  ", None, 3, "a\x00", "長" * 201])
def test_odd_owners_are_refused(owner):
    with pytest.raises(DocumentRefused) as caught:
        checked_owner(owner)
    assert caught.value.reason == "owner"
