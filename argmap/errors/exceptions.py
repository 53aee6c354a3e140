"""What argmap raises.

    ArgmapError              anything a user can mend; its text is one clear sentence
    ├── UsageError           the command line asks for what does not exist or fit    (exit 2)
    ├── RefusedEdit          an edit would leave the map without sense               (exit 1)
    ├── FileError            a file cannot be read or written                        (exit 3)
    │   ├── ChangedOnDisk    a file is no longer what was read of it                 (exit 3)
    │   └── WriteProtected   a file was made read-only                               (exit 3)
    └── MissingComponent     a program, font or package is not on the machine        (exit 3)

Bad content of a map is never raised; it is reported as diagnostics.
"""

from enum import StrEnum


class ArgmapError(Exception):
    """Something a user can mend: `message` says what happened, `remedy` what to do."""

    exit_code = 1

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class UsageError(ArgmapError):
    """The command line asks for what does not exist or fit."""

    exit_code = 2


class RefusedEdit(ArgmapError):  # noqa: N818 - reads as what it is
    """An edit that would leave the map without sense; nothing was changed."""


class FileError(ArgmapError):
    """A file cannot be read or written."""

    exit_code = 3


class DiskChange(StrEnum):
    """What became of a file since it was read."""

    CHANGED = "changed"
    VANISHED = "vanished"
    FOLDER = "folder"


class ChangedOnDisk(FileError):  # noqa: N818 - reads as what it is
    """A file is no longer what was read of it, so it was not written over; `change` says how."""

    def __init__(self, change: DiskChange, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.change = change


class WriteProtected(FileError):  # noqa: N818 - reads as what it is
    """A file was made read-only, so it was not written over, though that could be done."""


class MissingComponent(ArgmapError):  # noqa: N818 - reads as what it is
    """A program, font or package is not on the machine."""

    exit_code = 3
