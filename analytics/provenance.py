"""Where the shipped numbers come from, and whether the shipped files are the ones that were built."""

import hashlib
import json
from pathlib import Path

from analytics.errors import DataMissing
from analytics.figure import Source

DATA_FOLDER = Path(__file__).parent / "data"
MANIFEST = "manifest.json"

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
    """Record the hashes of the inputs and of every file written beside the manifest."""
    outputs = {path.name: file_hash(path) for path in sorted(folder.iterdir()) if path.name != MANIFEST}
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
    (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> dict:
    """The manifest, after comparing every file with its recorded hash. Raises DataMissing."""
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        outputs = manifest["outputs"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataMissing(f"{path} cannot be read ({error}); restore it or run: python -m analytics build --data DIR") from error
    for name, expected in outputs.items():
        file = folder / name
        if not file.is_file():
            raise DataMissing(f"{file} is missing; restore it or run: python -m analytics build --data DIR")
        if file_hash(file) != expected:
            raise DataMissing(f"{file} is damaged (hash differs from {MANIFEST}); restore it or rebuild with: python -m analytics build")
    return manifest


def papers_source(manifest: dict) -> Source:
    """The source of every figure counted from the papers table."""
    return Source(**manifest["source"], file_hash=manifest["inputs"]["papers.parquet"])


def epoch_source(manifest: dict) -> Source:
    """The source of every figure computed from Epoch AI's table of notable models."""
    return Source(EPOCH_CITATION, EPOCH_LICENCE, EPOCH_SNAPSHOT, EPOCH_URL, manifest["inputs"][EPOCH_INPUT])
