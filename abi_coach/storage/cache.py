"""Where what can be made again is kept: the platform's cache folder."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from abi_coach.storage.home import Home


def cache_folder() -> Path:
    """The platform's cache folder for abi; not made yet."""
    from platformdirs import user_cache_dir  # noqa: PLC0415 - Home needs no cache

    return Path(user_cache_dir("abi-coach", appauthor=False))


def catalogue_path(home: Home) -> Path:
    """The catalogue of a home's banks; every home has its own."""
    mark = hashlib.blake2b(str(home.root).encode(errors="surrogateescape"), digest_size=8).hexdigest()
    return cache_folder() / f"catalogue-{mark}.db"
