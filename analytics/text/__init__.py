"""What the titles of the papers say: words of deep learning and of compute, words that separate groups, topics."""
