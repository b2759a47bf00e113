"""index: finds passages. Corpus texts → chunks → vectors (Chroma) and terms (BM25) → one ranked list."""
