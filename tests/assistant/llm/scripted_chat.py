"""A chat model that says what it is told to, in order: texts, tool calls ({"tool": name, "text": argument}) and exceptions."""

from typing import Any

from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult


class ScriptedChat(BaseChatModel):
    """`history` holds the messages of each call. With `can_call_tools` False it refuses tools as small models do."""

    script: list[Any]
    history: list[Any] = []
    can_call_tools: bool = True

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def bind_tools(self, tools, **options):
        if not self.can_call_tools:
            raise NotImplementedError
        return self

    def _stream(self, messages, stop=None, run_manager=None, **options):
        self.history.append(messages)
        said = self.script.pop(0)
        if isinstance(said, Exception):
            raise said
        if isinstance(said, dict):
            call = {"name": said["tool"], "args": f'{{"text": "{said["text"]}"}}', "id": f"call-{len(self.history)}", "index": 0, "type": "tool_call_chunk"}
            chunk = ChatGenerationChunk(message=AIMessageChunk(content="", tool_call_chunks=[call]))
            if run_manager:
                run_manager.on_llm_new_token("", chunk=chunk)
            yield chunk
            return
        for at in range(0, len(said), 8):
            chunk = ChatGenerationChunk(message=AIMessageChunk(content=said[at : at + 8]))
            if run_manager:
                run_manager.on_llm_new_token(said[at : at + 8], chunk=chunk)
            yield chunk
        usage = {"input_tokens": 100, "output_tokens": len(said), "total_tokens": 100 + len(said)}
        yield ChatGenerationChunk(message=AIMessageChunk(content="", usage_metadata=usage))

    def _generate(self, messages, stop=None, run_manager=None, **options):
        whole = None
        for chunk in self._stream(messages, stop, run_manager, **options):
            whole = chunk if whole is None else whole + chunk
        message = whole.message
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=message.content, tool_calls=message.tool_calls, usage_metadata=message.usage_metadata))])
