"""The map that `argmap new` writes: small, correct, and explained line by line."""

from argmap.store.quoting import quote
from argmap.text import one_line

STARTER = """\
# An argument map. `argmap open {name}` shows it; `argmap check {name}` finds mistakes.
argmap: 1
title: {title}
summary: What this map is about, in one or two sentences.

claims:
- id: motion                          # the claim under debate: everything hangs under it
  claim: We should do this.
  short: Do this                      # up to six words, for boxes on slides
  supports:                           # claims that back it
  - id: first-reason
    claim: It would make things better.
    rebuttals:                        # claims that attack the claim they stand under
    - It would make other things worse.
  - joint:                            # premises that only work together
    - It costs very little.
    - claim: What costs little is worth a try.
      implicit: true                  # nobody said so, but the argument needs it
  rebuttals:
  - id: first-objection
    claim: It was tried before and failed.
    undercuts:                        # grants the claim, denies that it bears on the one above
    - Circumstances have changed since then.

# A claim that is used twice is written once and named elsewhere:  - ref: first-reason
# Where a claim comes from is cited. List the document at the top,
#   sources:
#     report: {{title: The report, file: report.md}}
# and point at its words from a claim, by its first and last ones or as a quote:
#   cites:
#   - {{source: report, start: The first words, end: the last words}}
"""


def starter_map(name: str) -> str:
    """The starter as the text of a file called `name`."""
    name = one_line(name)
    stem = name.rsplit(".", 1)[0].replace("-", " ").replace("_", " ").strip()
    title = quote(stem[:1].upper() + stem[1:] or "A new map")
    return STARTER.format(name=name, title=title)
