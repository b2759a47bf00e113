"""What to mind on a way to go, with the works that tell of it where they are wanted; what may go wrong with a university."""

import pytest

HEAD, PAPERS = "金額・期間・知財・中止の条件を、始める前に契約で決めることです。", "**根拠になる資料**"


@pytest.mark.parametrize("before", [(), ("産学共著率は増えていますか",), ("反対している論文はありますか",), ("GPUとは?",)])
@pytest.mark.parametrize("text", ["では、大学と組む場合に気をつける点を、根拠になる論文も付けて挙げてください。", "大学と組むとき、何に気をつければいいですか。裏付けの文献も教えてください"])
def test_cautions_come_with_papers_where_they_are_wanted(talked, before, text):
    answer = talked(*before, text)[-1]
    assert answer.answer.startswith(f"**結論**\n{HEAD}") and PAPERS in answer.answer and "Hagendorff & Meding：" in answer.answer and "Whittaker：" in answer.answer and answer.verdict.ok


@pytest.mark.parametrize("text", ["大学と共同研究するときの注意点は?論文も添えて", "研究室と組むときの落とし穴を、文献に基づいて教えて", "共同研究の注意点を先行研究とセットで", "大学と組むデメリットを論文から挙げて"])
def test_other_wordings(ask, text):
    assert HEAD in ask(text).answer and PAPERS in ask(text).answer


@pytest.mark.parametrize("text", ["大学との共同研究のリスクは?", "共同研究で失敗しないために気をつけることは?", "大学と組むとどんなトラブルがありますか"])
def test_without_that_wish_no_papers_are_listed(ask, text):
    assert HEAD in ask(text).answer and PAPERS not in ask(text).answer


@pytest.mark.parametrize("text", ["この論文の注意点は?", "企業の割合を話すときに気をつける点は", "共同研究の割合は?", "共有クラウドの採算のリスクは?"])
def test_other_cautions_stay(ask, text):
    assert HEAD not in ask(text).answer
