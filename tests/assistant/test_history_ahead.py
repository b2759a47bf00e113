"""The database is opened ahead of the first question, which then waits for nothing; one that is away stops nothing."""

from assistant.history import History


def test_the_database_is_open_before_the_first_question(tmp_path):
    history = History(tmp_path)
    assert history.database.engine is None
    history.warm()
    assert history.database.engine is not None and history.last("nobody") == (None, None)


def test_a_database_that_is_away_is_told_in_the_log_and_tried_again(tmp_path, caplog):
    home = tmp_path / "home"
    home.write_text("a file where the folder should be")
    history = History(home)
    history.warm()
    assert "was not opened ahead" in caplog.text and history.database.engine is None
    home.unlink()
    assert history.last("nobody") == (None, None)
