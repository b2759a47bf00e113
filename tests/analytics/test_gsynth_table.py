"""`python -m analytics gsynth FILE.csv`: any table, its JSON, and every fault of a file named by line."""

import csv
import json

import numpy as np
import pytest

from analytics.__main__ import main
from analytics.divide.factor_choice import Validation
from analytics.divide.gsynth import estimate
from analytics.divide.gsynth_table import Columns, analyse, choice_notes, read_panel, report_dict, report_text, runs_narrow
from analytics.errors import SourceError
from bench.panels import EFFECT, make_panel

COLUMNS = Columns("y", "d", "unit", "time", ("x0",))
OPTIONS = ["--outcome", "y", "--treated", "d", "--unit", "unit", "--time", "time", "--covariates", "x0", "--draws", "40"]


def records(panel):
    """One dictionary a cell, unit by unit."""
    return [
        {
            "unit": unit, "time": time, "y": panel.outcome[place, number], "d": int(panel.treated[place, number]),
            "x0": panel.covariates[place, number, 0],
        }
        for number, unit in enumerate(panel.units)
        for place, time in enumerate(panel.times)
    ]  # fmt: skip


@pytest.fixture
def write(tmp_path):
    def save(rows, header=("unit", "time", "y", "d", "x0")):
        path = tmp_path / "panel.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header)
            writer.writeheader()
            writer.writerows(rows)
        return path

    return save


@pytest.fixture
def panel():
    return make_panel(covariates=1, noise=0.5)


def test_file_gives_back_the_panel(write, panel):
    rows = records(panel)
    np.random.default_rng(0).shuffle(rows)
    found = read_panel(write(rows), COLUMNS)
    order = [found.units.index(unit) for unit in panel.units]
    assert found.times == tuple(str(time) for time in panel.times)  # in the order of the numbers: 2 before 10
    assert found.outcome[:, order] == pytest.approx(panel.outcome) and (found.treated[:, order] == panel.treated).all()
    assert found.covariates[:, order] == pytest.approx(panel.covariates)


def test_empty_cells_and_absent_rows_are_missing(write, panel):
    rows = records(panel)
    rows[3]["y"], rows[20]["x0"] = "", "NA"
    last = rows.pop(-1)  # the last treated cell
    rows.pop(-2)  # a treated cell between treated ones
    found = read_panel(write(rows), COLUMNS)
    assert (~found.observed).sum() == 4 and found.treated.sum() == panel.treated.sum()
    assert found.treated[-1, found.units.index(last["unit"])]


@pytest.mark.parametrize(
    "row, cell, message",
    [
        (5, {"y": "a lot"}, r"line 7: y 'a lot' is not a finite number"),
        (5, {"x0": "inf"}, r"line 7: x0 'inf' is not a finite number"),
        (5, {"d": "2"}, r"line 7: d must be 0 or 1, not '2'"),
        (5, {"d": ""}, r"line 7: d must be 0 or 1, not ''"),
        (5, {"unit": " "}, r"line 7: unit is empty"),
        (5, {"time": ""}, r"line 7: time is empty"),
        (5, {"time": "4"}, r"line 7: unit u0, time 4 is already on line 6"),
        (-1, {"d": "0"}, r"line 561: unit u34 is untreated at time 15 after being treated"),
    ],
)
def test_faults_are_named_by_file_and_line(write, panel, row, cell, message):
    rows = records(panel)
    rows[row] |= cell
    with pytest.raises(SourceError, match=r"panel\.csv " + message):
        read_panel(write(rows), COLUMNS)


def test_files_that_are_no_table(write, panel, tmp_path):
    with pytest.raises(SourceError, match="holds no rows"):
        read_panel(write([]), COLUMNS)
    with pytest.raises(SourceError, match="cannot be read"):
        read_panel(tmp_path / "absent.csv", COLUMNS)
    path = write(records(panel))
    path.write_text(path.read_text(encoding="utf-8") + "u99,1,2\n", encoding="utf-8")
    with pytest.raises(SourceError, match="line 562: the number of cells differs"):
        read_panel(path, COLUMNS)
    path.write_bytes(b"unit,time,y,d,x0\n\xff\xfe,1,2,0,1\n")
    with pytest.raises(SourceError, match="UTF-8"):
        read_panel(path, COLUMNS)


