"""How long commands take from start to end, beside importing pydantic.

    python benchmarks/startup.py

Whole processes in turn, fifteen rounds after one that compiles; medians. Two yardsticks:
`import pydantic`, which since pydantic 2.11 loads nothing until a name is used, and
`from pydantic import BaseModel`, which is what a program that uses pydantic pays.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.maps import random_map, write_to
from benchmarks.processes import environment

_ROUNDS = 15


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Wall time of one process."""
    start = time.perf_counter()
    quiet = subprocess.DEVNULL
    subprocess.run(command, stdout=quiet, stderr=quiet, check=True, env=environment)
    return time.perf_counter() - start


def main() -> None:
    """Print medians and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_to(Path(folder), random_map(100), "map.yaml")
        python = [sys.executable]
        commands = {
            "import pydantic": [*python, "-c", "import pydantic"],
            "BaseModel": [*python, "-c", "from pydantic import BaseModel"],
            "argmap --help": [*python, "-m", "argmap", "--help"],
            "argmap check": [*python, "-m", "argmap", "check", str(path)],
            "argmap show": [*python, "-m", "argmap", "show", str(path)],
        }
        around = environment(Path(folder))
        rounds = [
            {name: seconds(line, around) for name, line in commands.items()}
            for _ in range(1 + _ROUNDS)
        ][1:]
    print(f"{'':>16} {'ms':>6} {'/import pydantic':>17} {'/BaseModel':>11}")
    for name in commands:
        own = median(one[name] for one in rounds)
        first = median(one[name] / one["import pydantic"] for one in rounds)
        second = median(one[name] / one["BaseModel"] for one in rounds)
        print(f"{name:>16} {own * 1000:6.0f} {first:17.2f} {second:11.2f}")


if __name__ == "__main__":
    main()
