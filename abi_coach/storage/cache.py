"""Where what can be made again is kept: the platform's cache folder."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from abi_coach.storage.home import Home


OWN_CACHE: Final = ".cache"
"""Where this folder is in a home, nothing of that home is cached elsewhere."""


def cache_folder(home: Home) -> Path:
    """The platform's cache folder for abi; a home with a folder `.cache`, such as the demo's, uses that one."""
    own = home.root / OWN_CACHE
    if own.is_dir():
        return own
    from platformdirs import user_cache_dir  # noqa: PLC0415 - Home needs no cache

    return Path(user_cache_dir("abi-coach", appauthor=False))


def catalogue_path(home: Home) -> Path:
    """The catalogue of a home's banks; every home has its own."""
    mark = hashlib.blake2b(str(home.root).encode(errors="surrogateescape"), digest_size=8).hexdigest()
    return cache_folder(home) / f"catalogue-{mark}.db"
