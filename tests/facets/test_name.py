"""Names: reading them, and telling one bearer's spellings from two bearers."""

from __future__ import annotations

from itertools import combinations

import pytest

from reconcile.agreement import Agreement, Comparison
from reconcile.facets.name import Name, blocking_keys, compare_names, is_short_form, only_marks, read_name


def name(text: str) -> Name:
    found = read_name(text)
    assert found is not None, text
    return found


def compared(a: str, b: str) -> Comparison:
    return compare_names(name(a), name(b))


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Dr Anna Lind", "Anna Lind"),
        ("President (Moussa) Ndiaye", "Moussa Ndiaye"),
        ("Gen. Sir John Smith Jr.", "John Smith Jr."),
        ("Danish Prime Minister Anna Lind", "Anna Lind"),
        ("Minister of Defence Anna Lind", "Anna Lind"),
        ("President of Ghana Kofi Mensah", "Kofi Mensah"),
        ("Ghana's president, Kofi Mensah,", "Kofi Mensah"),
        ("Kofi Mensah, president of Ghana", "Kofi Mensah"),
        ("Lind, Anna", "Anna Lind"),
        ("Smith, John Jr.", "John Smith Jr."),
        ("Martin Luther King, Jr.", "Martin Luther King Jr."),
        ("ANNA VON DER HEIDE", "Anna von der Heide"),
        ("“Anna Lind” (45)", "Anna Lind"),
        ("Anna Lind (Greens)", "Anna Lind"),
        ("This is Anna Lind speaking", "Anna Lind"),
        ("Stephen King", "Stephen King"),
        ("Queen Elizabeth II", "Elizabeth II"),
        ("General Motors", "General Motors"),
        ("the Kremlin's", "Kremlin"),
        ("Антон Чехов", "Антон Чехов"),
    ],
)
def test_titles_roles_and_punctuation_are_no_part_of_a_name(text: str, normal: str) -> None:
    assert name(text).normal == normal


@pytest.mark.parametrize(
    ("text", "given", "surname"),
    [
        ("Anna Lind", "Anna", "Lind"),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
        ("van Beethoven", "", "van Beethoven"),
        ("Beethoven", "", "Beethoven"),
        ("Park Chan-wook", "Chan-wook", "Park"),
        ("García Márquez, Gabriel", "Gabriel", "García Márquez"),
    ],
)
def test_given_names_and_surnames_are_told_apart(text: str, given: str, surname: str) -> None:
    assert (name(text).given, name(text).surname) == (given, surname)


@pytest.mark.parametrize(
    "text", ["", "…", "1984", "the president", "The President", "the king", "he", "a" * 5000]
)
def test_what_names_nobody_is_not_read(text: str) -> None:
    assert read_name(text) is None


def test_the_span_is_of_the_name_without_its_titles() -> None:
    text = "the late Archbishop (Desmond) Nkosi died"
    found = name(text)
    assert (found.words, found.span.of(text)) == ("(Desmond) Nkosi", "(Desmond) Nkosi")


SPELLINGS = [
    "Chekhov Tchekhov Tschechow Czechow",
    "Tolstoy Tolstoï Tolstoi Tolstoj",
    "Dostoevsky Dostoyevsky Dostoïevski Dostojewski",
    "Solzhenitsyn Soljenitsyne Solschenizyn Solżenicyn",
    "Shostakovich Chostakovitch Schostakowitsch Szostakowicz Šostakovič",
    "Tchaikovsky Tchaïkovski Tschaikowski Czajkowski",
    "Rachmaninov Rakhmaninoff Rachmaninow",
    "Zhdanov Jdanov Schdanow Żdanow",
    "Yesenin Essénine Jessenin Jesienin",
    "Saakadze Saakadzé",
    "Nikolai Nikolay Nicolai Nikolaj",
    "Gennady Guennadi Gennadij",
    "Yusuf Youssef Yousef",
    "Abdurrahman Abderrahmane Abdulrahman",
    "Khalid Khaled",
    "Nasser Nasir",
    "Schröder Schroeder Schroder",
    "Đoković Djokovic Dokovic",
    "Qatar Katar",
    "Kyiv Kiev",
    "Kazakhstan Kasachstan",
    "Yekaterinburg Ekaterinburg Jekaterinburg",
]


