"""What is answered in words: advice, terms, drafts, words to say, objections, one's own firm."""
