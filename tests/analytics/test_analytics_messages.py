"""Every error that can reach a reader has its Japanese sentence, and every sentence has an error."""

import ast
from pathlib import Path
from string import Formatter

import pytest

from analytics.errors import BadInput, DerivedMissing, SourceError
from analytics.messages import INPUTS, explain

FOLDER = Path(__file__).parents[2] / "analytics"
RAISED = ("BadInput", "SourceError", "NotSettled")


def raised_reasons():
    """(reason, names of its details or None when they are passed on as a whole) of every error in the package."""
    for path in sorted(FOLDER.rglob("*.py")):
        if "roi" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) in RAISED and len(node.args) > 1:
                names = {keyword.arg for keyword in node.keywords}
                yield node.args[1], None if None in names else names


def test_sentences_and_errors_fit():
    found = list(raised_reasons())
    # The two reasons of a loop over "before" and "under" treatment come in a variable.
    reasons = {key.value for key, _ in found if isinstance(key, ast.Constant)} | {"no_before", "no_after"}
    assert reasons == set(INPUTS)
    for key, names in found:
        if isinstance(key, ast.Constant) and names is not None:
            fields = {field for _, field, _, _ in Formatter().parse(INPUTS[key.value]) if field}
            assert fields <= names, key.value


@pytest.mark.parametrize("sentence", INPUTS.values(), ids=INPUTS)
def test_sentences_are_japanese_and_end(sentence):
    assert sentence.endswith("。") and any("\u3040" <= sign <= "\u30ff" for sign in sentence)


def test_an_error_is_worded_with_its_details():
    assert explain(BadInput("x", "years_swapped", text="2021-2012")).startswith("年「2021-2012」は初めの年が終わりの年より後です。")
    assert explain(SourceError("papers.parquet: row 3: negative citations")).endswith("（papers.parquet: row 3: negative citations）")
    assert "--all を実行してください" in explain(DerivedMissing("computed from another panel"))
