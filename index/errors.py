"""Errors of the index. Each says what is wrong, where, and what to do; the Japanese wording is in `index.messages`."""


class RetrievalError(Exception):
    """Base of all errors of this package."""


class CorpusError(RetrievalError):
    """A corpus file that cannot be read: `path`, `line` (from 1) and `problem`."""

    def __init__(self, path, line, problem):
        """Keeps the three parts apart for callers that print findings."""
        self.path, self.line, self.problem = path, line, problem
        super().__init__(f"{path}:{line}: {problem}")


class QueryError(RetrievalError):
    """A search text without any searchable character, or a kind or filter that does not exist."""


class IndexMissing(RetrievalError):
    """No index has been built at the path. Remedy: `python -m index build`."""


class IndexMismatch(RetrievalError):
    """The index was built with another model, corpus or format. Remedy: `python -m index build`."""


class IndexBroken(RetrievalError):
    """Files of the index are damaged. Remedy: `python -m index build --force`."""


class IndexLocked(RetrievalError):
    """Another process is building the index at this path. Remedy: wait until it is done."""


class FolderNotWritable(RetrievalError):
    """The folder of the index cannot be written. Remedy: set RASHINBAN_HOME to a writable folder."""


class EmbeddingUnavailable(RetrievalError):
    """The embedding model cannot be loaded. Remedy: install the requirements, or mend RASHINBAN_EMBEDDING_MODEL."""


class ServerUnavailable(RetrievalError):
    """The Chroma server of CHROMA_URL does not answer. Remedy: start it, or mend the setting."""


class RerankerUnavailable(RetrievalError):
    """The reranking model cannot be loaded. Remedy: mend RASHINBAN_RERANKER, or leave it out."""


class DataFileError(RetrievalError):
    """A file of passages or questions that cannot be used: `path`, `line` (from 1), and a sentence for the reader."""

    def __init__(self, path, line, japanese):
        """Keeps the sentence: only it says what is wrong with the line."""
        self.path, self.line, self.japanese = path, line, japanese
        super().__init__(f"{path}:{line}: {japanese}")
