"""One reader for each kind of file: path → Extracted. Run in a process of their own (index.documents.worker), under limits."""
