"""What an edit costs among many articles, and what many articles cost from nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.corpus import articles, write
from benchmarks.figures import Figure, median_of, python, seconds
from benchmarks.start import check, emptied
from reconcile.claims.parsing import MODEL

_PARSED = """
import sys
from pathlib import Path
import spacy
for _ in spacy.load(sys.argv[2]).pipe(file.read_text("utf-8") for file in sorted(Path(sys.argv[1]).iterdir())):
    pass
"""
_PARSED_HERE = """
import sys
from pathlib import Path
from reconcile.claims.parsing import language_model
for _ in language_model().pipe(file.read_text("utf-8") for file in sorted(Path(sys.argv[1]).iterdir())):
    pass
"""
_ENCODED = """
import sys
from pathlib import Path
from reconcile.matching.encoder import SentenceEncoder
SentenceEncoder().encode(Path(sys.argv[1]).read_text("utf-8").splitlines())
"""
_GISTS = """
import sys
from pathlib import Path
from reconcile import Checker, Document
documents = [Document(id=f.name, text=f.read_text("utf-8")) for f in sorted(Path(sys.argv[1]).iterdir())]
told = {" ".join(c.gist.split()) for _, claims in Checker().claims(documents) for c in claims}
Path(sys.argv[2]).write_text("\\n".join(sorted(told)), "utf-8")
"""


def recheck(quick: bool) -> Iterator[Figure]:
    """One article of 200 changed ÷ none changed."""
    runs, count = (1, 20) if quick else (5, 200)
    with TemporaryDirectory() as folder:
        cache, news = f"{folder}/cache", Path(folder, "news")
        files = write(news, count)
        check(cache, news)
        unchanged = median_of(lambda: check(cache, news), runs)
        edits = iter(articles(runs + 2, seed=1))
        changed = median_of(lambda: _edited(files[0], next(edits)[1], lambda: check(cache, news)), runs)
        files[0].write_text(next(edits)[1], encoding="utf-8")
        alone = check(cache, files[0])
    parts = {
        "changed": f"{changed:.2f} s",
        "unchanged": f"{unchanged:.2f} s",
        "that article alone": f"{alone:.2f} s",
    }
    yield Figure(
        f"one of {count} changed ÷ none changed", changed / unchanged, 1.5, parts, 1, "the same re-check"
    )


def afresh(quick: bool) -> Iterator[Figure]:
    """1,000 articles from nothing ÷ (spaCy's pipe alone, as it is loaded, + encoding their claims alone)."""
    runs, count = (1, 20) if quick else (5, 1000)
    whole, parse, encode = [], [], []
    with TemporaryDirectory() as folder:
        cache, news, gists = f"{folder}/cache", Path(folder, "news"), f"{folder}/gists"
        write(news, count)
        seconds(python("-c", _GISTS, str(news), gists))
        check(cache, next(news.iterdir()))  # the model is exported
        for _ in range(runs):  # in turn, so that a slow minute of the machine is a slow minute of each
            emptied(cache)
            whole.append(check(cache, news))
            parse.append(seconds(python("-c", _PARSED, str(news), MODEL)))
            encode.append(seconds(python("-c", _ENCODED, gists), env={"RECONCILE_CACHE_DIR": cache}))
        here = seconds(python("-c", _PARSED_HERE, str(news)), env={"OPENBLAS_NUM_THREADS": "1"})
    took, least, most = median(whole), min(whole), max(whole)
    parts = {
        "check": f"{took:.1f} s ({least:.1f} to {most:.1f} s)",
        "spaCy": f"{median(parse):.1f} s (on numpy's BLAS, as Reconcile runs it, {here:.1f} s)",
        "encoding": f"{median(encode):.1f} s",
    }
    alone = median(parse) + median(encode)
    floor = max(median(parse), median(encode)) / alone
    name = f"{count:,} articles from nothing ÷ (spaCy + encoding)"
    yield Figure(name, took / alone, 1.3, parts, floor, "the two side by side")


def _edited(file: Path, text: str, measure: Callable[[], float]) -> float:
    """What is measured once a file holds another text."""
    file.write_text(text, encoding="utf-8")
    return measure()
