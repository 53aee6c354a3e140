"""Who is let in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.tui.serve.guard import Guard, headers, is_loopback

HERE = Guard("127.0.0.1", 8123)


def test_tokens_are_long_and_never_the_same() -> None:
    tokens = {Guard("127.0.0.1", 1).token for _ in range(50)}
    assert len(tokens) == 50
    assert min(map(len, tokens)) >= 32


@given(st.text(st.characters(codec=None)))
def test_only_the_token_opens(path: str) -> None:
    assert not HERE.opens(path)
    assert not HERE.opens(f"/{path}/{HERE.token}")
    assert HERE.opens(f"/{HERE.token}/{path}")


def test_parts_of_the_token_open_nothing() -> None:
    token = HERE.token
    for path in ("/", "", "//", f"/{token[:-1]}/", f"/{token}x/", f"/{token.upper()}/x/../"):
        assert not HERE.opens(path)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]", "127.0.0.2"])
def test_names_of_this_machine_are_known(name: str) -> None:
    assert HERE.knows(f"{name}:8123")
    assert not HERE.knows(f"{name}:8124")
    assert not HERE.knows(name)


@pytest.mark.parametrize(
    "authority",
    [
        "", ":8123", "evil.example:8123", "localhost.evil.example:8123", "127.0.0.1.nip.io:8123",
        "10.0.0.7:8123", "x@127.0.0.1:8123", "127.0.0.1:8123/", "127.0.0.1:08123x", "[::1:8123",
        "127.0.0.1:8123\r\nX: y", "127.1:8123", "2130706433:8123", "0.0.0.0:8123",
    ],
)  # fmt: skip
def test_other_names_are_not(authority: str) -> None:
    assert not HERE.knows(authority)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.7.7"])  # noqa: S104 - nobody listens
def test_server_for_others_is_known_by_number_but_not_by_any_name(host: str) -> None:
    guard = Guard(host, 80)
    assert guard.knows("192.168.7.7")
    assert guard.knows("[fe80::7]:80")
    assert not guard.knows("evil.example")
    assert not guard.stays_here


def test_server_that_listens_at_a_name_is_known_by_it() -> None:
    assert Guard("Desk.local", 8123).knows("desk.LOCAL:8123")


def test_pages_of_others_are_not_own() -> None:
    own = "127.0.0.1:8123"
    assert HERE.is_own_page(f"http://{own}", own)
    for origin in ("", "null", f"https://{own}", "http://127.0.0.1:9999", "http://evil.example"):
        assert not HERE.is_own_page(origin, own)
    assert not HERE.is_own_page("http://evil.example:8123", "evil.example:8123")


def test_address_leads_here_whatever_is_listened_at() -> None:
    def start(host: str) -> str:
        return Guard(host, 9, "T").address

    assert start("127.0.0.1") == "http://127.0.0.1:9/T/"
    assert start("::1") == start("::") == "http://[::1]:9/T/"
    assert start("0.0.0.0") == "http://127.0.0.1:9/T/"  # noqa: S104 - nobody listens
    assert start("desk.local") == "http://desk.local:9/T/"


def test_loopback_is_what_stays_on_this_machine() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.9.9.9", "::1", "localhost")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "10.0.0.1", "example.org", "")))  # noqa: S104


def test_policy_lets_nothing_come_from_elsewhere() -> None:
    policy = headers("127.0.0.1:8123")["Content-Security-Policy"]
    sources = {word for rule in policy.split("; ") for word in rule.split()[1:]}
    assert sources == {"'none'", "'self'", "'unsafe-inline'", "ws://127.0.0.1:8123"}
    assert "script-src 'self';" in policy
