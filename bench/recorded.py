"""Results of measurements as files, so that the documents can show exactly what a command printed."""

import json
import os
from datetime import date
from pathlib import Path

from bench.table import show

RESULTS = Path(__file__).resolve().parent / "results"


def tell(name: str, command: str, heads: list[str], rows: list[list[str]], keep: bool, about: str = "") -> None:
    """Print a table with the machine it was measured on; with `keep`, also write it to results/NAME.json. `command`: what was run."""
    machine = f"{os.cpu_count()}コア、終わりの負荷平均 {os.getloadavg()[0]:.1f}"
    note = f"{about}、{machine}" if about else machine
    print(note)
    show(heads, rows)
    if keep:
        RESULTS.mkdir(exist_ok=True)
        kept = {"command": command, "date": date.today().isoformat(), "note": note, "heads": heads, "rows": rows}
        (RESULTS / f"{name}.json").write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read(name: str) -> dict:
    """{command, date, note, heads, rows} of the last kept measurement. Raises OSError where there is none."""
    return json.loads((RESULTS / f"{name}.json").read_text(encoding="utf-8"))
