"""Running a command on a view that is not there."""

import asyncio

from argmap.tui.commands import Command, View


def carry_out(command: type[Command], view: View) -> None:
    """Run a command that can run now, to its end."""

    async def to_its_end() -> None:
        assert command.available(view)
        waiting = command.run(view)
        if waiting is not None:
            await waiting

    asyncio.run(to_its_end())
