"""The README's table of headline figures is the one that the figures give."""

from pathlib import Path

import pytest

from analytics.__main__ import main
from analytics.headlines import END, HEADLINES, START, headline_figures, table

README = Path(__file__).parents[2] / "README.md"


def test_the_readme_holds_the_current_table(shipped):
    text = README.read_text(encoding="utf-8")
    shown = text.partition(START)[2].partition(END)[0].strip()
    assert shown == table(headline_figures(shipped)), "run: python -m analytics headlines --write README.md"


def test_rows_carry_the_figures(shipped):
    share, lines = shipped.share(shipped.measure("firm_share"), [2021]), table(headline_figures(shipped)).splitlines()
    assert len(lines) == len(HEADLINES) + 2
    assert f"| {share.label_ja} | {share.display} | － | `firm_share.ai.2021` |" in lines
    did = shipped.did(shipped.measure("firm_share"))
    assert any(f"| {did.display} | +{did.low:.1f}〜+{did.high:.1f}ポイント |" in line for line in lines)


def test_command_replaces_only_what_lies_between_the_marks(tmp_path, capsys):
    path = tmp_path / "doc.md"
    path.write_text(f"前\n{START}\n古い表\n{END}\n後\n", encoding="utf-8")
    assert main(["headlines", "--write", str(path)]) == 0 and main(["headlines"]) == 0
    assert path.read_text(encoding="utf-8") == f"前\n{START}\n{capsys.readouterr().out}{END}\n後\n"


@pytest.mark.parametrize("text", ["", START, f"{END}{START}", f"{START}{START}{END}"])
def test_a_document_without_marks_is_left_alone(text, tmp_path, capsys):
    path = tmp_path / "doc.md"
    path.write_text(text, encoding="utf-8")
    assert main(["headlines", "--write", str(path)]) == 1
    assert path.read_text(encoding="utf-8") == text and "1つずつ要ります" in capsys.readouterr().err
    assert main(["headlines", "--write", str(tmp_path / "none.md")]) == 1
