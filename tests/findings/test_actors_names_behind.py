"""Names behind nouns for authorities, parties before persons, papers in the net; own sentences."""

from tests.findings.test_actors import found, keys


def test_a_name_behind_an_authority_is_a_government_body() -> None:
    actors = found("Die Gesundheitsbehörde BGX warnte. Die BGX mahnte zur Vorsicht.")[0]
    assert [actor.kind for actor in actors.values()] == ["government"]


def test_an_address_in_the_net_is_a_paper() -> None:
    actors = found("Laut ruhrblick.de trat der Minister zurück.")[0]
    assert actors["media:-:ruhrblick-de"].kind == "media"


def test_the_party_before_a_person_is_taken_in() -> None:
    text = "In den USA traf Obama die Republikaner. Mit dem Republikaner Udo Muster sprach er."
    actors = keys(text)
    assert actors["Republikaner Udo Muster"] == "person:udo-muster"
    assert actors["Republikaner"] == "org:republikaner"


def test_a_matter_of_somebody_is_no_person() -> None:
    text = "Jean Wolfin tritt zurück. Am Sonntag wurde über die Wolfin-Nachfolge beraten."
    assert set(found(text)[0]) == {"person:jean-wolfin"}
    text = "Jean Wolfin und Ida Wolfin-Muster tagten. Wolfin-Muster lehnte ab."
    assert len(found(text)[0]) == 2


def test_what_is_said_to_be_a_known_body_is_this_body() -> None:
    text = "In Kanada ist die größte Oppositionspartei die Liberale Partei Kanadas."
    assert keys(text)["größte Oppositionspartei"] == "org:liberale-can"


def test_a_bare_noun_tells_what_the_body_named_before_is() -> None:
    text = "Am Sonntag tagte die CUDX in Kiel. Die Partei droht mit einem Boykott."
    assert keys(text)["CUDX"] == keys(text)["Partei"] == "party:deu:cudx"
    text = "Am Sonntag tagten die CUDX und die RUVY in Kiel. Die Partei droht mit einem Boykott."
    assert keys(text)["CUDX"] == "organisation:deu:cudx"


def test_a_name_in_brackets_translates_the_one_before() -> None:
    text = "Der „Rat der Alten“ (Council of Elders) tagte in Togo. Der Council of Elders schwieg."
    actors = keys(text)
    assert actors["Council of Elders"] == actors["Rat der Alten"]


def test_a_union_written_with_a_full_stop() -> None:
    assert keys("Die Gewerkschaft ver.di warnt.")["Gewerkschaft ver.di"] == "org:verdi"
