"""Question → Evidence: the figures and passages an answer may use, numbered."""
