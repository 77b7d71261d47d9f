"""Run the coach with `python -m abi_coach`."""

from abi_coach.cli import main

if __name__ == "__main__":
    main()
