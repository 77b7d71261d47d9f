"""The `abi` command, and the only place where exit codes are decided.

0 done · 1 the person's data or input is wrong · 2 usage, or no terminal where one is needed.
"""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from abi_coach.cli.opening import Invocation, show_home
from abi_coach.cli.output import tell
from abi_coach.cli.streams import drop, output_failure, prepare_streams
from abi_coach.domain.errors import CoachError, NoTerminalError

if TYPE_CHECKING:
    from types import TracebackType

DONE: Final = 0
WRONG_INPUT: Final = 1
WRONG_USAGE: Final = 2
INTERRUPTED: Final = 130


def main(args: list[str] | None = None) -> None:
    """Run `abi` and leave with an honest exit code."""
    invocation = Invocation()
    if "ABI_DEBUG" not in os.environ:
        sys.excepthook = partial(_report_crash, invocation)
    sys.exit(_run(sys.argv[1:] if args is None else args, invocation))


def _report_crash(
    invocation: Invocation, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    """A defect of ours: one line and a report in the chosen home, instead of a traceback with what was typed."""
    from datetime import UTC, datetime  # noqa: PLC0415 - see below

    from abi_coach.services.crash_report import write_crash_report  # noqa: PLC0415 - hopefully never
    from abi_coach.storage.home import open_home  # noqa: PLC0415 - the same

    try:
        home = None if invocation.demo else open_home(invocation.home, os.environ)
    except CoachError:  # there is no place for a report
        home = None
    tell(str(write_crash_report(home, error, datetime.now(UTC))))


def _run(args: list[str], invocation: Invocation) -> int:
    os.umask(0o077)
    prepare_streams()
    try:
        return _call(args, invocation)
    except KeyboardInterrupt as error:
        return _explain_stop(error)
    except CoachError as error:
        tell(str(error))
        return WRONG_USAGE if isinstance(error, NoTerminalError) else WRONG_INPUT
    except (BrokenPipeError, SystemExit):  # click ends so when whoever read our output has left
        drop(sys.stdout)
        return DONE
    except OSError as error:
        if not (reason := output_failure(error)):
            raise
        drop(sys.stdout)
        tell(f"The output could not be written: {reason}.")
        return WRONG_INPUT
    finally:
        for close in reversed(invocation.closers):
            close()


def _call(args: list[str], invocation: Invocation) -> int:
    """Show Home, without loading what reads a command line; or do what the words say."""
    if not args and "_ABI_COMPLETE" not in os.environ:  # where a shell asks what fits, there are no words either
        show_home(invocation)
        return DONE
    import click  # noqa: PLC0415 - see above

    from abi_coach.cli.abi import abi  # noqa: PLC0415 - see above

    try:
        outcome = abi.main(args, prog_name="abi", standalone_mode=False, obj=invocation)
        sys.stdout.flush()
    except (click.exceptions.Exit, click.ClickException, click.Abort) as error:
        return _explain_stop(error)
    return outcome if isinstance(outcome, int) else DONE


def _explain_stop(error: BaseException) -> int:
    """Say why click ended the command, and the exit code for it."""
    import click  # noqa: PLC0415 - see above

    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.UsageError) and error.ctx is not None:
        tell(error.ctx.get_usage())
    if isinstance(error, click.ClickException):
        tell(error.format_message())
        return WRONG_USAGE if isinstance(error, click.UsageError) else WRONG_INPUT
    tell("Stopped. What was saved stays saved.")
    return INTERRUPTED
