"""Quotations are found by their marks, also where one is missing, and told apart from other statements."""

from __future__ import annotations

import pytest

from reconcile.agreement import Agreement
from reconcile.facets.quote import Quote, alignment, compare_quotes, likeness, quote_of, read_quotes
from reconcile.text import Span


def words(text: str) -> list[str]:
    return [quote.words for quote in read_quotes(text)]


class TestReading:
    """Every usual kind of quotation mark, in running text."""

    @pytest.mark.parametrize(
        "text",
        [
            "“The dam held,” Okoye said.",
            '"The dam held," Okoye said.',
            "«The dam held,» Okoye said.",
            "« The dam held, » Okoye said.",
            "»The dam held,« Okoye said.",
            "„The dam held,“ Okoye said.",
            "„The dam held,” Okoye said.",
            "‘The dam held,’ Okoye said.",
            "'The dam held,' Okoye said.",
            '“The dam held," Okoye said.',
            "``The dam held,'' Okoye said.",
        ],
    )
    def test_marks_are_left_out(self, text: str) -> None:
        (quote,) = read_quotes(text)
        assert quote.words == "The dam held," == quote.span.of(text)
        assert quote.closed

    def test_an_interrupted_quotation_is_two(self) -> None:
        assert words("“The dam,” Okoye said, “held all night.”") == ["The dam,", "held all night."]

    def test_several_paragraphs_are_one_quotation_when_only_the_last_is_closed(self) -> None:
        text = (
            "“The water came at six.\n\n“It reached the church at noon.\n\n“We need boats,” the prefect said."
        )
        (quote,) = read_quotes(text)
        assert quote.closed
        assert quote.words.startswith("The water") and quote.words.endswith("need boats,")
        assert len(quote.tokens) == 14 and quote.tokens[4:7] == ("6", "it", "reached")

    def test_a_missing_closing_mark_ends_with_the_paragraph(self) -> None:
        text = "“The water came at six and took the bridge.\n\nThe prefect left. “We need boats,” she said."
        first, second = read_quotes(text)
        assert (first.words, first.closed) == ("The water came at six and took the bridge.", False)
        assert second.words == "We need boats,"

    def test_a_missing_closing_mark_does_not_swallow_the_attribution(self) -> None:
        (quote,) = read_quotes("“The water came at six, the prefect said on Sunday.")
        assert (quote.words, quote.closed) == ("The water came at six,", False)

    def test_a_missing_opening_mark_starts_with_the_sentence(self) -> None:
        text = (
            "Boats came on Monday.\nThe water rose by a metre an hour, and nobody slept,” the prefect said."
        )
        (quote,) = read_quotes(text)
        assert (quote.words, quote.closed) == ("The water rose by a metre an hour, and nobody slept,", False)

    def test_a_missing_opening_straight_mark_does_not_turn_the_next_quotation_round(self) -> None:
        text = 'The water rose by a metre an hour," the prefect said. "Nobody slept," she added.'
        assert words(text) == ["The water rose by a metre an hour,", "Nobody slept,"]

    def test_badly_spaced_straight_marks_take_turns(self) -> None:
        assert words('The boxer Omar "Brick "Diallo beat Luis "Kid" Soto.') == ["Brick", "Kid"]

    def test_wrapped_lines_are_no_paragraphs(self) -> None:
        text = (
            "The prefect of the valley was tired when she\nspoke. “We need boats and we need\n"
            "them before the night,” she said to\nthe cameras."
        )
        assert words(text) == ["We need boats and we need\nthem before the night,"]

    def test_a_quotation_in_a_quotation_stands_behind_it(self) -> None:
        assert words("“He shouted ‘run for the hills’ and we ran,” she said.") == [
            "He shouted ‘run for the hills’ and we ran,",
            "run for the hills",
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "The workers’ rights and the drivers’ hours were on the table.",
            "Rock 'n' roll of the '60s isn't dead, don't you think?",
            "He is 6'2\" tall and she is 5'11\" tall.",
            "They’re the Joneses’ dogs.",
            "",
            '“” and ""',
        ],
    )
    def test_apostrophes_and_inches_quote_nothing(self, text: str) -> None:
        assert read_quotes(text) == ()

    def test_a_plural_apostrophe_does_not_close_a_single_quotation(self) -> None:
        assert words("‘The miners’ wives came first,’ said Doyle.") == ["The miners’ wives came first,"]

    def test_only_the_given_paragraphs_are_read(self) -> None:
        text = "“Related story”\nThe mayor spoke of “a dark day”."
        assert [q.words for q in read_quotes(text, [Span(16, len(text))])] == ["a dark day"]


