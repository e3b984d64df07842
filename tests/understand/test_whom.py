from mailer.rules.fields import Named
from mailer.understand.whom import distinct


def test_a_name_called_shortly_is_the_same_person():
    assert distinct((Named("Leonardo Prado"), Named("Leo"))) == (Named("Leonardo Prado"),)


def test_other_people_stay_apart():
    every = (Named("Leonardo Prado"), Named("Leonie"), Named("Le", "le@ring.example"))
    assert distinct(every) == every
