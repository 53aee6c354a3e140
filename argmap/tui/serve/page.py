"""The page that a web browser loads: a terminal that fills it, and nothing from elsewhere.

textual-serve brings the terminal (xterm.js) and its font. Its own page is not used: it fetches a
font from a server of Google's, and runs scripts that stand in the page.
"""

from dataclasses import dataclass
from html import escape
from importlib.util import find_spec
from pathlib import Path
from string import Template


@dataclass(frozen=True)
class Asset:
    """A file beside the page: one of textual-serve's, or a text of our own."""

    media_type: str
    file: str = ""
    """Below textual-serve's folder of such files."""
    text: str = ""

    def read(self, folder: Path) -> bytes:
        """Its bytes; `folder` is the one of textual-serve."""
        return (folder / self.file).read_bytes() if self.file else self.text.encode()


# The script of textual-serve waits for a click before it takes keys. The program behind it begins
# without the focus, so there is no use in telling it before its first frame.
_TAKE_KEYS = """\
"use strict";
new MutationObserver((changes, observer) => {
  if (!document.body.classList.contains("-first-byte")) return;
  observer.disconnect();
  document.querySelector(".xterm-helper-textarea").focus();
}).observe(document.body, {attributeFilter: ["class"]});
"""
_ICON = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
<rect width="16" height="16" rx="3" fill="#242f38"/>
<path d="M8 5v3M4 11V8h8v3" fill="none" stroke="#e0e0e0"/>
<g fill="#ffc473"><circle cx="8" cy="4" r="2"/><circle cx="4" cy="12" r="2"/></g>
<circle cx="12" cy="12" r="2" fill="#d17e92"/>
</svg>
"""

ASSETS = {
    "terminal.js": Asset("text/javascript", "js/textual.js"),
    "terminal.css": Asset("text/css", "css/xterm.css"),
    "mono.ttf": Asset("font/ttf", "fonts/RobotoMono-VariableFont_wght.ttf"),
    "mono-italic.ttf": Asset("font/ttf", "fonts/RobotoMono-Italic-VariableFont_wght.ttf"),
    "keys.js": Asset("text/javascript", text=_TAKE_KEYS),
    "icon.svg": Asset("image/svg+xml", text=_ICON),
}
"""By the name that they are served under."""


def assets_folder() -> Path | None:
    """Where textual-serve keeps its files; None where it, or a part of it, is not installed."""
    found = find_spec("textual_serve")
    if found is None or found.origin is None or find_spec("aiohttp") is None:
        return None
    folder = Path(found.origin).parent / "static"
    complete = all((folder / asset.file).is_file() for asset in ASSETS.values() if asset.file)
    return folder if complete else None


def page(title: str, base: str, authority: str) -> str:
    """The page as HTML.

    `base` is the path that everything is served under, with its token and slashes; `authority`
    the ``host:port`` under which the web browser found us.
    """
    return _PAGE.substitute(
        title=escape(title), base=escape(base), socket=escape(f"ws://{authority}{base}socket")
    )


# The classes and data- attributes are those that the script of textual-serve looks for. The words
# in the middle are set in all the faces of the font, so that these are there before the script
# measures how wide a letter is.
_PAGE = Template("""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title - argmap</title>
<link rel="icon" href="${base}icon.svg">
<link rel="stylesheet" href="${base}terminal.css">
<script src="${base}terminal.js"></script>
<script defer src="${base}keys.js"></script>
<style>
@font-face { font-family: "Roboto Mono"; font-weight: 100 700; src: url("${base}mono.ttf"); }
@font-face {
  font-family: "Roboto Mono"; font-weight: 100 700; font-style: italic;
  src: url("${base}mono-italic.ttf");
}
html, body { margin: 0; height: 100%; overflow: hidden; background: #121212; color: #e0e0e0; }
body { font: 16px "Roboto Mono", monospace; }
.textual-terminal { width: 100vw; height: 100vh; }
.notice { position: absolute; inset: 0; z-index: 10; display: flex; flex-direction: column;
  align-items: center; justify-content: center; gap: 1em; background: #121212; }
.notice a { color: #8ab4f8; }
.-first-byte .opening, .ended { display: none; }
.-closed .opening { display: none; }
.-closed .ended { display: flex; }
</style>
</head>
<body>
<div class="notice opening" role="status">
<div>Opening the map <b>$title</b> <i>…</i></div>
<noscript>This page needs JavaScript. Without it, use argmap in a terminal.</noscript>
</div>
<div class="notice ended" role="alert">
<div>This window has ended.</div>
<a href="$base">Open it again</a>
<div>If that leads nowhere, argmap serve is no longer running: start it again.</div>
</div>
<div class="textual-terminal" data-session-websocket-url="$socket" data-font-size="16"></div>
</body>
</html>
""")
