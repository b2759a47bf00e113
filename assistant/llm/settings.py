"""Which model, where, with which limits: read from the environment, refused with a sentence that says what to write."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import prompts
from assistant.errors import InputError

MASKS = {"社名": "company", "人名": "person", "金額": "amount"}
LOCAL = ("localhost", "127.0.0.1", "::1")
# Provider of init_chat_model → the package it needs beside langchain.
PACKAGES = {
    "openai": "langchain-openai", "azure_openai": "langchain-openai", "anthropic": "langchain-anthropic", "google_genai": "langchain-google-genai",
    "google_vertexai": "langchain-google-vertexai", "ollama": "langchain-ollama", "mistralai": "langchain-mistralai", "groq": "langchain-groq", "bedrock": "langchain-aws",
}  # fmt: skip


@dataclass(frozen=True)
class Settings:
    """`seconds` bounds the whole answer, both attempts included; `tokens` bounds one reply, `budget` all tokens of one answer.

    `prices` are what a million tokens cost (input, output) in any currency, for the log. `tools` False is for a small model: it gets
    a few facts and words the conclusion. `temperature` above 0 and `seed` give another wording of the same evidence.
    """

    model: str
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    seconds: float = 20.0
    tokens: int = 700
    budget: int = 12_000
    mask: frozenset[str] = frozenset()
    prices: tuple[float, float] | None = None
    tools: bool = True
    temperature: float = 0.0
    seed: int | None = None

    @property
    def provider(self) -> str:
        return self.model.partition(":")[0]

    @property
    def host(self) -> str:
        """Where requests go: the host of the base URL, or the provider's name."""
        return urlsplit(self.base_url).netloc if self.base_url else self.provider

    @property
    def local(self) -> bool:
        return bool(self.base_url) and urlsplit(self.base_url).hostname in LOCAL

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings | None":
        """None when LLM_MODEL is not set. Raises InputError with a Japanese sentence for a value that cannot be read."""
        model = environment.get("LLM_MODEL", "").strip()
        if not model:
            return None
        if not re.fullmatch(r"[a-z_]+:[^\s]+", model):
            raise refused("bad_model", value=model)
        url = environment.get("LLM_BASE_URL", "").strip() or None
        if url and not re.match(r"https?://[^/\s]+", url):
            raise refused("bad_url", value=url)
        words = [word.strip() for word in environment.get("LLM_MASK", "").split(",") if word.strip()]
        if unknown := [word for word in words if word not in MASKS]:
            raise refused("bad_mask", value=unknown[0])
        prices = tuple(number(environment, name, 0.0, zero=True) for name in ("LLM_PRICE_IN", "LLM_PRICE_OUT"))
        return cls(
            model, url, environment.get("LLM_API_KEY") or None, number(environment, "LLM_TIMEOUT", 20.0), int(number(environment, "LLM_MAX_TOKENS", 700)),
            int(number(environment, "LLM_TOKEN_BUDGET", 12_000)), frozenset(MASKS[word] for word in words), prices if any(prices) else None,
            environment.get("LLM_TOOLS", "on") != "off",
        )  # fmt: skip


def number(environment: Mapping[str, str], name: str, default: float, zero: bool = False) -> float:
    text = environment.get(name, "").strip()
    if not text:
        return default
    if not re.fullmatch(r"\d+(?:\.\d+)?", text) or not (float(text) > 0 or zero):
        raise refused("bad_number", name=name, value=text)
    return float(text)


def refused(name: str, /, **values: str) -> InputError:
    return InputError(prompts.render("llm", name, **values), f"{name}: {values}")