class TestValue:
    """A quotation's words, folded for comparing and as shown."""

    def test_tokens_are_folded(self) -> None:
        tokens = quote_of("“[W]e DON’T sell Café-style colours …  (sic) to 12,500 people.”").tokens
        assert tokens == (
            "we",
            "do",
            "not",
            "sell",
            "cafe",
            "style",
            "colors",
            "…",
            "sic",
            "to",
            "12,500",
            "people",
        )

    def test_normal_is_one_line(self) -> None:
        assert quote_of("“We need\n  boats”").normal == "We need boats"

    def test_a_text_without_marks_is_taken_whole(self) -> None:
        assert quote_of("We need boats").words == "We need boats"

    @pytest.mark.parametrize(
        "title", ["The Weaver's Door", "a real turning point", "We will continue to work together"]
    )
    def test_titles_and_set_phrases_are_not_substantial(self, title: str) -> None:
        assert not quote_of(title).substantial

    def test_a_sentence_of_content_is_substantial(self) -> None:
        assert quote_of("The wolf stood between the two swings").substantial


SAME = [
    ("The dam held all night", "“the dam held all night,”"),
    ("You cannot drink copper, and you can't eat it", "You can’t drink copper and you cannot eat it"),
    ("The harbour was coloured by oil", "The harbor was colored by oil"),
    (
        "The governor (Adaeze) Obi came at noon with two doctors",
        "The governor Adaeze Obi came at noon with 2 doctors",
    ),
    ("The nurses work here (in Lima) without pay", "The nurses work here without pay"),
    ("[The nurses] work in Lima without pay or rest", "They work in Lima without pay or rest"),
    (
        "The nurses work … without pay and without a single day of rest",
        "The nurses work in Lima without pay and without a single day of rest",
    ),
    (
        "The nurses of Lima work without pay",
        "I know it well. The nurses of Lima work without pay. Nobody cares.",
    ),
]

TWO_WORDINGS = [
    (
        "The river took the bridge in less than a minute, and nobody had time to shout",
        "The river carried off the bridge in under a minute and no one had time to shout",
    ),
    (
        "I looked at the board twice and I saw only zeros",
        "I looked at the board twice and saw nothing but zeros",
    ),
    (
        "We have never sold a single litre of this milk abroad",
        "We have not sold one litre of this milk abroad",
    ),
    (
        "The harvest will be the worst since my grandfather planted these trees",
        "The harvest is going to be the worst since my grandfather planted those trees",
    ),
    (
        "Our engineers found the crack in March and nobody listened to them",
        "Our engineers discovered the crack in March and no one listened to them",
    ),
    (
        "From the first day of the talks between our peoples after President Lungu took office, we have "
        "cooperated "
        "very tightly in all fields",
        "Since the very first day of the talks between our two peoples after President Lungu took "
        "office, we have worked "
        "together very closely in every field",
    ),
    (
        "Ties between Oman and Kenya rest only on good neighbourliness and respect for each other's "
        "borders, and lately "
        "they have received a fresh impulse",
        "Omani-Kenyan ties rest on good neighbourliness, respect for each other's borders, and have "
        "lately been given a "
        "fresh impulse",
    ),
    ("He sold the painting for the price of a bicycle", "He sold that picture for the price of a bicycle"),
    (
        "This vaccine will reach every village before the rains begin",
        "This vaccine is going to reach every village before the rains start",
    ),
    ("The whales came back because the ships stayed away", "Whales returned because the ships stayed away"),
    (
        "There was smoke in the cabin, then the lights went out",
        "There was smoke in the cabin and then the lights failed",
    ),
    (
        "The court has buried the truth under forty thousand pages",
        "The court buried the truth beneath forty thousand pages",
    ),
    (
        "We shall not sign an agreement that leaves the islands without fish",
        "We will not sign any agreement that leaves the islands without fish",
    ),
    ("The wolf was standing between the two swings", "The wolf stood between the two swings"),
    (
        "Chile is prepared to host the grain negotiations whenever both sides ask for it",
        "Chile stands ready to host negotiations on grain whenever the two sides request it",
    ),
]

