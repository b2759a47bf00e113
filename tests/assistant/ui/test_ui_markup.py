"""Answer text becomes HTML that cannot carry anything but text, headings, lists, tables and citation buttons."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from assistant.ui.markup import answer_html, plain_text, split_sources

TITLES = {1: "題「<一>\"", 12: "十二"}
ALLOWED = {
    "p", "br", "strong", "ul", "ol", "li", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td", "blockquote", "hr", "code", "pre",
    "button", "span",
}  # fmt: skip
ATTRIBUTES = {
    "button": {"type", "class", "data-cite", "aria-label"}, "span": {"class"}, "h3": {"class"}, "ol": {"start"}, "th": {"style"}, "td": {"style"},
    "code": {"class"},
}  # fmt: skip


class Reader(HTMLParser):
    """Collects tags, attributes and text."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.text, self.cited = [], "", []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, {name for name, _ in attrs}))
        self.cited += [int(value) for name, value in attrs if name == "data-cite"]

    def handle_data(self, data):
        self.text += data


DANGEROUS = st.text(
    st.sampled_from(list("【】12＜<>&\"'`*_#|-![]()\\/:;= \n　あa$%{}。")) | st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80
)


@given(DANGEROUS | st.builds("<{}>".format, DANGEROUS) | st.builds("[x]({}) ![y]({})".format, DANGEROUS, DANGEROUS))
def test_no_text_brings_another_tag_or_attribute_or_citation(text):
    read = Reader(answer_html(text, TITLES))
    for tag, attributes in read.tags:
        assert tag in ALLOWED
        assert attributes <= ATTRIBUTES.get(tag, set())
    assert set(read.cited) <= set(TITLES)


def test_links_images_and_html_stay_text():
    read = Reader(answer_html("[a](http://e.org) ![i](http://e.org/x.png) <b>x</b> <http://e.org>", TITLES))
    assert {tag for tag, _ in read.tags} == {"p"}
    assert "[a](http://e.org)" in read.text and "<b>x</b>" in read.text


def test_marks_of_this_answer_become_buttons_and_others_stay_text():
    read = Reader(answer_html("値です【1】【12】。他【3】", TITLES))
    assert read.cited == [1, 12]
    assert "他【3】" in read.text


def test_a_mark_stays_with_the_word_before_and_the_full_stop_after_it():
    assert '<span class="tie">す<button' in answer_html("値です【1】。", TITLES)
    assert "</button>。</span>" in answer_html("値です【1】。", TITLES)


def test_the_character_tied_to_a_mark_is_escaped():
    assert '<span class="tie">&lt;<button' in answer_html("値<【1】", TITLES)


def test_bold_beside_japanese_brackets_is_bold():
    assert "<strong>「企業」</strong>" in answer_html("これは**「企業」**の値", TITLES)


def test_section_names_are_headings_below_the_question():
    html = answer_html("**結論**\n値**36%**です。\n\n**経営への示唆**　文です。\n\n# 大見出し\n\n**出典**\n- a", TITLES)
    assert "<h3>結論</h3>\n<p>値<strong>36%</strong>です。</p>" in html
    assert "<h3>経営への示唆</h3>\n<p>文です。</p>" in html
    assert "<h3>大見出し</h3>" in html
    assert '<h3 class="sources">出典</h3>' in html


def test_the_list_of_sources_is_split_off():
    assert split_sources("**結論**\nx\n\n**出典**\n- y") == ("**結論**\nx\n\n", "**出典**\n- y")
    assert split_sources("x") == ("x", "")


def test_what_is_copied_holds_no_markup_but_its_marks():
    assert plain_text("## 見出し\n**結論**\n- 値は**3%**【1】") == "見出し\n結論\n・値は3%【1】"
