"""The arguments that commands share, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from reconcile.cli.values import plainly
from reconcile.errors import UsageError
from reconcile.files import place_of, writable
from reconcile.reports import SUFFIXES

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Files (.txt, .md) or folders; - is standard input.", show_default=False
    ),
]
Against = Annotated[
    list[str],
    typer.Option(
        "--against",
        metavar="PATH…",
        help="Sources to check PATH against: only findings that involve a PATH are reported.",
        show_default=False,
    ),
]
StdinFilename = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename",
        metavar="NAME",
        help="What file standard input is, as an editor holds it: NAME stands in the report.",
        show_default=False,
    ),
]
Rules = Annotated[
    list[Path],
    typer.Option(
        "--rules", metavar="PATH", help="A rule pack to add, or a folder of them.", show_default=False
    ),
]
Ignore = Annotated[
    list[str], typer.Option("--ignore", metavar="RULE", help="A rule not to run.", show_default=False)
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="Use this file, not the nearest reconcile.toml.", show_default=False
    ),
]

SecondOpinion = Annotated[
    str | None,
    typer.Option(
        "--second-opinion",
        metavar="MODEL",
        help="An NLI cross-encoder, by name or folder, that confirms or doubts each conflict.",
        show_default="none, or what the configuration says",
    ),
]


_STDOUT = "/dev/stdout"


class PlainGroup(TyperGroup):
    """Commands that start without pydantic."""

    def get_params(self, ctx: Any) -> list[Any]:
        return plainly(super().get_params(ctx))


class SpreadingCommand(TyperCommand):
    """A command whose `--against` takes every path up to the next option: `check draft --against a b`."""

    def get_params(self, ctx: Any) -> list[Any]:
        return plainly(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        valued = {
            o for p in self.params if not getattr(p, "is_flag", True) for o in p.opts if o.startswith("-")
        }
        return super().parse_args(ctx, spread(args, "--against", valued))


def spread(arguments: Sequence[str], option: str, valued: set[str]) -> list[str]:
    """Repeat `option` before each of its values. `valued` holds the options that take a value.

    Before any plain argument the option takes one value only: `--against a.txt draft.txt` names a draft.
    """
    spread_out: list[str] = []
    plain = spreading = False
    rest = list(arguments)
    while rest:
        argument = rest.pop(0)
        if argument == "--":
            return [*spread_out, argument, *rest]
        if argument.startswith("-") and argument != "-":
            spread_out.append(argument)
            if argument in valued and rest:
                spread_out.append(rest.pop(0))
            spreading = argument == option and plain
        elif spreading:
            spread_out += [option, argument]
        else:
            spread_out.append(argument)
            plain = True
    return spread_out


@dataclass(frozen=True, slots=True)
class Output:
    """A format and where it goes: a file, or standard output."""

    format: str
    file: Path | None


def parse_outputs(
    words: Sequence[str], formats: Mapping[str, object], manifest: Path | None = None
) -> tuple[Output, ...]:
    """`json=report.json` and the like; text on standard output where none is given. Raises UsageError.

    Each needs a place of its own, however its path is spelt, and so does the `manifest`.
    """
    outputs = tuple(_output(word, formats) for word in words) or (Output("text", None),)
    taken = {place_of(manifest): "the manifest"} if manifest else {}
    for output in outputs:
        place = place_of(output.file or _STDOUT)
        if place in taken:
            where = f"in {output.file}" if output.file else "on standard output"
            raise UsageError(
                f"{taken[place]} and {output.format} would mix {where}: give one a file of its own, "
                "--format json=report.json."
            )
        taken[place] = output.format
    return outputs


def _output(word: str, formats: Mapping[str, object]) -> Output:
    name, equals, file = word.partition("=")
    if name not in formats:
        raise UsageError(f"there is no format {name!r}: {meant(name, formats)}")
    if equals and not file:
        suffix = SUFFIXES.get(name, name)
        raise UsageError(f"--format {word} names no file: write --format {name}=report.{suffix}.")
    on_stdout = file in ("", "-") or place_of(file) == place_of(_STDOUT)
    return Output(name, None if on_stdout else parse_file(file))


def parse_file(words: str) -> Path:
    """A file that can be written, as far as is known before there is anything to write. Raises UsageError."""
    path = Path(words)
    if words == "-" or not writable(path):
        raise UsageError(f"{words} cannot be written: name a file in a folder that exists and is yours.")
    return path


def parse_day(option: str, words: str | None) -> date | None:
    """A day written 2024-06-05. Raises UsageError."""
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise UsageError(f"{option} {words!r} is no day: write it as 2024-06-05.") from None


def meant(word: str, known: Mapping[str, object] | Sequence[str]) -> str:
    """What to write instead of an unknown word."""
    close = get_close_matches(word, list(known), n=1)
    return f"did you mean {close[0]}?" if close else f"choose from {', '.join(known)}."
