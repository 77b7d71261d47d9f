"""The suite runs without a network: whatever tries to reach one fails at once, and says where."""

from __future__ import annotations

import sys
from typing import Final

_AF_UNIX: Final = 1  # written out so that the guard itself imports no socket into the programs that it watches

_TALKS: Final = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
_LOOKS_UP: Final = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})


class NetworkUsedError(AssertionError):
    """The program under test tried to reach a network; no `except OSError` can hide it."""


def refuse_network(event: str, args: tuple[object, ...]) -> None:
    """Audit hook: let a socket within this machine pass (asyncio wakes itself with one), refuse all else."""
    if event in _LOOKS_UP or (event in _TALKS and getattr(args[0], "family", None) != _AF_UNIX):
        message = f"{event} {args[1:] if event in _TALKS else args}"
        raise NetworkUsedError(message)


def block_network() -> None:
    """Refuse the network in this process for good; an audit hook also sees what is done below `socket.socket`."""
    sys.addaudithook(refuse_network)
