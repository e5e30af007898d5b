"""The figures under which accuracy may not fall, by kind and half: `floors.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, RootModel, ValidationError

from accuracy.cases import CaseError, Half
from accuracy.measure import Outcome, tally
from reconcile import Kind

FLOORS = Path(__file__).with_name("floors.yaml")
SLACK = 0.1  # of eleven disagreements in a half one more may be found before the floor must follow

Share = Annotated[float, Field(ge=0, le=1)]


class Floor(BaseModel):
    """The least precision and recall of one kind in one half."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    precision: Share
    recall: Share


Floors = Mapping[Kind, Mapping[Half, Floor]]


class _Floors(RootModel[dict[Kind, dict[Half, Floor]]]):
    pass


def load_floors(file: Path = FLOORS) -> Floors:
    """Raises CaseError where the file is not `kind: {half: {precision: 0.9, recall: 0.5}}` throughout."""
    try:
        return _Floors.model_validate(yaml.safe_load(file.read_text(encoding="utf-8"))).root
    except (ValidationError, yaml.YAMLError) as error:
        raise CaseError(f"{file.name}: {error}") from error


def complaints(outcomes: Sequence[Outcome], floors: Floors) -> Iterator[str]:
    """Each figure that fell below its floor, or rose so far above it that the floor should follow."""
    for kind, halves in floors.items():
        for half, floor in halves.items():
            counts = tally(outcomes, kind, half)
            for name in Floor.model_fields:
                told = _complaint(getattr(counts, name), getattr(floor, name))
                if told:
                    yield f"{kind} {half} {name}: {told}"


def _complaint(figure: float, floor: float) -> str | None:
    if figure < floor:
        return f"{figure:.3f} is below the floor of {floor}; floors do not fall, so find what broke"
    if figure > floor + SLACK:
        return f"{figure:.3f} is well above the floor of {floor}; raise it to {_floored(figure)} in {FLOORS.name}"
    return None


def _floored(figure: float) -> float:
    return int(figure * 100) / 100
