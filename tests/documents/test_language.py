"""Languages: English is read, others are named, doubt counts as English."""

from __future__ import annotations

import sys

import pytest

from reconcile.documents.language import language_name, language_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministre a annoncé hier que le pont serait ouvert au mois d'août, après trois ans."),
        ("de", "Die Brücke über die Elbe wurde im August eröffnet, sagte der Minister am Dienstag."),
        ("es", "El gobierno anunció ayer que el puente se abrirá en agosto, dijo el ministro."),
        ("nl", "De brug over de Maas werd in augustus geopend, zei de minister dinsdag in Maastricht."),
        ("tr", "Köprü ağustos ayında açıldı, bakan salı günü gazetecilere söyledi."),
        ("ru", "Мост открыт."),
        ("zh", "大桥于八月开通。"),
    ],
)
def test_other_languages_are_told(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021 – 34",
        "San José del Cabo",
        "Lê Thị Hoa, Trần Văn Nam and Phạm Quốc Anh met Kim Ji-woo, Park Min-seo and Choi Ha-eun in Huế.",
        "Bjørndalen, Świątek, Nuñez and Çelik won; Õunapuu, Đorđević and Łukasik were second with 3:12.",
        "The minister said: “El puente se abrirá en agosto, después de tres años de trabajo.”",
    ],
)
def test_english_with_many_names_or_little_text_stays_english(text: str) -> None:
    assert language_of(text) == "en"


def test_languages_have_english_names() -> None:
    assert language_name("uk") == "Ukrainian"
    assert language_name("xx") == "xx"


def test_english_prose_is_told_without_loading_the_detector(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid.langid", None)
    assert (
        language_of("The river rose again on Monday, and the road that leads to the village was closed.")
        == "en"
    )
