"""One small map with everything an outline can show."""

from pathlib import Path

from argmap.model import Map
from argmap.sources import Opened, open_map, with_sources
from argmap.store import loads
from argmap.store.write import write_map

PAPER = "Modelling for the *centre* showed\na tenth fewer car trips.\n"

EVERYTHING = """\
argmap: 1
title: Free city buses
summary: Whether a city should drop fares; drawn from a council paper.
sides: {pro: Proposition, con: Opposition}
sources:
  council:
    title: Options for the bus network.
    author: City transport office
    issued: 2025-03-14
    url: https://example.org/options
    file: paper.md
  memory: {note: what people remember}
claims:
- id: free-buses
  claim: The city should make all bus travel free.
  short: Free buses
  kind: policy
  supports:
  - id: less-traffic
    claim: Free buses would take cars off the road.
    weight: 0.7
    tags: [traffic, climate]
    say: Fewer cars!
    note: Look for newer numbers.
    speaker: Planner
    strength: 0.8
    warrant: Fewer cars are better.
    scheme: practical
    basis: inferred
    weigh: {magnitude: thousands of trips, timeframe: at once}
    cites:
    - {source: council, start: modelling for the centre, end: car trips}
    - {source: council, quote: nowhere to be found, page: "4"}
    - {source: memory, start: Once upon, end: a time, note: a story}
    - {source: memory, page: "9"}
    rebuttals:
    - id: walkers
      claim: Most new riders would have walked or cycled.
      stance: conceded
      basis: stated
    undercuts:
    - id: ring
      claim: Most cars only pass through on the ring road.
      assumed: true
  - joint:
    - {id: poor, claim: Fares keep poor residents at home.}
    - {id: ration, claim: A city should not ration mobility by income., implicit: true}
    strength: 0.6
    warrant: Fairness outranks revenue.
    undercuts:
    - {id: passes, claim: The poor have free passes already., stance: kicked}
  rebuttals:
  - id: cost
    claim: The city cannot afford it.
    supports:
    - {ref: walkers, strength: 0.3}
    - id: loop
      claim: Other cities could not.
      supports:
      - ref: cost
- id: aside
  claim: Trams are nicer.
"""


def everything(folder: Path) -> Opened:
    """The map with one of its sources at hand."""
    (folder / "paper.md").write_text(PAPER, "utf-8")
    (folder / "map.yaml").write_text(EVERYTHING, "utf-8")
    return open_map(folder / "map.yaml")


def opened(shown: Map) -> Opened:
    """A map of the model as if it had been opened."""
    return with_sources(loads(write_map(shown)))
