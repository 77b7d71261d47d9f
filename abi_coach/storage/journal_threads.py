"""One connection to the journal for each thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3


class _Opened(NamedTuple):
    connection: sqlite3.Connection
    file: tuple[int, int] | None
    thread: threading.Thread


class Connections:
    """One connection for each thread, opened when it is first wanted and again when the file was replaced."""

    def __init__(self) -> None:
        self._opened: dict[int, _Opened] = {}
        self._lock = threading.Lock()

    def get(self, file: tuple[int, int] | None) -> sqlite3.Connection | None:
        """This thread's connection, if it still belongs to this file (device and inode; None is the empty journal)."""
        opened = self._opened.get(threading.get_ident())
        if opened is None or opened.file != file or opened.thread is not threading.current_thread():
            return None
        return opened.connection

    def put(self, connection: sqlite3.Connection, file: tuple[int, int] | None) -> None:
        """Keep this thread's connection; close its last one and those of threads that ended."""
        with self._lock:
            gone = [key for key, one in self._opened.items() if not one.thread.is_alive()]
            for key in {*gone, threading.get_ident()} & self._opened.keys():
                self._opened.pop(key).connection.close()
            self._opened[threading.get_ident()] = _Opened(connection, file, threading.current_thread())

    def close(self) -> None:
        """Close every connection of every thread."""
        with self._lock:
            for opened in self._opened.values():
                opened.connection.close()
            self._opened.clear()
