"""The cheapest way through a terrain: short, with few bends, across few lines.

An A* search over the crossings of lanes, told apart by whether the way runs across or down
there, so that bends can be counted.
"""

from heapq import heappop, heappush
from typing import NamedTuple

from argmap.diagram.layout.placed import Point
from argmap.diagram.layout.terrain import Area, Terrain

BEND = 24
"""Points of way that a bend is worth."""
CROSSING = 30
"""Points of way that crossing a line is worth."""
LEFT = 20
"""Points of way that the left side of a box is worth: in most layouts its own link is there."""
MOST_STEPS = 15_000
"""Of search for one way; one that takes more is a detour."""
CRAMPED = 60
"""Points of way that a gap above or below is worth in which hardly the sign has room."""

_ROOM = 13
_DOOR = -1


class Port(NamedTuple):
    """A place at the edge of a box (or on a line) where a way may begin or end."""

    point: Point
    step: Point
    """The direction that leads away: one of (±1, 0) and (0, ±1)."""


class Door(NamedTuple):
    """A port with the stretch from it to the first lane."""

    port: Point
    state: int
    cost: int


class Router:
    """Finds ways until `budget` steps of search are used up."""

    def __init__(self, terrain: Terrain, budget: int) -> None:
        self.terrain = terrain
        self.budget = budget

    def way(
        self, starts: tuple[list[Port], Area], ends: tuple[list[Port], Area | None]
    ) -> tuple[Point, ...]:
        """The corners of the cheapest way from a start to an end; empty where there is none."""
        leaving = self._doors(*starts)
        arriving = self._doors(*ends)
        return self._search(leaving, arriving) if leaving and arriving else ()

    def _doors(self, ports: list[Port], own: Area | None) -> dict[int, Door]:
        doors: dict[int, Door] = {}
        for port in ports:
            found = self._door(port, own)
            if found and (found.state not in doors or doors[found.state].cost > found.cost):
                doors[found.state] = found
        return doors

    def _door(self, port: Port, own: Area | None) -> Door | None:
        land = self.terrain
        (x, y), (aside, down) = port
        places, at, step = (land.xs, x, aside) if aside else (land.ys, y, down)
        lane = next(
            (each for each in (places if step > 0 else reversed(places)) if (each - at) * step > 3),
            None,
        )
        if lane is None:
            return None
        corner = (lane, y) if aside else (x, lane)
        crossed = land.crossings(port.point, corner, own)
        if crossed is None:
            return None
        cell = land.ys.index(corner[1]) * land.wide + land.xs.index(corner[0])
        cost = abs(lane - at) + crossed * CROSSING + (LEFT if aside < 0 else 0)
        if down and land.crossings(port.point, (x, y + down * _ROOM), own) is None:
            cost += CRAMPED
        return Door(port.point, cell * 2 + (0 if aside else 1), cost)

    def _search(self, leaving: dict[int, Door], arriving: dict[int, Door]) -> tuple[Point, ...]:
        best = {state: door.cost for state, door in leaving.items()}
        came: dict[int, int] = dict.fromkeys(leaving, _DOOR)
        ends = [self._point(state) for state in arriving]
        goal = Area(
            min(x for x, _ in ends), min(y for _, y in ends),
            max(x for x, _ in ends), max(y for _, y in ends),
        )  # fmt: skip
        queue = [(cost + self._left(state, goal), state, False) for state, cost in best.items()]
        queue.sort()
        done: set[int] = set()
        while queue and self.budget > 0 and len(done) < MOST_STEPS:
            _, state, arrived = heappop(queue)
            if arrived:
                return self._corners(state, came, leaving, arriving)
            if state in done:
                continue
            done.add(state)
            self.budget -= 1
            cost = best[state]
            if state in arriving:
                heappush(queue, (cost + arriving[state].cost, state, True))
            for following, more in self._steps(state):
                if following not in best or cost + more < best[following]:
                    best[following] = cost + more
                    came[following] = state
                    far = cost + more + self._left(following, goal)
                    heappush(queue, (far, following, False))
        return ()

    def _steps(self, state: int) -> list[tuple[int, int]]:
        """Where one may go from here, and what it costs."""
        land = self.terrain
        cell, axis = divmod(state, 2)
        found = [(state ^ 1, BEND)]
        row, column = divmod(cell, land.wide)
        places, at, stride = (land.ys, row, land.wide) if axis else (land.xs, column, 1)
        barred, crossed = land.barred[axis], land.crossed[axis]
        if at + 1 < len(places) and not barred[cell]:
            cost = places[at + 1] - places[at] + crossed[cell] * CROSSING
            found.append((state + 2 * stride, cost))
        before = cell - stride
        if at and not barred[before]:
            cost = places[at] - places[at - 1] + crossed[before] * CROSSING
            found.append((state - 2 * stride, cost))
        return found

    def _left(self, state: int, goal: Area) -> int:
        """The least that is still to go."""
        x, y = self._point(state)
        aside = max(goal.left - x, 0, x - goal.right)
        return aside + max(goal.top - y, 0, y - goal.bottom)

    def _point(self, state: int) -> Point:
        row, column = divmod(state // 2, self.terrain.wide)
        return self.terrain.xs[column], self.terrain.ys[row]

    def _corners(
        self, state: int, came: dict[int, int], leaving: dict[int, Door], arriving: dict[int, Door]
    ) -> tuple[Point, ...]:
        way = [arriving[state].port, self._point(state)]
        while came[state] != _DOOR:
            state = came[state]
            way.append(self._point(state))
        way.append(leaving[state].port)
        way.reverse()
        return straightened(way)


def straightened(way: list[Point]) -> tuple[Point, ...]:
    """Only the ends and the corners of a way."""
    kept: list[Point] = []
    for point in way:
        if kept and point == kept[-1]:
            continue
        while len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _in_line(one: Point, two: Point, three: Point) -> bool:
    return one[0] == two[0] == three[0] or one[1] == two[1] == three[1]
