# ruff: noqa: E501 - a mail broken over lines is harder to read than a long one
"""What French mails say: a sentence, who writes it, and the intents that it carries."""

import pytest

from tests.understand.programme import told

SAYS = [
    ("ana", "Je démissionne de mon rôle de mentore à partir de lundi.", "resignation"),
    ("ana", "Avec regret, je quitte mon poste de mentore.", "resignation"),
    ("ana", "J'arrête le mentorat à la fin du mois.", "resignation"),
    ("ana", "Je passe le flambeau, je propose Luis Vega pour me remplacer comme mentor.", "resignation"),
    ("ana", "Je ne peux plus être mentore.", "resignation"),
    ("ana", "Retirez mon nom de la liste des mentors, s'il vous plaît.", "resignation"),
    ("ana", "jarrete detre mentore, plus le temps", "resignation"),
    ("ana", "Je vous présente ma démission de mentore.", "resignation"),
    ("ana", "Je rends mon tablier de mentore, merci pour tout.", "resignation"),
    ("ana", "Je mets fin à mon mandat de mentore le 31 mai.", "resignation"),
    ("ana", "Je souhaite quitter mes fonctions de mentore pour raisons de santé.", "resignation"),
    ("luis", "Je veux devenir mentor.", "mentor_application"),
    ("luis", "J'aimerais être mentor dans le programme.", "mentor_application"),
    ("luis", "Je pose ma candidature comme mentor.", "mentor_application"),
    ("luis", "je suis partant pour etre mentor", "mentor_application"),
    ("luis", "Je suis prêt à accompagner les nouveaux.", "mentor_application"),
    ("luis", "Je suis intéressé par le rôle de mentor.", "mentor_application"),
    ("luis", "Comment faire pour devenir mentor ?", "mentor_application"),
    ("luis", "J'ai terminé la formation de coaching hier.", "course_completion"),
    ("luis", "J'ai fini le cours de coaching sur Teachable, attestation ci-jointe.", "course_completion"),
    ("luis", "formation coaching finie, certificat en pj", "course_completion"),
    ("luis", "J'ai terminé le coaching et je veux devenir mentor.", "course_completion mentor_application"),
    ("mariam", "Je n'ai pas de mentor, pouvez-vous m'attribuer un mentor ?", "mentor_request"),
    ("mariam", "J'ai besoin d'un mentor, s'il vous plaît.", "mentor_request"),
    ("luis", "Ma mentore ne répond plus depuis des mois.", "mentor_change"),
    ("luis", "Je voudrais changer de mentore.", "mentor_change"),
    ("ana", "J'ai vu Thomas sur la liste, je le prends.", "mentee_acceptance"),
    ("ana", "Il me reste une place pour quelqu'un de la liste.", "mentee_acceptance"),
    ("ana", "Luis et moi souhaitons continuer une année de plus.", "renewal"),
    ("ana", "Hier j'ai rencontré Luis, une heure, nous avons parlé de ses objectifs.", "meeting_report"),
    ("luis", "Je donne 9 sur 10 à ma mentore.", "feedback"),
    ("luis", "Je serai en vacances du 1er au 20 juillet.", "leave_of_absence"),
    ("ana", "On m'opère en mai, je reviens en juin.", "leave_of_absence"),
    ("cora", "Merci de prévenir tous les mentors que la réunion passe à jeudi.", "announcement"),
    ("luis", "Où en est ma candidature ? Je l'ai envoyée il y a un mois.", "status_question"),
    ("luis", "Combien d'heures par mois un mentor consacre-t-il ?", "general_question"),
    ("luis", "Je voudrais savoir si les mentors sont payés.", "general_question"),
    ("luis", "Je demande une copie de mes données personnelles.", "data_request"),
    ("luis", "Supprimez toutes mes données, s'il vous plaît.", "data_request"),
    ("cora", "J'approuve la candidature de Luis Vega.", "decision"),
]  # fmt: skip
SAYS_NOT = [
    ("ana", "Je ne démissionne pas de mon rôle de mentore.", "resignation"),
    ("ana", "Si personne ne répond, je démissionne de mon rôle de mentore.", "resignation"),
    ("ana", "Un jour je quitterai mon rôle de mentore, mais pas aujourd'hui.", "resignation"),
    ("ana", "J'ai quitté mon travail à la banque, j'ai donc plus de temps.", "resignation"),
    ("ana", "Comment démissionner du rôle de mentor ?", "resignation"),
    ("ana", "Ma sœur veut quitter son rôle de mentore.", "resignation"),
    ("ana", "J'ai failli quitter mon rôle de mentore, mais je reste.", "resignation"),
    ("ana", "Je n'arrête pas le mentorat.", "resignation"),
    ("luis", "Mon amie veut devenir mentore.", "mentor_application"),
    ("luis", "Quand j'aurai fini la formation, je voudrais devenir mentor.", "mentor_application"),
    ("luis", "Je ne veux pas devenir mentor.", "mentor_application"),
    ("luis", "Je voudrais un autre mentor.", "mentor_application"),
    ("luis", "Un jour j'aimerais être mentor.", "mentor_application"),
    ("mariam", "Je voudrais un mentor qui parle français.", "mentor_application"),
    ("luis", "J'ai fini la moitié de la formation de coaching.", "course_completion"),
    ("luis", "Je n'ai pas encore fini la formation de coaching.", "course_completion"),
    ("luis", "Mon frère a terminé la formation de coaching.", "course_completion"),
    ("luis", "J'ai terminé mon cours d'anglais.", "course_completion"),
    ("luis", "Quand j'aurai terminé la formation de coaching, je vous préviens.", "course_completion"),
    ("ana", "Nous ne nous sommes pas vus ce mois-ci avec Luis.", "meeting_report"),
]  # fmt: skip


@pytest.mark.parametrize(("who", "text", "wanted"), SAYS, ids=[text for _, text, _ in SAYS])
def test_a_plain_mail_is_read(who, text, wanted):
    assert told(who, text) == set(wanted.split())


@pytest.mark.parametrize(("who", "text", "unwanted"), SAYS_NOT, ids=[t for _, t, _ in SAYS_NOT])
def test_what_is_not_said_is_not_read(who, text, unwanted):
    assert unwanted not in told(who, text)
