"""Opens the web app: python app.py [--host ADDRESS] [--port NUMBER]."""

import gc
import os
import sys

# Before any numeric library: one quiet thread per question, as spinning OpenMP threads cost seconds on a busy machine.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

from assistant.operations.logs import announce
from assistant.ui.startup import StartError, few_arenas, listening_socket, open_assistant, read_settings, set_up_logs
from assistant.ui.wording import word


def main(arguments: list[str] | None = None) -> int:
    """Exit code: 0 ended by the user, 1 cannot start (a Japanese sentence on standard error), 2 wrong usage."""
    few_arenas()
    gc.disable()  # of what is loaded at the start hardly anything is garbage, and looking for it is a sixth of the work; `Warmth` looks at its end
    try:
        set_up_logs()
        settings = read_settings(arguments)
        listener = listening_socket(settings)
        assistant = open_assistant()
        from assistant.ui.server import serve

        serve(assistant, listener, settings.browser, settings.mcp)
    except StartError as error:
        announce(str(error))
        return 1
    except KeyboardInterrupt:
        announce(word("stopped"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