TWO_STATEMENTS = [
    (
        "We will continue our cooperation in all areas",
        "We will continue our cooperation with our partners in the region",
    ),
    (
        "We are committed to strengthening our friendly relations",
        "We are committed to strengthening ties between our countries",
    ),
    (
        "Our thoughts are with the families of the victims",
        "Our thoughts and prayers are with the victims and their families",
    ),
    ("It was a hard game and the team worked very hard", "It was a hard game but the team did very well"),
    (
        "The river took the bridge in less than a minute, and nobody had time to shout",
        "The bridge was built over the river by my grandfather in less than a year",
    ),
    (
        "The pilots did everything right, but the weather was stronger",
        "The pilots did not have enough training for such weather",
    ),
    (
        "This vaccine will reach every village before the rains begin",
        "This vaccine has not reached the villages in the north",
    ),
    (
        "The bodies of our sailors will return to the harbour on Friday",
        "Divers looked for the bodies of our sailors in the wreck of the trawler",
    ),
    (
        "Interest rates will have to stay high until inflation is back at two percent",
        "Interest rates could fall in the autumn if inflation comes down",
    ),
    (
        "The strike will go on until the company pays the wages",
        "The strike has cost the company eleven million pounds",
    ),
    (
        "The fire started in the kitchen of the restaurant",
        "The fire spread from the roof of the restaurant to the hotel",
    ),
    ("The talks were constructive and useful", "The talks were open and constructive"),
    (
        "There is no evidence that the dam was damaged by the earthquake",
        "There is no evidence that the money was used for the campaign",
    ),
    (
        "I want to thank the people of Ghana for their hospitality",
        "I want to thank the people of Peru for their warm welcome",
    ),
    (
        "We want a peaceful solution to the conflict in the strait",
        "We want a lasting solution for the fishermen in the strait",
    ),
    (
        "The president is in good health and will return to work on Monday",
        "The president is being treated in hospital and will not travel on Monday",
    ),
]


class TestComparing:
    """The threshold of likeness was chosen on these examples."""

    @pytest.mark.parametrize(("a", "b"), SAME)
    def test_the_same_words_agree(self, a: str, b: str) -> None:
        assert compare_quotes(quote_of(a), quote_of(b)).agreement is Agreement.AGREE

    @pytest.mark.parametrize(("a", "b"), TWO_WORDINGS)
    def test_one_statement_in_two_wordings_is_a_variant(self, a: str, b: str) -> None:
        assert compare_quotes(quote_of(a), quote_of(b)).agreement is Agreement.VARIANT

    @pytest.mark.parametrize(("a", "b"), TWO_STATEMENTS)
    def test_two_statements_on_one_topic_differ(self, a: str, b: str) -> None:
        assert compare_quotes(quote_of(a), quote_of(b)).agreement is Agreement.DIFFER

    def test_a_variant_is_found_in_a_longer_quotation(self) -> None:
        short = "The pumps failed at midnight and the cellar filled with salt water"
        long = (
            "I have worked here for thirty years. The pumps broke down at midnight and the cellar filled "
            "with salt "
            "water. Nobody called the firemen, because the telephone was in the cellar as well."
        )
        assert compare_quotes(quote_of(short), quote_of(long)).agreement is Agreement.VARIANT

    def test_the_detail_says_what_differs_and_no_more(self) -> None:
        a, b = (
            quote_of("The wolf stood calmly between the two red swings"),
            quote_of("The wolf stood between the two old swings"),
        )
        assert (
            compare_quotes(a, b).detail == "One statement in two wordings: “calmly” / nothing; “red” / “old”."
        )
        assert alignment(a, b) == (("calmly", ""), ("red", "old"))

    def test_nothing_is_known_of_an_empty_quotation(self) -> None:
        assert compare_quotes(quote_of("…"), quote_of("The dam held")).agreement is Agreement.UNKNOWN
        assert likeness(quote_of("…"), quote_of("The dam held")) == 0.0

    def test_likeness_ranks_a_rewording_above_another_statement(self) -> None:
        base = quote_of("The dam held all night although the river rose four metres")
        reworded = quote_of("The dam held the whole night although the river had risen by four metres")
        other = quote_of("The river rose four metres after the storm in the mountains")
        assert likeness(base, base) == 1.0
        assert likeness(base, reworded) > 0.7 > 0.55 > likeness(base, other)

    def test_a_quotation_can_be_made_by_hand(self) -> None:
        quote = Quote(Span(0, 3), "Yes", True, ("yes",))
        assert compare_quotes(quote, quote).agreement is Agreement.AGREE
