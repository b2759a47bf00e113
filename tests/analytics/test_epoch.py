"""Epoch AI's models: faults of the file by line, sectors, planted trends, an independent recount, and queries."""

import csv
import json
import math
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from analytics import provenance
from analytics.__main__ import main
from analytics.build import build_models
from analytics.divide.computed import EPOCH_FILE, computed, read_json
from analytics.divide.epoch import COLUMNS, Model, read_models
from analytics.divide.epoch_figures import METRICS, SECTOR_LABELS, epoch_figures
from analytics.divide.epoch_measures import SECTORS, aggregate
from analytics.errors import SourceError
from analytics.figure import Source

ROW = {
    "Model": "A", "Organization": "Acme", "Organization categorization": "Industry", "Publication date": "2020-05-01",
    "Training compute (FLOP)": "1e20", "Training compute cost (2023 USD)": "1000", "Training hardware": "NVIDIA A100",
    "Hardware quantity": "8",
}  # fmt: skip
SOURCE = Source("出典", "CC BY 4.0", "2025-02-24", "https://example.org/", "0" * 64)


@pytest.fixture
def write(tmp_path):
    def save(*changes, header=COLUMNS):
        rows = [ROW | {"Model": f"M{number}"} | change for number, change in enumerate(changes)]
        with (tmp_path / provenance.EPOCH_INPUT).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        return tmp_path

    return save


def model(name, year=2020, kinds=("Industry",), flop=None, cost=None, makers=(), chips=None, day=None):
    return Model(name, day or date(year, 7, 1), frozenset(kinds), flop, cost, frozenset(makers), chips)


def pick(records, metric, years, **names):
    """The one record of a metric."""
    (found,) = [
        record
        for record in records
        if (record["metric"], record["years"]) == (metric, years)
        and all(record.get(key) == names.get(key) for key in ("sector", "hardware"))
    ]
    return found


# -- reading ----------------------------------------


def test_a_row_is_read(write):
    (found,), digest = read_models(write({"Training hardware": "NVIDIA A100,Google TPU v3", "Training compute (FLOP)": ""}))
    assert found == model("M0", day=date(2020, 5, 1), cost=1000.0, makers={"nvidia", "google_tpu"}, chips=8.0)
    assert len(digest) == 64


@pytest.mark.parametrize(
    "kinds, sector",
    [
        (("Industry",), "industry"), (("Academia",), "academia"), (("Industry", "Academia"), "collaboration"),
        (("Industry", "Academia", "Government"), "collaboration"), (("Industry", "Government"), "other"),
        (("Research collective",), "other"), ((), None),
    ],
)  # fmt: skip
def test_sectors(kinds, sector):
    assert model("A", kinds=kinds).sector == sector


@pytest.mark.parametrize(
    "change, message",
    [
        ({"Publication date": "May 2020"}, "line 3: Publication date 'May 2020' is not YYYY-MM-DD"),
        ({"Training compute (FLOP)": "lots"}, r"line 3: Training compute \(FLOP\) 'lots' is not a number"),
        ({"Training compute (FLOP)": "-1"}, r"line 3: Training compute \(FLOP\) must be above 0"),
        ({"Training compute cost (2023 USD)": "0"}, "line 3: Training compute cost .* must be above 0"),
        ({"Hardware quantity": "inf"}, "line 3: Hardware quantity must be above 0"),
        ({"Organization categorization": "Industry,Startup"}, r"line 3: unknown Organization categorization \['Startup'\]"),
        ({"Model": "M0"}, "repeated models"),
    ],
)
def test_faults_are_named_by_file_and_line(write, change, message):
    with pytest.raises(SourceError, match=rf"{provenance.EPOCH_INPUT}.*{message}"):
        read_models(write({}, change))


def test_files_that_are_no_table(write, tmp_path):
    with pytest.raises(SourceError, match="cannot be read"):
        read_models(tmp_path)
    with pytest.raises(SourceError, match=r"columns \['Hardware quantity'\] are missing"):
        read_models(write({}, header=COLUMNS[:-1]))
    with pytest.raises(SourceError, match="holds no models"):
        read_models(write())


def test_without_the_table_there_is_no_file_of_models(write, tmp_path):
    stage = tmp_path / "stage"
    stage.mkdir()
    assert build_models(tmp_path / "nowhere", stage) == {} and not list(stage.iterdir())
    assert set(build_models(write({}, {}, {}), stage)) == {provenance.EPOCH_INPUT} and (stage / EPOCH_FILE).is_file()


# -- aggregates ----------------------------------------


