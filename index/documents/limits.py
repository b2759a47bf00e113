"""How much one document may ask for."""

from dataclasses import dataclass

MEBI = 2**20


@dataclass(frozen=True)
class Limits:
    """bytes: of the file. pages: pages, slides or sheets. expanded: bytes of an Office file once decompressed; ratio: of one of its
    parts (only from RATIO_FROM bytes on: short repetitive parts compress well). parts: files inside. characters: of text taken out.
    seconds: of wall clock for reading one file. memory: bytes of address space that reading may take."""

    bytes: int = 50 * MEBI
    pages: int = 2_000
    expanded: int = 400 * MEBI
    ratio: int = 200
    parts: int = 10_000
    characters: int = 10_000_000
    seconds: int = 180
    memory: int = 2_048 * MEBI


RATIO_FROM = 10 * MEBI
