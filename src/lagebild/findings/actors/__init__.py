"""Find who acts, speaks or is acted upon in one article, and every mention of them.

The tables of `knowledge/` (states, organisations, groups, persons, titles), the names that the
language engine tags and the dependency trees are read together; none of them decides alone.
"""

from lagebild.findings.actors.adjectives import find_adjectives
from lagebild.findings.actors.bodies import link_groups
from lagebild.findings.actors.desk import lay_out
from lagebild.findings.actors.emit import actors_of, mentions_of
from lagebild.findings.actors.groups import find_groups
from lagebild.findings.actors.headlines import tie_headline
from lagebild.findings.actors.joined import join_names, take_in
from lagebild.findings.actors.link import Cast, link_names
from lagebild.findings.actors.names import find_names
from lagebild.findings.actors.parts import find_prefixes, find_slashed
from lagebild.findings.actors.persons import give_countries, link_persons
from lagebild.findings.actors.places import settle_towns
from lagebild.findings.actors.predicates import tie_predicates
from lagebild.findings.actors.pronouns import link_pronouns
from lagebild.findings.actors.repeats import find_repeats
from lagebild.findings.actors.roles import link_titles
from lagebild.findings.actors.scenes import region_of
from lagebild.findings.actors.surroundings import count_actors, count_countries, leave_out_credits
from lagebild.findings.actors.titles import find_titles
from lagebild.findings.finding import Actor, Mention
from lagebild.findings.reading import Reading

__all__ = ["find_actors"]


def find_actors(reading: Reading) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """Return the article's actors, in the order in which they appear, and their mentions."""
    desk = lay_out(reading)
    count_countries(desk)
    desk.region = region_of(desk)
    find_names(desk)
    find_slashed(desk)
    find_repeats(desk)
    find_titles(desk)
    find_groups(desk)
    find_prefixes(desk)
    join_names(desk)
    take_in(desk)
    leave_out_credits(desk)
    count_actors(desk)
    settle_towns(desk)
    find_adjectives(desk)
    cast = Cast(desk)
    link_names(desk, cast)
    link_persons(desk, cast)
    waiting = link_titles(desk, cast)
    give_countries(desk, cast)
    tie_headline(desk, cast)
    link_groups(desk, cast)
    link_pronouns(desk, cast)
    tie_predicates(desk, cast, waiting)
    mentions = mentions_of(desk)
    return actors_of(cast, mentions), mentions
