"""The model itself: any provider of LangChain's init_chat_model, as a tool-calling agent or with the evidence alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import prompts
from assistant.errors import InputError
from assistant.llm.settings import PACKAGES, Settings

MODEL_CALLS = 4


@dataclass(frozen=True)
class Piece:
    """A piece of a reply: text, tokens used so far by one call, or the news that the text so far led to a tool call."""

    text: str = ""
    input_tokens: int = 0
    output_tokens: int = 0
    tool: bool = False


def open_model(settings: Settings, seconds: float):
    """The chat model. Raises InputError where its package is missing; imports LangChain (a second or more)."""
    from langchain.chat_models import init_chat_model

    options = {"base_url": settings.base_url, "api_key": settings.api_key}
    extra = {"stream_usage": True, **({"seed": settings.seed} if settings.seed is not None else {})} if settings.provider == "openai" else {}
    try:
        return init_chat_model(
            settings.model, temperature=settings.temperature, timeout=seconds, max_retries=0, max_tokens=settings.tokens, **extra, **{name: value for name, value in options.items() if value}
        )
    except ImportError as error:
        package = PACKAGES.get(settings.provider, f"langchain-{settings.provider}")
        raise InputError(prompts.render("llm", "missing_package", package=package), str(error)) from error


def replies(model, system: str, talk: list[tuple[str, str]], tools: list[tuple[str, str, Callable[[str], str]]]) -> Iterator[Piece]:
    """The reply to a conversation [(role, text)], piece by piece. Raises whatever the provider raises."""
    if tools and (agent := agent_of(model, system, tools)) is not None:
        stream = (chunk for chunk, meta in agent.stream({"messages": talk}, stream_mode="messages") if meta["langgraph_node"] == "model")
    else:
        stream = model.stream([("system", system), *talk])
    for chunk in stream:
        usage = getattr(chunk, "usage_metadata", None) or {}
        called = bool(getattr(chunk, "tool_call_chunks", None) or getattr(chunk, "tool_calls", None))
        yield Piece(text_of(chunk), usage.get("input_tokens", 0), usage.get("output_tokens", 0), called)


def text_of(chunk) -> str:
    """The text of a chunk whose content may be a string or a list of blocks."""
    content = chunk.content
    if isinstance(content, str):
        return content
    return "".join(block if isinstance(block, str) else block.get("text", "") for block in content if isinstance(block, str) or block.get("type") == "text")


def agent_of(model, system: str, tools: list[tuple[str, str, Callable[[str], str]]]):
    """A tool-calling agent, or None for a model that cannot call tools."""
    from langchain.agents import create_agent
    from langchain.agents.middleware import ModelCallLimitMiddleware
    from langchain_core.tools import StructuredTool

    def made(name: str, description: str, function: Callable[[str], str]) -> StructuredTool:
        def call(text: str) -> str:
            return function(text)

        return StructuredTool.from_function(call, name=name, description=description)

    ready = [made(*tool) for tool in tools]
    try:
        model.bind_tools(ready)
    except NotImplementedError:
        return None
    return create_agent(model, ready, system_prompt=system, middleware=[ModelCallLimitMiddleware(run_limit=MODEL_CALLS, exit_behavior="end")])