def test_counts_and_shares_of_a_hand_made_year():
    kinds = [("Industry",), ("Industry", "Academia"), ("Academia",), ("Industry", "Government"), ()]
    records = aggregate([model(f"M{number}", kinds=kind) for number, kind in enumerate(kinds)])
    assert pick(records, "epoch_models", [2020])["value"] == 5
    counted = {sector: pick(records, "epoch_models", [2020], sector=sector)["value"] for sector in SECTORS}
    assert counted == {"industry": 1, "academia": 1, "collaboration": 1, "other": 1}
    share = pick(records, "epoch_industry_share", [2020])
    assert (share["value"], share["n"]) == (75.0, 4) and share["low"] == pytest.approx(30.06, abs=0.01)  # Wilson, 3 of 4
    assert pick(records, "epoch_academia_only_share", [2020])["value"] == 25.0


def test_compute_cost_and_chips_of_a_hand_made_year():
    firms = [
        model(f"F{number}", flop=flop, cost=flop / 1e15, makers=("nvidia",), chips=10.0)
        for number, flop in enumerate((1e22, 3e22, 8e22))
    ]
    schools = [model(f"S{number}", kinds=("Academia",), flop=flop) for number, flop in enumerate((1e20, 2e20, 3e20))]
    records = aggregate(firms + schools)
    assert pick(records, "epoch_compute_median", [2020], sector="industry")["value"] == 3e22
    assert pick(records, "epoch_compute_ratio", [2020])["value"] == 150
    largest = pick(records, "epoch_compute_max", [2020])
    assert (largest["value"], largest["parts"]) == (8e22, {"model": "F2"})
    assert (
        pick(records, "epoch_cost_median", [2020])["value"] == 3e7 and pick(records, "epoch_chips_median", [2020])["value"] == 10
    )
    using = pick(records, "epoch_hardware_models", [2020], hardware="nvidia")
    assert (using["value"], using["n"]) == (3, 3)


def test_few_models_have_no_median_and_no_share():
    records = aggregate([model("A", flop=1e20), model("B", flop=1e21)])
    assert {record["metric"] for record in records if record["years"] == [2020]} == {"epoch_models", "epoch_compute_max"}


@pytest.mark.parametrize("months", [3.0, 6.0, 20.0])
def test_planted_doubling_time_is_recovered(months):
    random = np.random.default_rng(0)
    models = []
    for number in range(200):
        day = date(2011, 1, 1) + timedelta(days=int(random.integers(0, 12 * 365)))
        years = (day - date(2011, 1, 1)).days / 365.25
        models.append(model(f"M{number}", day=day, flop=1e16 * 2 ** (12 / months * years + random.normal())))
    found = pick(aggregate(models), "epoch_doubling_time", list(range(2010, max(m.year for m in models) + 1)))
    assert found["low"] < months < found["high"] and found["value"] == pytest.approx(months, rel=0.05)
    assert found["n"] == 200


def test_a_flat_trend_has_no_doubling_time():
    random = np.random.default_rng(0)
    models = [model(f"M{number}", year=2010 + number % 12, flop=10 ** (20 + random.normal())) for number in range(60)]
    assert not [record for record in aggregate(models) if record["metric"] == "epoch_doubling_time"]


# -- the shipped aggregates ----------------------------------------


@pytest.fixture(scope="module")
def shipped_records():
    return read_json(provenance.DATA_FOLDER / EPOCH_FILE)


@pytest.fixture(scope="module")
def table(raw_folder):
    table = pd.read_csv(raw_folder / provenance.EPOCH_INPUT)
    table["year"] = table["Publication date"].str[:4].astype(int)
    table["kinds"] = table["Organization categorization"].fillna("").str.split(",").map(lambda kinds: set(kinds) - {""})
    return table


def test_shipped_aggregates_are_those_of_the_table(raw_folder, shipped_records):
    models, digest = read_models(raw_folder)
    assert aggregate(models) == shipped_records
    assert provenance.read_manifest(provenance.DATA_FOLDER)["inputs"][provenance.EPOCH_INPUT] == digest


@pytest.mark.parametrize("year", [2012, 2017, 2019, 2021, 2023])
def test_recount_with_a_few_lines_of_pandas(table, shipped_records, year):
    year_table = table[table.year == year]
    known = year_table[year_table.kinds.map(len) > 0]
    industry = known.kinds.map(lambda kinds: "Industry" in kinds).mean()
    assert pick(shipped_records, "epoch_industry_share", [year])["value"] == pytest.approx(100 * industry, abs=1e-6)
    alone = year_table[year_table.kinds.map(lambda kinds: kinds == {"Industry"})]["Training compute (FLOP)"].dropna()
    if len(alone) >= 3:
        assert pick(shipped_records, "epoch_compute_median", [year], sector="industry")["value"] == pytest.approx(alone.median())
    assert pick(shipped_records, "epoch_models", [year])["value"] == len(year_table)


