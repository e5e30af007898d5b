"""A small chart parser for grammars that are written as tables.

A pattern is a line such as ``{weekday}? ,? {month} {day} ,? {year}``: words (``a|b`` for either), rooms in
braces (``{first=simple}`` keeps the value of the room `simple` as `first`), and a question mark after what
may be missing. A room is a terminal, which reads tokens itself, or a list of rules. Where two rules read
equally far, the first one counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reconcile.facets.period.tokens import Tokens

Read = tuple[Any, int]  # a value, and the index of the token after it

_ITEM = re.compile(r"(?:\{(?:(?P<name>\w+)=)?(?P<room>\w+)\}|(?P<words>[^\s{}]+?))(?P<optional>\?)?(?:\s+|$)")


_LONGEST = 30  # tokens of a date expression, so that "early early early …" does not nest without end


@dataclass(frozen=True, slots=True)
class Terminal:
    """Reads tokens at a place. `opens`: the words it can begin with, FIGURE if it reads figures."""

    opens: frozenset[str]
    read: Callable[[Tokens, int], Read | None]


@dataclass(frozen=True, slots=True)
class Item:
    """One place of a pattern: a room whose value is kept under a name, or one of some words."""

    name: str
    room: str
    words: frozenset[str]
    optional: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what its values build: a value, or None to refuse them."""

    items: tuple[Item, ...]
    build: Callable[..., Any]


def rule(pattern: str, build: Callable[..., Any]) -> Rule:
    """A rule from its pattern; `build` takes the values of the rooms by their names."""
    return Rule(tuple(_item(found) for found in _ITEM.finditer(pattern)), build)


def _item(found: re.Match[str]) -> Item:
    room, words = found["room"] or "", found["words"] or ""
    return Item(found["name"] or room, room, frozenset(words.split("|")), found["optional"] is not None)


class Grammar:
    """Rooms and terminals, with the rules of each room sorted by the words that they can begin with."""

    def __init__(self, terminals: Mapping[str, Terminal], rooms: Mapping[str, Sequence[Rule]]) -> None:
        self.terminals = terminals
        openers = {name: terminal.opens for name, terminal in terminals.items()}
        openers |= {name: frozenset() for name in rooms}
        while openers != (grown := openers | {name: _opening(rooms[name], openers) for name in rooms}):
            openers = grown
        self._rules = {
            (name, word): tuple(rule for rule in rules if word in _opening([rule], openers))
            for name, rules in rooms.items()
            for word in openers[name]
        }

    def rules(self, room: str, opener: str) -> tuple[Rule, ...]:
        """The rules of a room that can begin with a word."""
        return self._rules.get((room, opener), ())


def _opening(rules: Sequence[Rule], openers: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The words with which some rules can begin, as far as the openers of rooms are known."""
    found: set[str] = set()
    for each in rules:
        for item in each.items:
            found |= openers[item.room] if item.room else item.words
            if not item.optional:
                break
    return frozenset(found)


class Parse:
    """The readings of some tokens. What a room reads at a place is worked out once."""

    def __init__(self, tokens: Tokens, grammar: Grammar) -> None:
        self._tokens = tokens
        self._grammar = grammar
        self._known: dict[tuple[str, int], tuple[Read, ...]] = {}
        self._limit = _LONGEST

    def readings(self, room: str, at: int) -> tuple[Read, ...]:
        """What a room reads at a place, the longest first. What was read at other places is forgotten."""
        self._known.clear()
        self._limit = at + _LONGEST
        return self._room(room, at) if self._grammar.rules(room, self._tokens[at].opener) else ()

    def _room(self, name: str, at: int) -> tuple[Read, ...]:
        if at >= self._limit:
            return ()
        key = (name, at)
        if key not in self._known:
            self._known[key] = self._read(name, at)
        return self._known[key]

    def _read(self, name: str, at: int) -> tuple[Read, ...]:
        opener = self._tokens[at].opener
        if terminal := self._grammar.terminals.get(name):
            read = terminal.read(self._tokens, at) if opener in terminal.opens else None
            return (read,) if read else ()
        ends: dict[int, Any] = {}
        for each in self._grammar.rules(name, opener):
            for values, end in self._matches(each.items, at):
                if end not in ends and (built := each.build(**values)) is not None:
                    ends[end] = built
        return tuple((ends[end], end) for end in sorted(ends, reverse=True))

    def _matches(self, items: Sequence[Item], at: int) -> Iterator[tuple[dict[str, Any], int]]:
        """Every way in which the items fit; what may be missing is first taken, then left out."""
        if not items:
            yield {}, at
            return
        item, rest = items[0], items[1:]
        if item.room:
            for value, after in self._room(item.room, at):
                for values, end in self._matches(rest, after):
                    yield {item.name: value, **values}, end
        elif self._tokens[at].word in item.words:
            yield from self._matches(rest, at + 1)
        if item.optional:
            yield from self._matches(rest, at)
