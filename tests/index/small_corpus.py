"""A fake embedder of 20 lines, and a small corpus to index: no model and no shipped text."""

import hashlib

import numpy as np

from index.chunks import Chunk
from index.normalize import normalize


class FakeEmbedder:
    """Vectors from hashed character bigrams: texts that share wording are near. `history` holds what was embedded."""

    dimension = 32

    def __init__(self, name="fake/1"):
        self.name, self.history = name, []

    def vector(self, text):
        vector, plain = np.full(self.dimension, 0.01, dtype=np.float32), normalize(text)
        for i in range(len(plain) - 1):
            vector[int(hashlib.sha256(plain[i:i + 2].encode()).hexdigest(), 16) % self.dimension] += 1
        return vector / np.linalg.norm(vector)

    def encode_query(self, text):
        return self.vector(text)

    def encode_documents(self, texts):
        self.history.extend(texts)
        return np.array([self.vector(t) for t in texts], dtype=np.float32)


def make_chunk(key, text, kind="claim", source="paper-a", **more):
    return Chunk(f"{source}#{key}", kind, f"題 {source}", text, text, source, "主張1", "https://example.org/a", **more)


CHUNKS = (
    make_chunk("claim-1", "企業の論文は主要な会議で増えました", year=2020, theme="格差の実態", stance="supports"),
    make_chunk("claim-2", "企業の論文は主要な会議で大きく増えました", year=2020, theme="格差の実態", stance="supports"),
    make_chunk("claim-3", "企業の論文は会議で増えたとされます", year=2020, theme="格差の実態", stance="supports"),
    make_chunk("claim-4", "企業の論文は会議でさらに増えたとされます", year=2020, theme="格差の実態", stance="supports"),
    make_chunk("claim-1", "学習の費用は毎年2.4倍に増えました", source="paper-b", year=2024, theme="計算資源と費用", stance="context"),
    make_chunk("qa-1", "共同研究の相場は1件あたり約329.6万円です", kind="qa", source="paper-c", year=2023, theme="産学と人材", stance="context"),
    make_chunk("gpu", "GPUとは 画像を描くための半導体です", kind="glossary", source="glossary"),
)
