"""abi: the Always Be Interviewing coach, in the terminal, offline and private."""

__version__ = "0.1.0"
