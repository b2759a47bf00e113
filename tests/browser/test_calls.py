"""The named calls as other programs use them: Gradio's own client, and an MCP client over HTTP."""

import ast
import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client

from analytics import Divide
from analytics.roi import evaluate, resolve
from analytics.roi.risk import DRAWS

NAMES = {"ask", "lookup_figure", "search_papers", "roi", "phrases"}
QUESTION = "2021年のAI会議の企業参加率は?"


@pytest.fixture(scope="module")
def share():
    divide = Divide.open()
    return divide.share(divide.measure("firm_share", area="ai"), (2021,))


@pytest.fixture(scope="module")
def client(address):
    return Client(address, verbose=False)


def test_the_named_calls_are_these_five_and_typed(client):
    named = client.view_api(return_format="dict")["named_endpoints"]
    assert set(named) == {f"/{name}" for name in NAMES}
    assert [one["parameter_name"] for one in named["/ask"]["parameters"]] == ["question", "session"]
    assert client.view_api(return_format="dict")["unnamed_endpoints"] == {}


def test_a_client_gets_the_answer_of_the_contract(client, share):
    answer = client.predict(QUESTION, "", api_name="/ask")
    assert answer["outcome"] == "answered" and answer["verdict"]["ok"]
    assert share.value in [figure["value"] for figure in answer["figures"]]
    followed = [client.predict(text, "api-test", api_name="/ask") for text in ("2019年のAI会議の企業参加率は?", "ICMLでは?")][1]
    assert "ICML" in followed["resolved_question"]


def test_a_client_gets_figures_passages_roi_and_phrases(client, share):
    assert client.predict("企業参加率 AI会議", 3, api_name="/lookup_figure")[0]["id"] == share.id
    passages = client.predict("計算資源の格差", 2, api_name="/search_papers")
    assert len(passages) == 2 and all("計算資源" in one["text"] for one in passages)
    result = client.predict("prototype", "annual_benefit=2000万\ndiscount_rate=10%", api_name="/roi")
    wanted = evaluate(resolve("prototype", {"annual_benefit": "2000万", "discount_rate": "10%"}), DRAWS)
    assert result["results"]["ev_gates"] == wanted.results.ev_gates
    assert client.predict("取締役会で説明する", api_name="/phrases")["intent"] == "phrases"


@pytest.mark.parametrize(
    ("arguments", "name", "sentence"),
    [
        (("", ""), "/ask", "質問"),
        (("prototype", "annual_benefit=たくさん"), "/roi", "数字として読めません"),
        (("zzz", ""), "/roi", "「zzz」という戦略はありません"),
    ],
)
def test_what_cannot_be_used_is_refused_in_japanese(client, arguments, name, sentence):
    with pytest.raises(AppError, match=sentence):
        client.predict(*arguments, api_name=name)


async def through_mcp(address):
    """(tools, what each returns, and a refusal) as an MCP client sees them."""
    async with streamable_http_client(f"{address}/gradio_api/mcp/") as (read, write, _), ClientSession(read, write) as session:
        await session.initialize()
        tools = (await session.list_tools()).tools
        answers = [
            await session.call_tool(name, arguments)
            for name, arguments in (
                ("ask", {"question": QUESTION, "session": ""}),
                ("lookup_figure", {"words": "企業参加率 AI会議", "most": 1}),
                ("search_papers", {"words": "計算資源の格差", "most": 2}),
                ("roi", {"strategy": "prototype", "changes": "annual_benefit=2000万"}),
                ("phrases", {"scene": "取締役会で説明する"}),
                ("roi", {"strategy": "zzz", "changes": ""}),
            )
        ]
        return tools, answers


def test_an_mcp_client_finds_and_uses_the_tools(address, share):
    with ThreadPoolExecutor() as pool:  # the main thread has the browser's event loop
        tools, answers = pool.submit(lambda: asyncio.run(through_mcp(address))).result(timeout=60)
    assert {tool.name for tool in tools} == NAMES
    assert all(tool.description and tool.inputSchema["properties"] for tool in tools)
    asked, looked_up, found, evaluated, worded, refused = (result.content[0].text for result in answers)
    assert ast.literal_eval(asked)["outcome"] == "answered" and share.display in asked  # Gradio writes a dict as Python does
    assert share.id in looked_up
    assert found.count("計算資源") >= 2 and "'locator'" in found
    assert ast.literal_eval(evaluated)["results"]["ev_gates"] == evaluate(resolve("prototype", {"annual_benefit": "2000万"}), DRAWS).results.ev_gates
    assert ast.literal_eval(worded)["intent"] == "phrases"
    assert answers[-1].isError and "「zzz」という戦略はありません" in refused
