"""Facts that answers quote: taken from the fact sheet, its notes in our own words, none unverified, each shown without rounding."""

import re
from dataclasses import replace

import pytest
import yaml

from analytics.roi.catalogue import facts
from analytics.roi.market import FILE, hourly, quotable, shown

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def test_the_quotable_facts_are_those_of_the_fact_sheet(roi_facts_file):
    sheet = {entry["id"]: entry for entry in yaml.safe_load(roi_facts_file.read_text(encoding="utf-8"))}
    for name, fact in quotable().items():
        entry = sheet[name]
        assert (fact.value, fact.low, fact.high, fact.unit) == (entry["value"], entry["low"], entry["high"], entry["unit"]), name
        assert (fact.source_title, fact.source_url, fact.as_of) == (entry["source_title"], entry["source_url"], str(entry["as_of"])), name
        assert sorted(NUMBER.findall(fact.note)) == sorted(NUMBER.findall(entry["note"])), name
        assert not fact.note or fact.note != entry["note"], name
        assert fact.confidence == entry["conf"] != "low", name


def test_what_nobody_verified_is_not_quotable():
    low = {name for name, fact in facts().items() if fact.confidence == "low"}
    assert low and not low & quotable().keys()


def test_no_fact_is_kept_twice():
    assert not yaml.safe_load(FILE.read_text(encoding="utf-8"))["sources"].keys() & facts().keys()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("abci_rt_hg", "660円/GPU時間"), ("mext_avg_joint", "329.6万円/件"), ("mext_total_joint", "1,028億円/年"), ("squid_gpu_node_year", "703.2万円/ノード・年（税抜）"),
        ("aws_p5_hour", "55.04ドル/時"), ("t4_open_gpu_hour", "68.75円/GPU時間（税込）"), ("indirect_rate", "30%（直接経費比）"), ("t4_point_expiry", "当該年度末"),
    ],
)  # fmt: skip
def test_a_value_is_shown_as_it_is(name, text):
    assert shown(quotable()[name]) == text


def test_a_value_is_never_rounded():
    fact = quotable()["mext_avg_joint"]
    assert shown(replace(fact, value=3296500)) == "329.65万円/件"


def test_places_that_rent_are_ordered_by_price():
    prices = [price for _, price in hourly()]
    assert prices == sorted(prices) and len(prices) >= 7
