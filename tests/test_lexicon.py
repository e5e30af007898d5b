"""Shipped vocabulary is found, and says what it is meant to say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reconcile.lexicon import by_word, lexicon, shipped_rules

NAMES = sorted(path.stem for path in (shipped_rules() / "lexicon").glob("*.yaml"))


def test_the_shipped_rules_are_those_of_the_checkout() -> None:
    assert shipped_rules().resolve() == Path(__file__).parents[1] / "rules"


@pytest.mark.parametrize("name", NAMES)
def test_every_lexicon_can_be_read_and_is_a_table_of_sections(name: str) -> None:
    assert isinstance(lexicon(name), dict) and lexicon(name)


@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_a_lexicon_has_become_a_truth_value(name: str) -> None:
    """YAML reads `no`, `on` and `off` as booleans unless they are quoted."""

    def words(value: object) -> list[object]:
        if isinstance(value, dict):
            return [word for key, inner in value.items() for word in (key, *words(inner))]
        strings = isinstance(value, list) and any(isinstance(member, str) for member in value)
        inner = [word for member in value for word in words(member)] if isinstance(value, list) else []
        return [*value, *inner] if strings and isinstance(value, list) else inner

    assert not [word for word in words(lexicon(name)) if isinstance(word, bool)]


def test_groups_of_synonyms_can_be_told_apart_by_their_first_two_words() -> None:
    counted = Counter(tuple(group[:2]) for group in lexicon("polarity")["synonyms"])
    assert [words for words, times in counted.items() if times > 1] == []


def test_a_word_knows_all_the_groups_that_it_stands_in() -> None:
    found = by_word([("sea", ["ship", "port"]), ("wine", ["port", "claret"])])
    assert found == {"ship": {"sea"}, "port": {"sea", "wine"}, "claret": {"wine"}}


@pytest.mark.parametrize(("name", "entry"), lexicon("questions")["questions"].items())
def test_every_question_says_in_known_terms_what_answers_it(name: str, entry: dict[str, object]) -> None:
    terms = {
        "asks",
        "of",
        "answers",
        "awaited",
        "opinion",
        "deeds",
        "nouns",
        "beside",
        "before",
        "behind",
        "by",
        "done to",
        "things",
        "told alike",
        "whom",
    }
    assert entry.keys() <= terms, name
    assert entry.get("of") in {None, "one", "any"}
    questions, counted = lexicon("questions")["questions"], lexicon("questions")["counts"]
    assert {entry.get("answers", name), entry.get("awaited", name)} <= questions.keys()
    assert entry.get("whom", "people") in counted
    sections = [entry.get(s, []) for s in ("deeds", "nouns", "beside", "before", "behind", "by", "done to")]
    assert all(isinstance(section, list) for section in sections)
