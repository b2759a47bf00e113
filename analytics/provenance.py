"""Where the shipped numbers come from, and whether the shipped files are the ones that were built."""

import hashlib
import json
from pathlib import Path

from analytics.errors import DataMissing, DerivedMissing
from analytics.figure import Source

DATA_FOLDER = Path(__file__).parent / "data"
MANIFEST = "manifest.json"
# What is computed from the counts alone has a manifest of its own, which says which counts those were.
DERIVED = "derived.json"
MANIFESTS = (MANIFEST, DERIVED)
DERIVED_FROM = ("institutions.parquet", "panel.parquet", "venues.json")
REMEDY = "python -m analytics build --data DIR"

CSMETRICS_CITATION = "csmetrics.net（CC BY 4.0、2025年4月時点、DBLPとOpenAlexに基づく）を加工して作成"
CSMETRICS_LICENCE = "CC BY 4.0"
CSMETRICS_SNAPSHOT = "2025-04"
CSMETRICS_URL = "https://csmetrics.net/"

EPOCH_CITATION = "Epoch AI, Notable AI Models (CC BY 4.0, 2025年2月24日時点) を加工して作成"
EPOCH_LICENCE = "CC BY 4.0"
EPOCH_SNAPSHOT = "2025-02-24"
EPOCH_URL = "https://epoch.ai/data/notable-ai-models"
EPOCH_INPUT = "epoch_notable_models.csv"


def file_hash(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_manifest(folder: Path, inputs: dict[str, str], facts: dict) -> None:
    """Record the hashes of the inputs and of every file beside the manifest. To be called before `write_derived`."""
    outputs = {path.name: file_hash(path) for path in sorted(folder.iterdir()) if path.name not in MANIFESTS}
    manifest = {
        "source": {
            "citation": CSMETRICS_CITATION,
            "licence": CSMETRICS_LICENCE,
            "snapshot": CSMETRICS_SNAPSHOT,
            "url": CSMETRICS_URL,
        },
        "inputs": inputs,
        "outputs": outputs,
        **facts,
    }
    write_record(manifest, folder / MANIFEST)


def write_derived(folder: Path, names: tuple[str, ...]) -> None:
    """Record the hashes of the files called `names` and of the counts in `folder` that they were computed from."""
    built_from = {name: file_hash(folder / name) for name in DERIVED_FROM}
    record = {"built_from": built_from, "outputs": {name: file_hash(folder / name) for name in names}}
    write_record(record, folder / DERIVED)


def write_record(record: dict, path: Path) -> None:
    path.write_text(json.dumps(record, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> dict:
    """The manifest, after comparing every file with its recorded hash. Raises DataMissing."""
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        outputs = manifest["outputs"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataMissing(f"{path} cannot be read ({error}); restore it or run: {REMEDY}") from error
    compare(folder, outputs, MANIFEST)
    return manifest


def read_derived(folder: Path, manifest: dict) -> dict:
    """The derived results' manifest, after comparing the counts they were computed from with those of `manifest`.

    Raises DerivedMissing when there are none or they belong to other counts, DataMissing when a file is damaged.
    """
    path = folder / DERIVED
    if not path.is_file():
        raise DerivedMissing(f"{path} is missing: only the counts were built")
    try:
        derived = json.loads(path.read_text(encoding="utf-8"))
        built_from, outputs = dict(derived["built_from"]), dict(derived["outputs"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataMissing(f"{path} cannot be read ({error}); restore it or run: {REMEDY} --all") from error
    changed = [name for name in DERIVED_FROM if built_from.get(name) != manifest["outputs"].get(name)]
    if changed:
        raise DerivedMissing(f"{path}: computed from another {', '.join(changed)}")
    compare(folder, outputs, DERIVED)
    return derived


def compare(folder: Path, outputs: dict[str, str], record: str) -> None:
    """Raises DataMissing for a file that is absent or not the one that was recorded."""
    for name, expected in outputs.items():
        file = folder / name
        if not file.is_file():
            raise DataMissing(f"{file} is missing; restore it or run: {REMEDY}")
        if file_hash(file) != expected:
            raise DataMissing(f"{file} is damaged (hash differs from {record}); restore it or run: {REMEDY}")


def papers_source(manifest: dict) -> Source:
    """The source of every figure counted from the papers table."""
    return Source(**manifest["source"], file_hash=manifest["inputs"]["papers.parquet"])


def epoch_source(manifest: dict) -> Source:
    """The source of every figure computed from Epoch AI's table of notable models."""
    return Source(EPOCH_CITATION, EPOCH_LICENCE, EPOCH_SNAPSHOT, EPOCH_URL, manifest["inputs"][EPOCH_INPUT])
