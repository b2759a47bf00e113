"""Names of fields with a slip of the pen are read, told, and never taken for another thing."""

import pytest

from assistant.models import Place
from assistant.understand.text.matcher import read

SLIPS = [
    ("コンピュタービジョンの企業の割合", "vision"),
    ("ロボッティクスの企業割合は?", "robotics"),
    ("自然言語処里の企業割合", "nlp"),
    ("データーマイニングの企業率は", "web-data"),
    ("マシンラニングの企業率", "ml"),
    ("デタベースの企業の割合", "databases"),
    ("セキュリテの産学共著率", "security"),
    ("機会学習の企業率", "ml"),
    ("ヒュマンコンピュタインタラクションの企業率", "hci"),
]


@pytest.mark.parametrize(("asked", "field"), SLIPS)
def test_a_slip_in_the_name_of_a_field_is_read_and_told(understanding, asked, field):
    question = understanding.understand(asked)
    assert question.places == (Place("field", field),) and question.blocker is None
    assert any("と読みました" in told for told in question.readings)


@pytest.mark.parametrize("asked", ["フットワークの企業率", "自然言語解析の企業率", "情報処理の企業率", "リボットの企業率", "コンピュータの企業率", "画像認証の企業率"])
def test_another_word_is_no_slip(understanding, asked):
    text = read(asked)
    assert understanding.places.homophone(text, understanding.places.find(text), understanding.blockers.proper_nouns.reading) is None


@pytest.mark.parametrize("asked", ["データベースの企業率", "自然言語処理の企業率", "コンピュータービジョンの企業率"])
def test_a_name_written_well_is_told_nothing(understanding, asked):
    assert not any("と読みました" in told for told in understanding.understand(asked).readings)
