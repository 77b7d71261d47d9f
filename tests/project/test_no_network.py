"""The suite runs with the network blocked: in this process and in every program that a test starts."""

from __future__ import annotations

import socket

import pytest

from tests.support.command_line import run_python
from tests.support.network import NetworkUsedError


def test_reaching_an_address_fails_at_once() -> None:
    with socket.socket() as phone, pytest.raises(NetworkUsedError):
        phone.connect(("127.0.0.1", 9))


def test_looking_up_a_name_fails_at_once() -> None:
    with pytest.raises(NetworkUsedError):
        socket.getaddrinfo("localhost", 80)


def test_a_datagram_fails_at_once() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as post, pytest.raises(NetworkUsedError):
        post.sendto(b"hello", ("127.0.0.1", 9))


def test_sockets_within_the_machine_work() -> None:
    near, far = socket.socketpair()
    with near, far:
        near.sendall(b"hello")
        assert far.recv(5) == b"hello"


def test_programs_that_tests_start_are_blocked_too() -> None:
    ran = run_python("-c", "import socket; socket.socket().connect(('127.0.0.1', 9))")
    assert ran.code == 1
    assert "NetworkUsedError" in ran.err
