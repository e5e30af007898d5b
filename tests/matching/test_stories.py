"""Documents of one story, and the events that each of them tells of once."""

from __future__ import annotations

from itertools import combinations

import pytest

from reconcile import Checker, Document
from reconcile.claims.extraction import extract
from reconcile.documents.article import study
from reconcile.matching.entities import resolve
from reconcile.matching.pairs import gathered
from reconcile.matching.profiles import profiles
from reconcile.matching.stories import Stories, are_akin, families
from tests.conftest import Reader

A = "Grace Phiri, of the Tembo Gallery in Lusaka, wept. The picture was stolen on 3 May 1998."
B = "Grace Phiri runs the Tembo Gallery in Lusaka. A canvas vanished from it in 1989."


def days(checker: Checker, *texts: str) -> list[set[str]]:
    documents = [Document(id=str(n), text=text) for n, text in enumerate(texts)]
    return [{p.value for p in f.positions} for f in checker.check(documents).findings if f.kind == "date"]


def test_an_event_is_known_by_its_family_and_by_what_it_happens_to(checker: Checker) -> None:
    assert days(checker, A, B) == [{"1998-05-03", "1989"}]


@pytest.mark.parametrize(
    "other",
    [
        "Hana Novotna runs a gallery in Brno. A canvas vanished from it in 1989.",  # another story
        B.replace("A canvas", "A bus"),  # another thing
        B + " A second canvas was taken from a chapel in 2003.",  # two of them
    ],
)
def test_another_story_or_thing_or_one_of_several_is_another_event(checker: Checker, other: str) -> None:
    assert days(checker, A, other) == []


@pytest.mark.parametrize(
    ("a", "b", "akin"),
    [
        ("The ferry Santa Lucia sank off Samar.", "The Santa Lucia went down off Samar.", True),
        ("The ferry Santa Lucia sank off Samar.", "The ferry Don Carlos went down off Samar.", False),
        ("The ferry Santa Lucia sank off Samar.", "The Santa Lucia burned off Samar.", False),
    ],
)
def test_two_words_of_a_family_are_one_event_of_one_named_thing(
    read: Reader, a: str, b: str, akin: bool
) -> None:
    documents = [read(a, id="a"), read(b, id="b")]
    first, second = profiles(documents, resolve(documents))
    assert are_akin(first, second) is are_akin(second, first) is akin


def test_documents_are_of_one_story_that_name_several_of_the_same(read: Reader) -> None:
    documents = [read(A, id="a"), read(B, id="b"), read("Grace Phiri sang.", id="c")]
    entities = resolve(documents)
    stories = Stories(profiles(documents, entities), entities)
    assert stories.are_one("a", "b")
    assert not stories.are_one("a", "c")


def test_what_documents_of_one_story_tell_of_one_sort_is_kindred(read: Reader) -> None:
    elsewhere = "Hana Novotna runs a gallery in Brno. A canvas was stolen from it in 1989."
    documents = [
        read(text, id=str(n)) for n, text in enumerate((A, elsewhere, B, A + " A bus was stolen too."))
    ]
    entities = resolve(documents)
    told = profiles(documents, entities)
    stories = Stories(told, entities)
    wanted = [
        (i, j)
        for i, j in combinations(range(len(told)), 2)
        if families(told[i]) & families(told[j])
        and told[i].claim.document != told[j].claim.document
        and stories.are_one(told[i].claim.document, told[j].claim.document)
    ]
    assert len(wanted) > 2
    assert stories.kindred().tolist() == gathered(wanted).tolist()


def test_nobody_named_makes_no_story(read: Reader) -> None:
    documents = [read("A canvas was stolen.", id=id) for id in "ab"]
    entities = resolve(documents)
    assert not len(Stories(profiles(documents, entities), entities).kindred())


def test_a_third_account_links_two_that_share_one_name() -> None:
    a = "Grace Phiri, of the Tembo Gallery in Lusaka, wept with Joseph Banda."
    b = "Grace Phiri said that nothing was heard."
    c = "Joseph Banda, of the Tembo Gallery, wrote to Grace Phiri."
    apart = [extract(study(Document(id=n, text=t))) for n, t in (("a", a), ("b", b))]
    entities = resolve(apart)
    assert not Stories(profiles(apart, entities), entities).are_one("a", "b")
    d = "Grace Phiri and Joseph Banda met Hana Novotna."
    linked = [
        extract(study(Document(id=n, text=t)))
        for n, t in (("a", a), ("b", b + " Hana Novotna agreed."), ("c", c + " " + d))
    ]
    entities = resolve(linked)
    assert Stories(profiles(linked, entities), entities).are_one("a", "b")


def test_a_headline_makes_no_second_event_of_what_its_article_tells(checker: Checker) -> None:
    headed = f"---\ntitle: Lusaka gallery picture stolen as thief dupes guard\n---\n\n{A}"
    assert days(checker, headed, B) == [{"1998-05-03", "1989"}]


def test_claims_of_one_day_and_one_name_are_of_one_story(checker: Checker) -> None:
    collapsed = "The collapse of the Sabo hall in Lokoja on 3 May 2018 killed 17 traders."
    lost = "Twenty-three traders lost their lives when the Sabo hall in Lokoja collapsed on {} May 2018."
    found = [
        {f.kind for f in checker.check([Document(id="a", text=collapsed), Document(id="b", text=b)]).findings}
        for b in (lost.format(3), lost.format(3).replace("Sabo hall in Lokoja", "mosque"))
    ]
    assert found == [{"number"}, set()]


def test_who_touches_a_temperature_touches_nothing(read: Reader) -> None:
    article = read("The drill touched rock at Jebel Sol. The cold once touched minus 54C.")
    rock, cold = profiles([article], resolve([article]))
    assert (bool(families(rock)), bool(families(cold))) == (True, False)
