"""A map whose every field is hostile text, as a file somebody might send."""

import json

TEXTS = (
    "[/]",
    "[@click=app.quit]click[/]",
    "\x1b]52;c;ZXZpbA==\x07 and \x1b[2J",
    r"\N \G \E \l \n \\",
    'say "hi" & <b>bold</b> &amp; &#x41;',
    "]]> --> <!-- <script>alert(1)</script>",
    "שלום עולם and العربية",
    "\u202eevil\u202c \u2066x",
    "👩‍👩‍👧 🇩🇪 e\u0301",
    "漢字かな交じり文が長く続くとどうなるか",
    "x" * 20_000,
    "=1+1 @SUM(A1) +1 -1 |cmd",
    "a\tb\nc\r\nd",
    "`code` *bold* _it_ [l](javascript:alert(1)) # h",
    "%n%s ${HOME} $(x) {0} {{y}}",
    "\u00a0",
    "-",
    "\U0010ffff\ue000",
)


def hostile_yaml() -> str:
    """The map as text: YAML escapes hide what could not stand in the file."""
    lines = [
        "argmap: 1",
        f"title: {_quoted(''.join(TEXTS[:6]))}",
        f"summary: {_quoted(' '.join(TEXTS[3:10]))}",
        f"sides: {{pro: {_quoted(TEXTS[0])}, con: {_quoted(TEXTS[4])}}}",
        "sources:",
        f"  s: {{title: {_quoted(TEXTS[5])}, url: 'javascript:alert(1)', file: ../../passwd}}",
        "claims:",
        "- id: motion",
        f"  claim: {_quoted(TEXTS[1])}",
        "  supports:",
    ]
    for number, text in enumerate(TEXTS):
        words = _quoted(text)
        lines += [
            f"  - id: c{number}",
            *(
                f"    {key}: {words}"
                for key in ("claim", "short", "say", "kind", "note", "speaker")
            ),
            *(f"    {key}: {words}" for key in ("warrant", "scheme")),
            f"    tags: [{words}]",
            f"    weigh: {{magnitude: {words}}}",
            f"    cites: [{{source: s, quote: {words}, page: {words}, note: {words}}}]",
            "    undercuts:",
            f"    - {words}",
            "    rebuttals:",
            f"    - joint: [{words}, {words}]",
            f"      warrant: {words}",
            "    - ref: motion",
        ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A double-quoted scalar in ASCII; JSON's escapes are YAML's, but for surrogate pairs."""
    quoted = "".join(
        f"\\U{ord(character):08x}" if ord(character) > 0xFFFF else json.dumps(character)[1:-1]
        for character in text
    )
    return f'"{quoted}"'
