"""Users do what they like, at random and side by side, with each other's ids: nobody ever reads or changes what is another's."""

import os
import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import numpy

from assistant.store import audit
from assistant.ui.chat import Chat, Kept
from assistant.ui.scenarios import Scenarios
from assistant.ui.talk_list import TalkList
from assistant.ui.talks import Talks, Turn
from index.documents import DocumentMissing, Documents

REQUESTS = int(os.environ.get("RASHINBAN_ISOLATION_REQUESTS", "1000"))  # 10,000 for the figure in docs/reliability.md
OWNERS = [f"user-{at}" for at in range(8)]
IDS = [f"shared-{at}" for at in range(12)]  # few, so that users often meet the same id


class Reading:
    """One user's requests; every text that comes back must carry that user's mark and nobody else's."""

    def __init__(self, owner, home, chat):
        self.owner, self.home, self.chat = owner, home, chat
        self.random, self.done, self.foreign = random.Random(owner), Counter(), []
        self.changed = 0
        self.talks, self.scenarios, self.documents = Talks(home), Scenarios(home), Documents.open(home)
        self.listed = TalkList(self.talks)

    def mark(self):
        return f"<{self.owner}>"

    def see(self, kind, shown):
        self.done[kind] += 1
        text = str(shown).replace("&lt;", "<").replace("&gt;", ">")
        self.foreign += [(kind, owner) for owner in OWNERS if owner != self.owner and f"<{owner}>" in text]

    def request(self, number):
        talk, other = self.random.choice(IDS), self.random.choice(IDS)
        turn = Turn(f"{self.owner}-{number}", f"質問{self.mark()}", f"答え{self.mark()}", f"<p>{self.mark()}</p>", {"question": self.mark()})
        act = self.random.choice(["add", "turns", "list", "search", "export", "rename", "delete", "judge", "replace", "attach", "scenario", "unscenario", "download", "document"])
        if act == "add":
            self.talks.add(self.owner, talk, turn)
            self.chat.remember(f"answer-{other}", Kept(self.owner, SimpleNamespace(answer=self.mark())))
        elif act == "search":
            self.see(act, self.listed.list_html({"q": self.random.choice(["質問", "答え", "user"])}, self.owner))
        elif act == "export":
            self.see(act, self.listed.act({"act": "export", "talk": talk}, self.owner))
        elif act == "rename":
            self.talks.rename(self.owner, talk, f"題名{self.mark()}")
        elif act == "delete":
            self.talks.delete(self.owner, talk)
        elif act == "judge":
            self.talks.judge(self.owner, f"{self.random.choice(OWNERS)}-{self.random.randrange(number + 1)}", True, self.mark())
        elif act == "replace":
            self.talks.replace(self.owner, Turn(f"{self.random.choice(OWNERS)}-{self.random.randrange(number + 1)}", "", self.mark(), self.mark(), {"question": self.mark()}))
        elif act == "attach":
            self.talks.attach(self.owner, talk, (self.mark(),))
            self.see(act, self.talks.attached(self.owner, other))
        elif act == "scenario":
            self.scenarios.save(self.owner, f"案{number % 30}{self.mark()}", self.mark())
            self.see(act, self.scenarios.list(self.owner))
        elif act == "unscenario":
            self.scenario_of(self.random.choice([owner for owner in OWNERS if owner != self.owner]))
        elif act == "download":
            self.see(act, self.chat.answer_of(f"answer-{talk}", self.owner))
        elif act == "document":
            self.documents_of(self.random.choice(OWNERS))
        else:
            self.see(act, self.talks.turns(self.owner, talk) if act == "turns" else self.talks.list(self.owner))

    def scenario_of(self, other):
        """Try to delete another's scenario by its real id."""
        for one in self.scenarios.list(other)[:1]:
            self.scenarios.delete(self.owner, one.id)
            self.changed += one.id not in [left.id for left in self.scenarios.list(other)]
        self.see("unscenario", self.scenarios.list(self.owner))

    def documents_of(self, other):
        """The other's documents by their real ids, asked for as oneself."""
        for record in self.documents.list(other):
            try:
                self.see("document", "".join(str(page) for page in self.documents.pages(record.id, self.owner)))
            except DocumentMissing:
                assert other != self.owner
        self.see("document", self.documents.list(self.owner))


class OneVector:
    """An embedder for texts that nobody searches."""

    name, dimension = "one", 2

    def encode_documents(self, texts):
        return numpy.full((len(texts), 2), 0.5**0.5, dtype=numpy.float32)


def test_nobody_reads_what_is_anothers(tmp_path):
    chat = Chat(SimpleNamespace(examples=lambda: ()), Talks(tmp_path), None)
    library = Documents.open(tmp_path, OneVector())
    for owner in OWNERS:
        library.add(f"社内の予定 <{owner}> は秘密です。".encode(), "memo.txt", owner)
    readers = [Reading(owner, tmp_path, chat) for owner in OWNERS]
    with ThreadPoolExecutor(len(readers)) as pool:
        list(pool.map(lambda reader: [reader.request(number) for number in range(REQUESTS // len(OWNERS))], readers))
    done = sum((reader.done for reader in readers), Counter())
    assert [found for reader in readers for found in reader.foreign] == []
    assert min(done[kind] for kind in ("turns", "list", "search", "export", "attach", "scenario", "download", "document")) > REQUESTS / 100
    assert sum(reader.changed for reader in readers) == 0
    for reader in readers:  # and nobody has written into another's
        reader.see("turns", [reader.talks.turns(reader.owner, talk) for talk in IDS])
        reader.see("list", reader.talks.list(reader.owner))
        assert reader.foreign == [] and len(reader.documents.list(reader.owner)) == 1
    assert audit.verify(chat.talks.database).broken is None
