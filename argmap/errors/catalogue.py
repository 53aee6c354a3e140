"""Every diagnostic code: its name, its severity, and what `argmap check --explain` says of it.

AM0xx the file cannot be read as YAML · AM1xx an entry is malformed · AM2xx the argument's shape
· AM3xx sources and citations. Each code has a sample file in ``tests/errors``.
"""

from typing import NamedTuple


class Entry(NamedTuple):
    """One code of the catalogue."""

    code: str
    name: str
    severity: str
    explanation: str


_ENTRIES = (
    Entry(
        "AM001",
        "yaml-syntax",
        "error",
        "The file is not well-formed YAML at this place. What stands before it was read, what\n"
        "comes after it was not. The usual reasons are a tab in the indentation, a text with\n"
        "': ' or ' #' in it that needs quotes, or a quote or bracket that is never closed.",
    ),
    Entry(
        "AM002",
        "not-utf8",
        "error",
        "Map files are UTF-8. The bytes at this place are something else: perhaps an old\n"
        "Windows or Mac encoding, perhaps no text at all. Save the file as UTF-8.",
    ),
    Entry(
        "AM003",
        "forbidden-character",
        "error",
        "Control characters, bidirectional overrides and invisible characters can fake what a\n"
        "terminal shows or run commands in it, so a map may not hold them, neither as\n"
        "themselves nor written as an escape in double quotes. Each is read as U+FFFD.",
    ),
    Entry(
        "AM004",
        "too-large",
        "error",
        "The file passes a limit that keeps one bad file from using up the machine: 200 MB of\n"
        "text, and 1,000 levels of nesting. Deep chains of claims are written flat: state each\n"
        "claim at the top level and name it where it is used with `ref:`.",
    ),
    Entry(
        "AM005",
        "empty-file",
        "error",
        "There is no map in the file. `argmap new MAP` writes one to start from.",
    ),
    Entry(
        "AM006",
        "not-a-map",
        "error",
        "A map file is a YAML mapping: keys such as `title:` and `claims:` at the left margin.\n"
        "This file has a list or a plain text there.",
    ),
    Entry(
        "AM007",
        "duplicate-key",
        "error",
        "The same key stands twice in one mapping. Only the first is read. Where a claim has\n"
        "several supports, they are items of one list under one `supports:`.",
    ),
    Entry(
        "AM008",
        "yaml-feature",
        "error",
        "Anchors (&x), aliases (*x), merge keys (<<), tags (!x) and several documents in one\n"
        "file are YAML features that a map does not use. To use a claim twice, give it an id\n"
        "and write `ref: ID`. A text that starts with one of these signs needs quotes.",
    ),
    Entry(
        "AM101",
        "duplicate-id",
        "error",
        "Two claims or two sources have the same id, so a `ref:` could mean either. The second\n"
        "was given another id for now. Rename one; or, if both are the same claim, keep one\n"
        "and write `ref: ID` in the other place.",
    ),
    Entry(
        "AM102",
        "malformed-id",
        "error",
        "An id starts with a letter or digit and holds letters, digits, '-', '_' and '.', at\n"
        "most 64 of them. It is used in `ref:`, in exports and on the command line.",
    ),
    Entry(
        "AM103",
        "dangling-ref",
        "error",
        "`ref:` names a claim that is not in the map, so the link it stands in was left out.",
    ),
    Entry(
        "AM104",
        "unknown-key",
        "error",
        "This key means nothing at this place, so what it holds was not read. A misspelt key\n"
        "would otherwise lose its content silently. `argmap schema` lists the known keys.",
    ),
    Entry(
        "AM105",
        "wrong-type",
        "error",
        "The value has the wrong shape for its key: a list where a text is expected, a word\n"
        "where a number is. It was left out.",
    ),
    Entry(
        "AM106",
        "out-of-range",
        "error",
        "The value is not one that the key takes. Weights and strengths lie between 0 and 1;\n"
        "`stance` and `basis` take the words named in the message. It was left out.",
    ),
    Entry(
        "AM107",
        "empty-claim",
        "error",
        "An entry states no claim. Write `claim: …`, or a plain line of text, or `ref: ID` for\n"
        "a claim that is stated elsewhere.",
    ),
    Entry(
        "AM108",
        "misplaced-key",
        "error",
        "`strength`, `warrant`, `scheme`, `basis` and `undercuts` belong to the link between an\n"
        "entry and the claim above it. An entry at the top level has no such link, and the\n"
        "members of a `joint:` share one: write these keys beside `joint:`. An entry with\n"
        "`ref:` only points at a claim; what belongs to the claim is written where it is stated.",
    ),
    Entry(
        "AM109",
        "short-joint",
        "error",
        "`joint:` groups premises that only work together, so it needs at least two different\n"
        "ones. A single premise is written as a plain entry.",
    ),
    Entry(
        "AM110",
        "unknown-version",
        "error",
        "`argmap:` at the top names the version of the file format. This argmap reads version 1.",
    ),
    Entry(
        "AM111",
        "long-short",
        "warning",
        "`short:` is what boxes, flow sheets and tabs show, so it holds up to six words.",
    ),
    Entry(
        "AM201",
        "self-support",
        "error",
        "A claim cannot support, rebut or undercut itself. The link was left out.",
    ),
    Entry(
        "AM202",
        "cycle",
        "warning",
        "Following the links from this claim leads back to it. Such a map can be read, drawn\n"
        "and evaluated, but circular support proves nothing. Views cut the cycle and say so.",
    ),
    Entry(
        "AM203",
        "support-and-rebuttal",
        "warning",
        "The same claim both supports and rebuts the same target. If it really cuts both ways,\n"
        "state the two ways as two claims.",
    ),
    Entry(
        "AM204",
        "several-roots",
        "note",
        "More than one claim stands on its own, and `motion:` does not say which is under\n"
        "debate. The first is taken.",
    ),
    Entry(
        "AM205",
        "unknown-motion",
        "error",
        "`motion:` names a claim that is not in the map. The first root is taken.",
    ),
    Entry(
        "AM206",
        "duplicate-link",
        "warning",
        "The same premises stand twice under the same target. The second adds nothing.",
    ),
    Entry(
        "AM301",
        "unknown-source",
        "error",
        "A citation names a source that `sources:` does not list.",
    ),
    Entry(
        "AM302",
        "unused-source",
        "warning",
        "No citation points into this source. Cite it where claims draw on it, or remove it.",
    ),
    Entry(
        "AM303",
        "passage-missing",
        "error",
        "The words of the citation were not found in the source, neither exactly nor after\n"
        "ignoring case, white space and the shapes of quotes and dashes.",
    ),
    Entry(
        "AM304",
        "passage-ambiguous",
        "error",
        "The words of the citation occur more than once, so it is open which passage is meant.\n"
        "Use more words, or name the words before or behind with `prefix:` or `suffix:`.",
    ),
    Entry(
        "AM305",
        "passage-overlap",
        "error",
        "`end:` was only found before or within `start:`. `start` are the first words of the\n"
        "passage and `end` its last words, and the two do not share any; for a passage of a\n"
        "few words use `quote:` alone.",
    ),
    Entry(
        "AM306",
        "unchecked-citations",
        "note",
        "The text of a source is not at hand, so the citations into it were not looked up.\n"
        "Everything else works without it. `--source ID=PATH` names the file to look in.",
    ),
    Entry(
        "AM307",
        "incomplete-citation",
        "error",
        "A citation names its passage by `quote:`, the exact words, or by `start:` and `end:`,\n"
        "the first and the last words of a longer passage. `page:` alone will do for a source\n"
        "that has no text.",
    ),
    Entry(
        "AM308",
        "source-outside",
        "error",
        "`file:` of a source stays below the folder of the map, so that a map from somebody\n"
        "else cannot make argmap read other files. Name any other file with --source ID=PATH.",
    ),
    Entry(
        "AM309",
        "source-unreadable",
        "warning",
        "The file that the source names cannot be read as text, so the citations into it were\n"
        "not looked up.",
    ),
)

CATALOGUE: dict[str, Entry] = {entry.code: entry for entry in _ENTRIES}
"""All codes, in order."""
