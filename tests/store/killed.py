"""A process that makes child processes, which edit a map until they are killed.

Each line on standard input, ``PATH SEED``, asks for a child. Told are its process id, then by the
child each edit that is kept and each save, and in the end that it is gone.
"""

import os
import random
import sys
from pathlib import Path

from argmap.store.journal import find_left
from argmap.store.patch import patched
from argmap.tui.session.news import Refused, SaveFailed, Written
from tests.tui.editing import reworded, session_on

CLAIMS = 8


def text_after(number: int) -> str:
    """The map after so many edits; each states its number in one of the claims."""
    lines = ["argmap: 1   # kept as it is", "claims:"]
    for claim in range(CLAIMS):
        last = number - (number - claim) % CLAIMS
        lines += [f"- id: c{claim}   # and this", f"  claim: Edit {max(0, last)}."]
    return "\n".join(lines) + "\n"


def tell(words: str) -> None:
    os.write(1, f"{words}\n".encode())


def edit_until_killed(path: str, seed: str) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    session = session_on(Path(path), patched)
    left = find_left(path)
    if left is not None:
        session.recover(left)
    claims = session.opened.index.claims.values()
    number = max(int(claim.claim.split()[1].rstrip(".")) for claim in claims)
    tell(f"kept {number}")
    while True:
        for _ in range(chance.choice([1, 1, 3])):
            number += 1
            edit = reworded(session.opened.map, f"c{number % CLAIMS}", f"Edit {number}.")
            session.apply(edit)
        saves = chance.random() < 0.3
        if saves:
            tell(f"saving {number}")
            session.save()
        session.wait()
        news = session.news()
        if any(isinstance(one, Refused | SaveFailed) for one in news) or session.kept.startswith(
            "Your edits are in this window"
        ):
            tell(f"failed {news}")
        if any(isinstance(one, Written) for one in news):
            tell(f"kept {number}")
        if saves:
            tell(f"saved {number}")


def main() -> None:
    for line in sys.stdin:
        path, seed = line.rsplit(maxsplit=1)
        child = os.fork()
        if child == 0:
            try:
                edit_until_killed(path, seed)
            except BaseException as failure:  # noqa: BLE001 - the test is told
                tell(f"failed {failure!r}")
            os._exit(1)
        tell(f"child {child}")
        os.waitpid(child, 0)
        tell("gone")


if __name__ == "__main__":
    main()
