"""Packs from files: all that is wrong is told at once, each with its line and its mend."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile.errors import RuleError
from reconcile.rules import load_packs, shipped_packs

RULE = """\
  - id: {id}
    kind: date
    over: topic
    severity: {{conflict: error}}
    message: "{{subject}}: {{values}}"
    why: It happened once.
    tests:
      - {{a: The mill opened in 1901., b: The mill opened in 1911., expect: conflict}}
      - {{a: The mill opened in 1901., b: The mill opened in May 1901., expect: silent}}
"""

Write = Callable[..., Path]


@pytest.fixture
def pack(tmp_path: Path) -> Write:
    def write(text: str | bytes, name: str = "pack.yaml") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def told(*paths: Path) -> list[str]:
    """What loading complains of, as `line: message`."""
    with pytest.raises(RuleError) as caught:
        load_packs(paths)
    return [f"{problem.line}: {problem.message}" for problem in caught.value.problems]


def test_entries_keep_their_order_and_know_where_they_stand(pack: Write) -> None:
    path = pack(
        "rules:\n"
        + RULE.format(id="first")
        + RULE.format(id="second")
        + "facts:\n  - {id: treaty, claim: The treaty was signed in Riga on 8 May 1921.}\n"
        + "names:\n  - canonical: Kyiv\n    variants: [Kiev]\n"
        + "offices:\n  - {office: mayor of Riga, holders: [{name: Ilze Ozola, from: 2019-01-01}]}\n"
    )
    packs = load_packs([path])
    assert [(rule.id, rule.place.line) for rule in packs.rules] == [("first", 2), ("second", 11)]
    assert packs.facts[0].place.file == str(path)
    assert (packs.names[0].place.line, packs.offices[0].place.line) == (23, 26)
    assert packs.rule("second") is packs.rules[1]
    assert packs.rule("third") is None


def test_all_problems_of_all_packs_are_raised_at_once(pack: Write) -> None:
    one = pack("rules:\n" + RULE.format(id="first").replace("severity", "sevrity"), "one.yaml")
    two = pack("fact: []\nnames:\n  - {canonical: Kyiv}\n", "two.yaml")
    with pytest.raises(RuleError) as caught:
        load_packs([one, two])
    assert str(caught.value).splitlines() == [
        f"{one}:2: 'severity' is missing here; add it",
        f"{one}:5: unknown key 'sevrity'; did you mean 'severity'?",
        f"{two}:1: unknown key 'fact'; did you mean 'facts'?",
        f"{two}:3: 'variants' is missing here; add it",
    ]


@pytest.mark.parametrize(
    ("mistakes", "complaints"),
    [
        (
            {"kind: date": "kind: dat", "over: topic": "over: topic\n    compare: {tolerance: two days}"},
            ["'dat' is not known as 'kind'", "'two days' is no tolerance; write it as '2 days' or '2 %'"],
        ),
        (
            {"over: topic": "over: topic\n    compare: {tolerance: 5 %, tolerence: 2 days}"},
            ["'5 %' is no tolerance of a date rule; write it as '2 days'", "unknown key 'tolerence'"],
        ),
        (
            {"expect: silent": "expect: conflict", "a: The mill opened in 1901., b": "a: [x], b"},
            ["a rule needs at least one test that reports something", "'a' is a list", "'a' is a list"],
        ),
        (
            {"{conflict: error}": "{conflict: loud}", "expect: silent": "expect: conflict"},
            ["'loud' is not known", "one with `expect: silent`"],
        ),
        (
            {"expect: silent": "expect: silent, names: [{canonical: Kyiv, variant: [Kiev]}]"},
            ["'variants' is missing here", "unknown key 'variant'; did you mean 'variants'?"],
        ),
        (
            {"b: The mill opened in 1911.,": "b_date: 2024-02-02, a_date: May 2024,"},
            ["`b_date` has no `b`", "'a_date' is the text 'May 2024'"],
        ),
    ],
)
def test_no_mistake_of_a_rule_hides_another(
    pack: Write, mistakes: dict[str, str], complaints: list[str]
) -> None:
    text = RULE.format(id="first")
    for right, wrong in mistakes.items():
        assert right in text
        text = text.replace(right, wrong)
    problems = told(pack("rules:\n" + text))
    assert len(problems) == len(complaints)
    assert all(any(complaint in problem for problem in problems) for complaint in complaints), problems


def test_a_spelling_that_stands_twice_is_told_beside_one_that_cannot_be_read(pack: Write) -> None:
    path = pack("names:\n  - canonical: Oslo\n    variants: [Oslo, 1984]\n")
    problems = told(path)
    assert len(problems) == 2
    assert any("'Oslo' stands here twice" in problem for problem in problems)


def test_a_broken_rule_clashes_as_a_sound_one_does(pack: Write) -> None:
    broken = RULE.format(id="twin").replace("kind: date", "kind: dat")
    path = pack("rules:\n" + RULE.format(id="twin") + broken)
    assert told(path) == [
        "12: 'dat' is not known as 'kind'; did you mean 'date'?",
        f"11: the rule 'twin' is already given at {path}:2; change or drop one",
    ]


def test_a_broken_pack_does_not_hide_the_problems_of_the_next(pack: Write) -> None:
    broken = pack("rules: [", "broken.yaml")
    other = pack("names:\n  - {canonical: Kyiv}\n", "other.yaml")
    assert len(told(broken, other)) == 2


def test_a_broken_rule_still_lets_its_neighbours_clash(pack: Write) -> None:
    broken = RULE.format(id="broken").replace("kind: date", "kind: dat")
    path = pack("rules:\n" + RULE.format(id="twin") + broken + RULE.format(id="twin"))
    assert told(path) == [
        "12: 'dat' is not known as 'kind'; did you mean 'date'?",
        f"20: the rule 'twin' is already given at {path}:2; change or drop one",
    ]


def test_a_pack_cannot_replace_a_shipped_rule(pack: Write) -> None:
    path = pack("rules:\n" + RULE.format(id="event-date"))
    [problem] = told(*shipped_packs(), path)
    assert problem.startswith("2: the rule 'event-date' is already given at")


def test_two_packs_cannot_spell_a_name_two_ways(pack: Write) -> None:
    one = pack("names:\n  - {canonical: Kyiv, variants: [Kiev]}\n", "one.yaml")
    two = pack("names:\n  - {canonical: Kiev, variants: [Kiew]}\n", "two.yaml")
    assert told(one, two) == [f"2: the spelling 'Kiev' is already given at {one}:2; change or drop one"]


def test_a_pack_given_twice_is_read_once(pack: Write) -> None:
    path = pack("rules:\n" + RULE.format(id="first"))
    assert len(load_packs([path, path.parent / "." / path.name]).rules) == 1


@pytest.mark.parametrize(
    ("word", "read_as"),
    [
        ("no", "true or false"),
        ("on", "true or false"),
        ("Yes", "true or false"),
        ("null", "nothing"),
        ("~", "nothing"),
        ("1984", "a number"),
        ("007", "a number"),
        ("12:30", "a number"),
        ("1.50", "a number"),
        (".inf", "a number"),
        ("2024-06-05 12:00:00", "a point in time"),
    ],
)
def test_a_word_that_yaml_would_turn_is_to_be_written_in_quotes(pack: Write, word: str, read_as: str) -> None:
    path = pack(f"names:\n  - canonical: Oslo\n    variants: [Christiania, {word}]\n")
    assert told(path) == [f'3: YAML reads {word} as {read_as}; write it in quotes: "{word}"']


@pytest.mark.parametrize("word", ["no", "on", "1984", "007", "12:30", "2024-06-05", "2024-13-45"])
def test_the_same_word_in_quotes_is_text(pack: Write, word: str) -> None:
    path = pack(f'names:\n  - canonical: Oslo\n    variants: ["{word}"]\n')
    assert load_packs([path]).names[0].variants == (word,)


def test_a_day_where_words_are_meant_is_explained(pack: Write) -> None:
    path = pack("names:\n  - {canonical: Oslo, variants: [2024-06-05]}\n")
    [problem] = told(path)
    assert 'read by YAML as the day 2024-06-05 (in quotes, "2024-06-05" is text)' in problem


def test_a_day_that_is_not_in_the_calendar_is_told_once(pack: Write) -> None:
    path = pack("offices:\n  - {office: mayor of Riga, holders: [{name: Ilze Ozola, from: 2024-13-45}]}\n")
    assert told(path) == [
        "2: 2024-13-45 is no day of the calendar; write a day as 2024-06-05, and words in quotes"
    ]


def test_a_day_in_other_words_is_refused(pack: Write) -> None:
    path = pack("offices:\n  - {office: mayor of Riga, holders: [{name: Ilze Ozola, from: 5 June 2024}]}\n")
    assert told(path) == ["2: 'from' is the text '5 June 2024'; it should be a day, written as 2024-06-05"]


def test_off_needs_no_quotes(pack: Write) -> None:
    path = pack(
        "rules:\n" + RULE.format(id="first").replace("{conflict: error}", "{conflict: error, update: off}")
    )
    assert load_packs([path]).rules[0].severity["update"] == "off"


def test_an_empty_value_is_told(pack: Write) -> None:
    path = pack("rules:\n" + RULE.format(id="first").replace("It happened once.", "") + "facts:\n")
    assert told(path) == [
        "7: nothing stands after 'why'; fill it in or leave the key out",
        "11: nothing stands under 'facts'; fill it in or leave the key out",
    ]


def test_a_key_given_twice_is_told_with_both_lines(pack: Write) -> None:
    path = pack("names:\n  - canonical: Oslo\n    variants: [Christiania]\n    canonical: Bergen\n")
    assert told(path) == ["4: the key 'canonical' stands here twice (first on line 2); keep one"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("names: &n []\n", "the anchor &n is not allowed"),
        ("facts: *n\n", "the alias *n is not allowed"),
        ("names: !!python/object:os.system []\n", "the tag"),
        ("facts: !!str x\n", "the tag"),
        ("names: " + "[" * 21 + "]" * 21, "nested deeper than 20 levels"),
        ("names: " + "[" * 200_000, "nested deeper than 20 levels"),
        ("names: [\n", "not YAML"),
        ("names:\n\t- x\n", "not YAML"),
        ("names: []\n---\nnames: []\n", "not YAML"),
        ("names: \x07\n", "not YAML"),
        ("", "here is nothing; start with a line `rules:`"),
        ("# only a comment\n", "here is nothing"),
        ("- a\n- b\n", "here is a list"),
        ("hello\n", "here is a single word or text"),
        ("? [a, b]\n: c\n", "a key is one word"),
        ("rules: yes please\n", "'rules' should be a list"),
        ("rules: {id: x}\n", "'rules' should be a list"),
        ("rules:\n  - event-date\n", "'rules' is the text 'event-date'; it should be a mapping"),
        ("rules:\n  -\n", "nothing stands after 'rules'"),
        ("names:\n  - {canonical: [Oslo], variants: [x]}\n", "'canonical' is a list; it should be text"),
        ("names:\n  - {canonical: Oslo, variants: x}\n", "'variants' is the text 'x'; it should be a list"),
        ("names:\n  - {canonical: Oslo, variants: []}\n", "'variants' is empty"),
        (
            "facts:\n  - {id: My Fact, claim: x}\n",
            "'My Fact' is no id; write small letters joined by hyphens",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_sentence(pack: Write, text: str, complaint: str) -> None:
    [problem] = told(pack(text))
    assert complaint in problem


def test_bytes_that_are_no_text_are_told_with_their_line(pack: Write) -> None:
    assert told(pack(b"names: []\nfacts: \xff\n")) == ["2: byte 0xff is not UTF-8; save the file as UTF-8"]


def test_a_byte_order_mark_is_no_part_of_a_pack(pack: Write) -> None:
    path = pack(b"\xef\xbb\xbfnames:\n  - {canonical: Oslo, variants: [Christiania]}\n")
    assert load_packs([path]).names[0].canonical == "Oslo"


def test_a_pack_too_large_is_not_read(pack: Write) -> None:
    assert "is larger than 1,000,000 bytes" in told(pack(b"#" * 1_000_001))[0]


def test_thousands_of_problems_are_cut_short(pack: Write) -> None:
    problems = told(pack("".join(f"key{number}: x\n" for number in range(5_000))))
    assert len(problems) == 101
    assert problems[-1].startswith("101: and more from here on")


def test_a_pack_that_is_missing_is_told(tmp_path: Path) -> None:
    assert "the pack cannot be read (No such file or directory)" in told(tmp_path / "none.yaml")[0]


def test_the_shipped_packs_are_sound_and_hold_every_rule() -> None:
    ids = {rule.id for rule in load_packs(shipped_packs()).rules}
    about_events = {"event-date", "event-number", "event-place", "event-polarity", "event-actor"}
    about_words = {"quote-wording", "quote-speaker", "weekday-date", "word-spelling"}
    about_names = {"name-spelling", "name-conflict", "person-role", "house-spelling"}
    about_support = {"quote-unsupported", "number-unsupported"}
    assert ids == about_events | about_words | about_names | about_support


def test_each_shipped_rule_has_three_tests_that_fire_and_three_that_do_not() -> None:
    for rule in load_packs(shipped_packs()).rules:
        silent = sum(test.expect == "silent" for test in rule.tests)
        assert silent >= 3, rule.id
        assert len(rule.tests) - silent >= 3, rule.id


def test_loading_rules_loads_no_model() -> None:
    code = "import sys, reconcile.rules.loading; print({'spacy', 'torch', 'numpy'} & set(sys.modules))"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "set()\n"
    )
