# ruff: noqa: E501 - a mail broken over lines is harder to read than a long one
"""What Italian mails say: a sentence, who writes it, and the intents that it carries."""

import pytest

from tests.understand.programme import told

SAYS = [
    ("ana", "Mi dimetto dal ruolo di mentore a partire da lunedì.", "resignation"),
    ("ana", "Con dispiacere vi comunico che lascio il ruolo di mentore.", "resignation"),
    ("ana", "Smetto di fare la mentore alla fine del mese.", "resignation"),
    ("ana", "Passo il testimone, propongo Luis Vega come sostituto nel ruolo di mentore.", "resignation"),
    ("ana", "Non posso più fare la mentore.", "resignation"),
    ("ana", "Togliete il mio nome dalla lista dei mentori, per favore.", "resignation"),
    ("ana", "mollo il mentoring, nn ho piu tempo", "resignation"),
    ("ana", "Presento le mie dimissioni da mentore.", "resignation"),
    ("ana", "Faccio un passo indietro come mentore, grazie di tutto.", "resignation"),
    ("ana", "Devo lasciare l'incarico di mentore per motivi di salute.", "resignation"),
    ("ana", "Ho deciso di non continuare come mentore, da giugno basta.", "resignation"),
    ("luis", "Voglio diventare mentore.", "mentor_application"),
    ("luis", "Mi piacerebbe fare il mentore nel programma.", "mentor_application"),
    ("luis", "Mi candido come mentore.", "mentor_application"),
    ("luis", "segnatemi come mentor, ci sto", "mentor_application"),
    ("luis", "Sono disponibile ad accompagnare i nuovi arrivati.", "mentor_application"),
    ("luis", "Sono interessato al ruolo di mentore.", "mentor_application"),
    ("luis", "Cosa devo fare per diventare mentore?", "mentor_application"),
    ("luis", "Ho finito il corso di coaching ieri.", "course_completion"),
    ("luis", "Ho completato la formazione di coaching su Teachable, allego l'attestato.", "course_completion"),
    ("luis", "corso di coaching finito, certificato in allegato", "course_completion"),
    ("luis", "Ho finito il coaching e voglio diventare mentore.", "course_completion mentor_application"),
    ("mariam", "Non ho un mentore, me ne assegnate uno?", "mentor_request"),
    ("mariam", "Ho bisogno di un mentore, per favore.", "mentor_request"),
    ("luis", "La mia mentore non mi risponde da mesi.", "mentor_change"),
    ("luis", "Vorrei cambiare mentore.", "mentor_change"),
    ("ana", "Ho visto Tommaso nella lista, lo prendo io.", "mentee_acceptance"),
    ("ana", "Ho un posto libero per qualcuno della lista.", "mentee_acceptance"),
    ("ana", "Luis e io vogliamo continuare per un altro anno.", "renewal"),
    ("ana", "Ieri ho incontrato Luis, un'ora, abbiamo parlato dei suoi obiettivi.", "meeting_report"),
    ("luis", "Alla mia mentore do 9 su 10.", "feedback"),
    ("luis", "Sarò in ferie dal 1 al 20 luglio.", "leave_of_absence"),
    ("ana", "Mi operano a maggio e torno a giugno.", "leave_of_absence"),
    ("cora", "Avvisate tutti i mentori che la riunione passa a giovedì.", "announcement"),
    ("luis", "A che punto è la mia candidatura? L'ho mandata un mese fa.", "status_question"),
    ("luis", "Quante ore al mese dedica un mentore?", "general_question"),
    ("luis", "Vorrei sapere se i mentori sono pagati.", "general_question"),
    ("luis", "Chiedo una copia dei miei dati personali.", "data_request"),
    ("luis", "Cancellate tutti i miei dati, per favore.", "data_request"),
    ("cora", "Approvo la candidatura di Luis Vega.", "decision"),
]  # fmt: skip
SAYS_NOT = [
    ("ana", "Non mi dimetto dal ruolo di mentore, resto con voi.", "resignation"),
    ("ana", "Se nessuno risponde, mi dimetto da mentore.", "resignation"),
    ("ana", "Un giorno lascerò il ruolo di mentore, ma non oggi.", "resignation"),
    ("ana", "Ho lasciato il lavoro in banca, quindi ho più tempo.", "resignation"),
    ("ana", "Come ci si dimette dal ruolo di mentore?", "resignation"),
    ("ana", "Mia sorella vuole lasciare il ruolo di mentore.", "resignation"),
    ("ana", "Quasi lascio il mentoring, ma resto.", "resignation"),
    ("ana", "Non smetto di fare la mentore.", "resignation"),
    ("luis", "La mia amica vuole diventare mentore.", "mentor_application"),
    ("luis", "Quando finisco il corso voglio diventare mentore.", "mentor_application"),
    ("luis", "Non voglio diventare mentore.", "mentor_application"),
    ("luis", "Voglio un altro mentore.", "mentor_application"),
    ("luis", "Un giorno mi piacerebbe fare il mentore.", "mentor_application"),
    ("mariam", "Vorrei un mentore che parli italiano.", "mentor_application"),
    ("luis", "Ho finito metà del corso di coaching.", "course_completion"),
    ("luis", "Non ho ancora finito il corso di coaching.", "course_completion"),
    ("luis", "Mio fratello ha finito il corso di coaching.", "course_completion"),
    ("luis", "Ho finito il corso di inglese.", "course_completion"),
    ("luis", "Quando finisco il corso di coaching vi avviso.", "course_completion"),
    ("ana", "Non ci siamo visti questo mese con Luis.", "meeting_report"),
]  # fmt: skip


@pytest.mark.parametrize(("who", "text", "wanted"), SAYS, ids=[text for _, text, _ in SAYS])
def test_a_plain_mail_is_read(who, text, wanted):
    assert told(who, text) == set(wanted.split())


@pytest.mark.parametrize(("who", "text", "unwanted"), SAYS_NOT, ids=[t for _, t, _ in SAYS_NOT])
def test_what_is_not_said_is_not_read(who, text, unwanted):
    assert unwanted not in told(who, text)