@pytest.mark.parametrize("spellings", SPELLINGS)
def test_spellings_of_one_name_are_variants_and_share_a_key(spellings: str) -> None:
    for a, b in combinations(spellings.split(), 2):
        assert compared(a, b).agreement is Agreement.VARIANT, (a, b)
        assert blocking_keys(name(a)) & blocking_keys(name(b)), (a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Bill Carter", "William Carter"),
        ("Xiao Wanchang", "Hsiao Wan-chang"),
        ("Sergey Eisenstein", "Sergei Eisenstein"),
        ("Emma Marlowe", "Emma Malrowe"),
        ("Wolfenbuttler", "Wolfenbutler"),
        ("Montgommery", "Montgomery"),
        ("Featherstonhaugh", "Featherstnhaugh"),
    ],
)
def test_nicknames_other_romanisations_and_typing_errors_are_variants(a: str, b: str) -> None:
    assert compared(a, b).agreement is Agreement.VARIANT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Lind", "Anna Lind"),
        ("A. Lind", "Anna Lind"),
        ("Lind", "A. Lind"),
        ("A.M. Lind", "Anna Maria Lind"),
        ("JK Rowling", "J.K. Rowling"),
        ("Yu. Gagarin", "Yuri Gagarin"),
        ("E. Yevtushenko", "Yevgeny Yevtushenko"),
        ("Prof. Lind", "Anna Lind"),
        ("Anna Maria Lind", "Anna Lind"),
        ("Anton Pavlovich Chekhov", "Anton Chekhov"),
        ("Lind Anna", "Anna Lind"),
        ("LIND, Anna", "Anna Lind"),
        ("De Gaulle", "Charles de Gaulle"),
        ("Khalid Al Amin", "Khalid al-Amin"),
        ("King", "Martin Luther King Jr."),
        ("International Labour Organization", "ILO"),
        ("Rolls Company", "Rolls"),
        ("U.S. Army", "US Army"),
        ("Антон Чехов", "Anton Chekhov"),
        ("محمد", "Mohammed"),
        ("Γιώργος Σεφέρης", "Giorgos Seferis"),
        ("邓小平", "Deng Xiaoping"),
        ("문재인", "Moon Jae-in"),
    ],
)
def test_shortened_forms_titles_and_other_scripts_agree(a: str, b: str) -> None:
    assert compared(a, b).agreement is Agreement.AGREE


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Anna Lind", "Maria Lind"),
        ("John F. Adams", "John Q. Adams"),
        ("John W. Adams", "John H. W. Adams"),
        ("John Smith", "John Smith Jr."),
        ("John Smith Jr.", "John Smith Sr."),
        ("Elizabeth I", "Elizabeth II"),
        ("Anton Pavlovich Chekhov", "Anton Ivanovich Chekhov"),
        ("Orlov", "Orlova"),
        ("Olga Ivanova", "Olga Ivanovna"),
        ("Kowalski", "Kowalska"),
        ("Kozlov", "Kozlovsky"),
        ("Sokolov", "Sobolev"),
        ("Clinton", "Clifton"),
        ("Walker", "Wagner"),
        ("Hamid", "Hamad"),
        ("Jamal", "Jamil"),
        ("Wang", "Yang"),
        ("Park Chan-wook", "Park Chan-ho"),
        ("Omar bin Khalid", "Khalid bin Omar"),
        ("Ben Carter", "Emma Carter"),
        ("Anna Frank", "Anna Francis"),
        ("Al Carter", "Emma Carter"),
        ("Austria", "Australia"),
        ("Slovakia", "Slovenia"),
        ("Dominica", "Dominican"),
        ("Guinea", "Equatorial Guinea"),
        ("North Dakota", "South Dakota"),
        ("Bank of Japan", "Bank of Korea"),
        ("Air France", "Air Canada"),
    ],
)
def test_two_bearers_differ(a: str, b: str) -> None:
    assert compared(a, b).agreement is Agreement.DIFFER


@pytest.mark.parametrize(("a", "b"), [("World Bank", "Bank"), ("村上春樹", "Haruki Murakami")])
def test_what_cannot_be_told_is_unknown(a: str, b: str) -> None:
    assert compared(a, b).agreement is Agreement.UNKNOWN


@pytest.mark.parametrize(
    ("a", "b", "marks"),
    [
        ("Émile Zola", "Emile Zola", True),
        ("Jean Pierre Blanc", "Jean-Pierre Blanc", True),
        ("Émile Zola", "Émile Zola", False),
        ("EMILE ZOLA", "Emile Zola", False),
        ("Tolstoy", "Tolstoi", False),
    ],
)
def test_accents_and_hyphens_are_told_from_other_spellings(a: str, b: str, marks: bool) -> None:
    assert only_marks(name(a), name(b)) is marks
    assert (compared(a, b).agreement is Agreement.VARIANT) is (marks or a == "Tolstoy")


@pytest.mark.parametrize(
    ("a", "b", "short"),
    [
        ("Lind", "Anna Lind", True),
        ("A. Lind", "Anna Lind", True),
        ("ILO", "International Labour Organization", True),
        ("Anna Lind", "Anna Lind", False),
        ("Maria Lind", "Anna Lind", False),
        ("Smith Jr.", "Smith", False),
    ],
)
def test_short_forms_are_known(a: str, b: str, short: bool) -> None:
    assert is_short_form(name(a), name(b)) is short
    assert is_short_form(name(b), name(a)) is short


def test_the_detail_is_a_sentence_with_both_names() -> None:
    detail = compared("Dr Anton Chekhov", "Anton Tchekhov").detail
    assert detail == "“Anton Chekhov” and “Anton Tchekhov” are two spellings of one name."


def test_unlike_names_share_no_key() -> None:
    assert not blocking_keys(name("Anna Lind")) & blocking_keys(name("Boris Godunov"))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nasreddine Boucetta", "Nasruddin Busetta"),  # Arabic in French and in English letters
        ("Djamel Khelifa", "Jamal Khalifa"),
        ("Mamadou Diallo", "Muhammad Jallow"),  # the Gambia and Senegal
        ("Surapon Piromwilai", "Surapol Phiromvilai"),  # a Thai l is said as n
        ("Giorgos Papadimitriou", "Yorgos Papadhimitriou"),
    ],
)
def test_the_spellings_of_two_schools_are_of_one_name(a: str, b: str) -> None:
    assert compared(a, b).agreement is Agreement.VARIANT


def test_a_surname_without_its_accents_is_a_short_form_that_differs_in_marks_alone() -> None:
    assert only_marks(name("Nemec"), name("Pavel Němec"))
    assert not only_marks(name("Nemec"), name("Pavel Nemec"))
