"""Windows that stand in for the browser of maps: they speak the packets of Textual's driver."""

import sys
from pathlib import Path

_DRAW = """\
import json, os, sys
entry, output = sys.stdin.buffer, sys.stdout.buffer
def draw(content):
    output.write(b"D" + len(content).to_bytes(4, "big") + content)
    output.flush()
"""

ECHO = (
    sys.executable,
    "-c",
    _DRAW
    + """
names = ("ARGMAP_SERVED", "COLUMNS", "ROWS", "EDITOR", "TERM")
print("something that is no packet")
print("__GANGLION__", flush=True)
draw(json.dumps([os.environ.get(name) for name in names]).encode())
while head := entry.read(5):
    content = entry.read(int.from_bytes(head[1:], "big"))
    if head[:1] == b"D":
        if content == b"bye":
            output.write(b'M\\x00\\x00\\x00\\x0f{"type":"exit"}')
            output.flush()
        else:
            draw(content.upper())
    elif json.loads(content)["type"] == "quit":
        break
    else:
        draw(content)
""",
)
"""Draws its environment, then whatever it is sent; leaves when it is told to, or typed ``bye``."""

DEAF = (
    sys.executable,
    "-c",
    _DRAW
    + """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("__GANGLION__", flush=True)
draw(b"up")
time.sleep(600)
""",
)
"""Leaves only when it is killed."""

BROKEN = (sys.executable, "-c", "import sys; sys.exit('no \\x1b[31mmap here')")
"""Fails before it draws."""


def slow(mark: Path) -> tuple[str, ...]:
    """A window that takes a moment to leave; draws whether another had not left when it began."""
    script = (
        _DRAW
        + """
import pathlib, time
mark = pathlib.Path(sys.argv[1])
print("__GANGLION__", flush=True)
draw(b"together" if mark.exists() else b"alone")
mark.touch()
while head := entry.read(5):
    if b"quit" in entry.read(int.from_bytes(head[1:], "big")):
        break
time.sleep(0.3)
mark.unlink()
"""
    )
    return (sys.executable, "-c", script, str(mark))
