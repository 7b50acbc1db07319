"""What there is to say about scenarios and results: an id with its values, and English for it.

The explorer has words of its own for the same ids.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

ENGLISH = {
    "no_forecast": "No forecast: nine runs in ten lie between {low} and {high}, over {widest} "
    "points of the scale in one model.",
    "forecast": "The middle run ends between {near} and {far}, depending on the model; nine runs "
    "in ten lie between {low} and {high}.",
    "forecast_one": "The middle run ends at {near}; nine runs in ten lie between {low} and {high}.",
    "shift_none": "No clear direction: the middle run moves by {low} to {high} points.",
    "shift_up": "The outcome rises in every model, in the middle run by {low} to {high} points.",
    "shift_down": "The outcome falls in every model, in the middle run by {low} to {high} points.",
    "shift_up_some": "The outcome surely rises in {sure} of {models} models only; the middle run "
    "moves by {low} to {high} points.",
    "shift_down_some": "The outcome surely falls in {sure} of {models} models only; the middle run "
    "moves by {low} to {high} points.",
    "shift_apart": "The models disagree on the direction: the middle run moves by {low} to {high} "
    "points.",
    "disagree": "The models disagree by {points} points. Nothing here says which of them is right.",
    "one_value": "Most of it rests on one value, the {quantity} of {actor}: look at its evidence "
    "first.",
    "unknown": "Hardly anything is known of the position of {actors}: any is possible.",
    "thin": "Fewer than {n} passages, or none, stand behind the position of {actors}.",
    "unsourced": "No source is named for the capability of {actors}.",
    "acts": "Blocs come from what reports say that actors did to each other: a friendship that "
    "made no news is missing.",
    "words": "Positions are read from what actors say in reports, not from what they want or hide.",
    "attention": "Salience follows how often reports mention it; papers write more about large "
    "states, and about what is new.",
    "one_line": "The models know one issue on one line: no packages, no side payments, no domestic "
    "politics, no accident, nobody who is missing from the list.",
    "replications": "The challenge model's forecasts were praised by its author; independent "
    "replications do not fully agree with each other (docs/whatif.md). Read it as an argument, "
    "not as a fact.",
    "spread": "The spread shows the uncertainty of the inputs only; that of the models comes on "
    "top.",
    "left_out": "{actor} is left out",
    "comes_in": "{actor} comes in",
    "changed": "{actor}: {quantity} {before} → {after}",
    "tie_changed": "{actor} and {other}: propensity {before} → {after}",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say: an id of `ENGLISH` and the values it needs."""

    id: str
    values: Mapping[str, str] = field(default_factory=dict)


def said(remark: Remark) -> str:
    """Return a remark in English."""
    return ENGLISH[remark.id].format_map(remark.values)
