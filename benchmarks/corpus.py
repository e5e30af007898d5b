"""News that nobody wrote: the repository's own sentences, with names, dates and figures exchanged.

Three articles tell each story. They share its names and most of its sentences, and now and then a figure differs, so
that there is something to find; no two stories share a name.
"""

from __future__ import annotations

import random
import re
from calendar import day_name, month_name
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

ROOT = Path(__file__).parent.parent
SENTENCES = 20  # an article
_VOICES = 3  # articles a story
_POOL = 26  # sentences that the articles of a story choose from
_CHANGED = 0.1  # share of sentences in which an article gives another figure
_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")
_WORD = re.compile(r"[A-Z][^\W\d_]+|\d+")
_MONTHS = [*month_name][1:]
_DAYS = [*day_name]
_STARTS = (
    "Bel",
    "Cor",
    "Dar",
    "Fen",
    "Gal",
    "Hol",
    "Jar",
    "Kel",
    "Lor",
    "Mar",
    "Nor",
    "Os",
    "Pel",
    "Sal",
    "Tor",
    "Ul",
    "Zan",
)
_MIDDLES = (
    "a",
    "be",
    "da",
    "ea",
    "fi",
    "go",
    "i",
    "ka",
    "li",
    "mo",
    "na",
    "o",
    "pa",
    "ri",
    "sto",
    "ta",
    "u",
    "va",
    "ya",
)
_LASTS = (
    "ban",
    "der",
    "dis",
    "fold",
    "ham",
    "kov",
    "land",
    "lin",
    "man",
    "mer",
    "nik",
    "rat",
    "sen",
    "stein",
    "ton",
    "vic",
)


@cache
def sentences() -> tuple[str, ...]:
    """What seeds/ and accuracy/cases say, sentence by sentence, each once."""
    texts = [line for file in sorted((ROOT / "seeds").glob("*.txt")) for line in _lines(file)]
    for file in sorted((ROOT / "accuracy/cases").glob("*.yaml")):
        texts += [case[side] for case in yaml.safe_load(file.read_text("utf-8"))["cases"] for side in "ab"]
    found = {sentence.strip() for text in texts for sentence in _ENDS.split(text)}
    return tuple(sorted(s for s in found if 40 <= len(s) <= 300 and s[-1] in '.!?”"'))


def articles(count: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    """So many articles, each with the name of its file; the first ones are the same however many are asked for."""
    for number in range(count):
        story, voice = divmod(number, _VOICES)
        names = random.Random(f"{seed} names {story}")
        pool = names.sample(sentences(), _POOL)
        known = {word: _name(names) for word in sorted({w for s in pool for w in _names_in(s)})}
        teller = random.Random(f"{seed} voice {story} {voice}")
        chosen = sorted(teller.sample(range(_POOL), SENTENCES))
        told = [_retold(pool[n], known, random.Random(f"{seed} {story} {n}")) for n in chosen]
        told = [_altered(s, teller) if teller.random() < _CHANGED else s for s in told]
        yield (
            f"{number:06}.txt",
            "\n\n".join(" ".join(told[n : n + 4]) for n in range(0, SENTENCES, 4)) + "\n",
        )


def write(folder: Path, count: int, seed: int = 0) -> list[Path]:
    """The articles as files of a new folder."""
    folder.mkdir(parents=True)
    written = []
    for name, text in articles(count, seed):
        written.append(folder / name)
        written[-1].write_text(text, encoding="utf-8")
    return written


def vectors(real: NDArray[np.float32], count: int, seed: int = 0) -> NDArray[np.float32]:
    """Vectors as of so many claims, from those of real sentences: three retellings each, near one another alone.

    A story stands at a cosine of .58 to the sentence it is made from, and two of a sentence at .34 to each other; the
    retellings of one stand at .5 to .96.
    """
    chance = np.random.default_rng(seed)
    found = np.empty((count, real.shape[1]), dtype=np.float32)
    for start in range(0, count, 30_000):
        rows = min(30_000, count - start)
        stories = real[chance.integers(len(real), size=-(-rows // 3))]
        stories = _unit(stories + 1.4 * _directions(chance, stories.shape))
        loose = chance.uniform(0.2, 1, (rows, 1)).astype(np.float32)
        found[start : start + rows] = _unit(
            np.repeat(stories, 3, axis=0)[:rows] + loose * _directions(chance, (rows, real.shape[1]))
        )
    return found


def entries(count: int, seed: int = 0, each: int = 8) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """What so many claims are compared by: the claims, and keys of an entity and a word; two stand under each."""
    chance = np.random.default_rng(seed)
    claims = np.repeat(np.arange(count), each)
    return claims, chance.integers(count * each // 2, size=count * each)


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows


def _directions(chance: np.random.Generator, shape: Sequence[int]) -> NDArray[np.float32]:
    return _unit(chance.standard_normal(shape, dtype=np.float32))


def _lines(file: Path) -> list[str]:
    return [line.strip() for line in file.read_text("utf-8").splitlines() if len(line) > 60]


def _names_in(sentence: str) -> set[str]:
    """Its capitalised words, the first one and those of the calendar left out."""
    return {w for w in _WORD.findall(sentence[1:]) if w.isalpha() and w not in _MONTHS and w not in _DAYS}


def _name(chance: random.Random) -> str:
    return chance.choice(_STARTS) + "".join(chance.choices(_MIDDLES, k=2)) + chance.choice(_LASTS)


def _retold(sentence: str, names: dict[str, str], chance: random.Random) -> str:
    """The sentence with other names, months, days and figures."""

    def other(match: re.Match[str]) -> str:
        word = match[0]
        for listed in (_MONTHS, _DAYS):
            if word in listed:
                return str(chance.choice(listed))
        return _figure(word, chance) if word.isdigit() else names.get(word, word)

    return _WORD.sub(other, sentence)


def _altered(sentence: str, chance: random.Random) -> str:
    return re.sub(r"\d+", lambda match: _figure(match[0], chance), sentence, count=1)


def _figure(digits: str, chance: random.Random) -> str:
    """Another figure of like size: of a year another year, of a day of a month another one."""
    if len(digits) == 4 and digits[:2] in {"19", "20"}:
        return str(chance.randint(1960, 2023))
    low = 10 ** (len(digits) - 1)
    return str(chance.randint(low, 28 if len(digits) == 2 else 10 * low - 1))
