"""The order in which files are tested: the long ones first, so that two processes that take whole files end together."""

# By what they took, the longest first (minutes down to a quarter of a minute).
LONG = (
    "assistant/test_question_floors.py", "browser/test_pages.py", "faults/test_faults.py", "browser/test_talks.py", "browser/test_chat.py",
    "assistant/operations/test_replicas.py", "index/documents/test_document_server.py", "browser/test_standards.py", "faults/test_hostile.py",
    "assistant/llm/test_llm_faults.py", "faults/test_silence.py", "assistant/test_cli.py", "browser/test_page.py", "assistant/test_opinion.py",
    "browser/test_stop.py", "analytics/test_text_figures.py", "test_readme.py", "assistant/ui/test_ui_startup.py",
    "index/documents/test_document_kill.py", "browser/test_model.py", "browser/test_talk_documents.py", "browser/test_script_in_names.py",
    "faults/test_reliability.py", "faults/test_isolation.py", "browser/test_tour.py", "browser/test_script_in_text.py",
)  # fmt: skip


def place(path: str) -> int:
    """Where a file (relative to this folder, with slashes) is tested; all that are not long come together at the end."""
    return LONG.index(path) if path in LONG else len(LONG)
