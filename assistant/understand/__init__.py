"""Question text → Question: what is asked for, in the vocabulary of the data."""
