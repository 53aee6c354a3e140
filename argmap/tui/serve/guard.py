"""Who may see a page: those who have the address, on a page of ours, under a name of ours."""

import hmac
import ipaddress
import re
import secrets
from dataclasses import dataclass, field

_AUTHORITY = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::([0-9]{1,5}))?", re.IGNORECASE)
_TOKEN_BYTES = 24
_WEB_PORT = 80


@dataclass(frozen=True)
class Guard:
    """Keeps out whoever has not got the address.

    The token is part of the path, not a cookie: cookies are shared with every other server on
    the same machine, and are sent by pages that are not ours.
    """

    host: str
    """Name or number that the server listens at."""
    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(_TOKEN_BYTES))

    @property
    def address(self) -> str:
        """What to type into a web browser; it is a secret."""
        host = "127.0.0.1" if self.host in {"0.0.0.0", ""} else self.host  # noqa: S104 - compared
        host = "::1" if host == "::" else host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/{self.token}/"

    def opens(self, path: str) -> bool:
        """Whether a path starts with the token; takes the same time whatever is wrong with it."""
        given = path.removeprefix("/").partition("/")[0]
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())

    def knows(self, authority: str) -> bool:
        """Whether a request for this ``host:port`` was meant for us.

        A page of somebody else whose name was made to lead here (DNS rebinding) asks for that
        name. A number cannot be made to lead elsewhere.
        """
        found = _AUTHORITY.fullmatch(authority)
        if found is None or int(found[2] or _WEB_PORT) != self.port:
            return False
        name = found[1].strip("[]").lower()
        if name in {self.host.lower(), "localhost"}:
            return True
        number = _number(name)
        return number is not None and (number.is_loopback or not self.stays_here)

    def is_own_page(self, origin: str, authority: str) -> bool:
        """Whether a page of this origin is one that we served under this ``host:port``."""
        return self.knows(authority) and origin.lower() == f"http://{authority}".lower()

    @property
    def stays_here(self) -> bool:
        """Whether only programs on this machine can reach the server."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether a host means this machine and nothing else."""
    number = _number(host)
    return host.lower() == "localhost" or (number is not None and number.is_loopback)


def headers(authority: str) -> dict[str, str]:
    """What every answer says, so that a page loads nothing from elsewhere and leaks nothing.

    `authority` is the ``host:port`` of the request, which the guard knows. Styles may stand in
    the page because xterm.js, which draws the terminal, writes its own.
    """
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "font-src": "'self'",
        "img-src": "'self'",
        "connect-src": f"'self' ws://{authority}",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "clipboard-read=()",
        "Cache-Control": "no-store",
        "Server": "argmap",
    }


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