def test_doubling_time_is_that_of_a_straight_line(table, shipped_records):
    part = table[(table.year >= 2010) & table["Training compute (FLOP)"].notna()]
    years = pd.to_datetime(part["Publication date"]).map(pd.Timestamp.toordinal) / 365.25
    slope = np.polyfit(years - 2015, np.log2(part["Training compute (FLOP)"]), 1)[0]
    found = pick(shipped_records, "epoch_doubling_time", list(range(2010, 2026)))
    assert found["value"] == pytest.approx(12 / slope, rel=1e-6) and found["n"] == len(part)


def test_doubling_times_agree_with_the_published_ones(shipped_records):
    """Sevilla et al. 2022: about 20 months before 2010, about 6 since."""
    early = pick(shipped_records, "epoch_doubling_time", list(range(1950, 2010)))
    late = pick(shipped_records, "epoch_doubling_time", list(range(2010, 2026)))
    assert early["low"] < 20 < early["high"] and late["value"] == pytest.approx(6, abs=1)


def test_no_rows_of_the_table_are_shipped(table, shipped_records):
    """Only names of record holders appear: at most one a period for compute and one for cost."""
    text = json.dumps(shipped_records, ensure_ascii=False)
    named = {record["parts"]["model"] for record in shipped_records if "model" in record.get("parts", {})}
    assert len(named) <= 40 and "Organization" not in text
    assert all(
        isinstance(value, (int, str)) or math.isfinite(value)
        for record in shipped_records
        for value in record.values()
        if not isinstance(value, (list, dict))
    )


# -- figures and queries ----------------------------------------


def test_figures_carry_words_source_and_caveats():
    record = {
        "metric": "epoch_compute_median",
        "years": [2024],
        "value": 1e24,
        "n": 5,
        "sector": "industry",
        "low": 1e23,
        "high": 1e25,
    }
    (figure,) = epoch_figures([record], SOURCE)
    assert figure.id == "epoch_compute_median.industry.2024" and figure.unit == "FLOP" and figure.source is SOURCE
    assert "企業だけ・2024年" in figure.label_ja and figure.slice == {"source": "epoch", "years": [2024], "sector": "industry"}
    assert any("2025年2月24日時点" in caveat and "途中" in caveat for caveat in figure.caveats_ja)
    assert any("5モデルと少ない" in caveat for caveat in figure.caveats_ja)
    (full,) = epoch_figures([record | {"years": [2023], "n": 50}], SOURCE)
    assert not any("途中" in caveat or "と少ない" in caveat for caveat in full.caveats_ja)


def test_every_metric_and_sector_is_shipped(shipped):
    figures = [figure for figure in computed(shipped.counts).figures if figure.metric.startswith("epoch_")]
    assert {figure.metric for figure in figures} == set(METRICS)
    assert {figure.slice["sector"] for figure in figures if "sector" in figure.slice} == set(SECTOR_LABELS)
    for figure in figures:
        assert "Epoch AI" in figure.source.citation and "CC BY 4.0" in figure.source.citation and figure.n > 0
        assert figure.low is None or figure.low <= figure.value <= figure.high


def run(capsys, *arguments):
    code = main(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


def test_query_gives_one_figure_a_year(capsys):
    code, out, err = run(capsys, "query", "epoch_industry_share", "--years", "2012-2023", "--json")
    figures = json.loads(out)["figures"]
    assert code == 0 and err == "" and [figure["slice"]["years"] for figure in figures] == [[year] for year in range(2012, 2024)]
    code, out, _ = run(capsys, "query", "epoch_compute_median", "--sector", "academia", "--years", "2023", "--json")
    assert code == 0 and json.loads(out)["figures"][0]["slice"]["sector"] == "academia"
    code, out, _ = run(capsys, "query", "epoch_doubling_time", "--json")
    assert code == 0 and [figure["period"] for figure in json.loads(out)["figures"]] == ["1950〜2009年", "2010〜2025年"]
    code, out, _ = run(capsys, "query", "epoch_hardware_models", "--hardware", "nvidia", "--statistic", "pooled", "--json")
    assert code == 0 and len(json.loads(out)["figures"]) == 3


@pytest.mark.parametrize(
    "arguments, code",
    [
        (("epoch_industry_share", "--years", "1990"), 3),
        (("epoch_industry_share", "--years", "2031"), 3),
        (("epoch_industry_share", "--sector", "academia"), 3),
        (("epoch_industry_share", "--area", "ai"), 2),
        (("epoch_industry_share", "--statistic", "change"), 2),
        (("epoch_sunshine",), 2),
    ],
)
def test_query_refuses_with_a_reason(capsys, arguments, code):
    found, out, err = run(capsys, "query", *arguments)
    assert found == code and out == "" and err