def test_report_holds_the_contract(panel):
    report = report_dict(analyse(panel, draws=40, placebo_periods=2))
    assert {"att_avg", "se", "low", "high", "factors", "beta", "att_by_period"} <= set(report)
    assert report["low"] < EFFECT < report["high"] and report["beta"]["x0"] == pytest.approx(1, abs=0.2)
    assert [row["period"] for row in report["att_by_period"]] == [1, 2, 3, 4, 5, 6]
    assert [row["time"] for row in report["att_by_period"]] == [10, 11, 12, 13, 14, 15]
    assert [row["period"] for row in report["gap_before"]] == list(range(-9, 1))
    assert report["units"] == {"treated": 5, "control": 30} and len(report["att_by_unit"]) == 5
    assert report["placebo"]["low"] < 0 < report["placebo"]["high"]
    tried = {row["factors"]: row["att"] for row in report["by_factors"]}
    assert set(map(str, tried)) == set(report["cross_validation"]) and len(tried) > 2
    assert set(report["factor_choice"]["information"]) == set(report["cross_validation"])
    assert report["factor_choice"]["cross_validated"] <= report["factors"]
    assert tried[report["factors"]] == pytest.approx(report["att_avg"], rel=1e-9) and tried[0] == pytest.approx(estimate(panel, 0).att_avg, rel=1e-9)  # the last digit is the processor's


def test_staggered_starts_have_no_calendar_time():
    report = report_dict(analyse(make_panel(noise=0.5, staggered=True), draws=40))
    assert "time" not in report["att_by_period"][0] and report["att_by_period"][0]["n"] == 5


def test_command_prints_json_and_nothing_else(write, panel, capsys):
    assert main(["gsynth", str(write(records(panel))), *OPTIONS, "--factors", "1", "--json"]) == 0
    out, err = capsys.readouterr()
    report = json.loads(out)
    assert err == "" and report["factors"] == 1 and report["cross_validation"] is None and report["draws"] == 40


def test_command_prints_lines_without_json(write, panel, capsys):
    assert main(["gsynth", str(write(records(panel))), *OPTIONS]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("平均効果") and sum(line.startswith("  因子") and "平均効果" in line for line in lines) > 2


@pytest.mark.parametrize(
    "options, code, message",
    [
        (["--outcome", "z"], 2, "列「z」がありません。ある列は「unit、time、y、d、x0"),
        (["--draws", "5"], 2, "20以上にしてください（今は5）"),
        (["--factors", "12"], 2, "因子12個には処置の前に13期以上が必要です"),
        (["--placebo", "10"], 2, "には処置の前の値がありません"),
    ],
)
def test_command_refuses_settings_with_a_reason(write, panel, capsys, options, code, message):
    assert main(["gsynth", str(write(records(panel))), *OPTIONS, *options]) == code
    out, err = capsys.readouterr()
    assert out == "" and message in err


def test_command_names_the_faulty_line(write, panel, capsys):
    rows = records(panel)
    rows[0]["y"] = "?"
    assert main(["gsynth", str(write(rows)), *OPTIONS, "--json"]) == 1
    out, err = capsys.readouterr()
    assert out == "" and "panel.csv の2行目の「y」が数字ではありません（「?」）" in err


def test_command_reproduces_the_published_panel(raw_folder, capsys):
    file = raw_folder / "gsynth" / "simdata.csv"
    names = ["--outcome", "Y", "--treated", "D", "--covariates", "X1,X2", "--unit", "id", "--time", "time"]
    assert main(["gsynth", str(file), *names, "--draws", "100", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["factors"] == 2 and round(report["att_avg"], 3) == 5.543
    assert {name: round(value, 3) for name, value in report["beta"].items()} == {"X1": 1.021, "X2": 3.052}
    # The panel's own mean effect is known, and the interval holds it.
    assert report["low"] < 5.462 < report["high"] and len(report["att_by_period"]) == 10


@pytest.mark.parametrize(
    "alone, indicated, best, words",
    [(0, 2, 2, "偏りの少ない多い方にしました"), (0, 2, 0, "多い方は処置前の予測を悪くするため、因子0個"), (2, 0, 2, "はっきりよくなる因子2個"), (1, 1, 1, None)],
)
def test_where_the_two_criteria_differ_both_are_told(alone, indicated, best, words):
    lines = choice_notes(Validation({0: 1.0}, {0: 1.0}, alone, indicated, best))
    if words is None:
        assert lines == []
    else:
        assert len(lines) == 1 and words in lines[0]
        assert f"交差検証だけなら因子{alone}個" in lines[0] and f"だけなら{indicated}個です" in lines[0]


@pytest.mark.parametrize(
    "settings, narrow",
    [({"start": 5, "missing": 0.1}, True), ({"start": 5, "staggered": True}, True), ({"start": 5}, False), ({"start": 10, "missing": 0.1}, False)],
)
def test_intervals_that_run_narrow_are_told(settings, narrow):
    panel = make_panel(noise=1.0, **settings)
    assert runs_narrow(panel) is narrow
    assert ("狭めです" in report_text(analyse(panel, draws=20, largest=0))) is narrow
