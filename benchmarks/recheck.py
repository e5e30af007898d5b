"""What an edit costs among many articles, and what many articles cost from nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import articles, write
from benchmarks.figures import Figure, median_of, python, seconds
from benchmarks.start import check, emptied

_BARE = """
import sys
from pathlib import Path
from reconcile.claims.parsing import language_model
from reconcile.matching.encoder import SentenceEncoder
texts = [file.read_text("utf-8") for file in sorted(Path(sys.argv[1]).iterdir())]
if sys.argv[2] == "parse":
    for _ in language_model().pipe(texts):
        pass
else:
    SentenceEncoder().encode(Path(sys.argv[3]).read_text("utf-8").splitlines())
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
    """1,000 articles from nothing ÷ (parsing them alone + encoding their claims alone)."""
    count = 20 if quick else 1000
    with TemporaryDirectory() as folder:
        cache, news, gists = f"{folder}/cache", Path(folder, "news"), f"{folder}/gists"
        write(news, count)
        seconds(python("-c", _GISTS, str(news), gists))
        check(cache, next(news.iterdir()))  # the model is exported
        emptied(cache)
        whole = check(cache, news)
        env = {"RECONCILE_CACHE_DIR": cache}
        parse, encode = (
            seconds(python("-c", _BARE, str(news), what, gists), env=env) for what in ("parse", "encode")
        )
    parts = {"check": f"{whole:.1f} s", "spaCy": f"{parse:.1f} s", "encoding": f"{encode:.1f} s"}
    name = f"{count:,} articles from nothing ÷ (spaCy + encoding)"
    yield Figure(
        name,
        whole / (parse + encode),
        1.3,
        parts,
        max(parse, encode) / (parse + encode),
        "the two side by side",
    )


def _edited(file: Path, text: str, measure: Callable[[], float]) -> float:
    """What is measured once a file holds another text."""
    file.write_text(text, encoding="utf-8")
    return measure()
