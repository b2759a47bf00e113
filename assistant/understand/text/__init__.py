"""The text of a message before anything is understood: spelling, dialect, dictation, pieces of it, and the matcher of lexicon phrases."""
