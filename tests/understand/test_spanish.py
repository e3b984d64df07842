# ruff: noqa: E501 - a mail broken over lines is harder to read than a long one
"""What Spanish mails say: a sentence, who writes it, and the intents that it carries."""

import pytest

from tests.understand.programme import told

SAYS = [
    ("ana", "Renuncio a mi cargo de mentora a partir del lunes.", "resignation"),
    ("ana", "Con mucha pena les comunico que dejo de ser mentora.", "resignation"),
    ("ana", "Doy un paso al costado como mentora, gracias por todo.", "resignation"),
    ("ana", "He decidido no seguir como mentora, no por falta de ganas sino de tiempo.", "resignation"),
    ("ana", "Ya no voy a poder acompañar a mis aprendices, busquen a alguien para ellos.", "resignation"),
    ("ana", "Quiten mi nombre de la lista de mentores, por favor.", "resignation"),
    ("ana", "paso el testigo, propongo a Luis Vega como mi reemplazo en la mentoría", "resignation"),
    ("ana", "Me bajo de la mentoría desde el 1 de mayo.", "resignation"),
    ("ana", "presento mi dimision como mentora, efectiva hoy", "resignation"),
    ("ana", "Hasta aquí llegué como mentora, muchachos.", "resignation"),
    ("ana", "Debo dejar la mentoría por motivos de salud.", "resignation"),
    ("luis", "Quiero ser mentor.", "mentor_application"),
    ("luis", "Me gustaría postularme como mentor de la comunidad.", "mentor_application"),
    ("luis", "Estoy dispuesto a guiar a los nuevos, cuenten conmigo.", "mentor_application"),
    ("luis", "anotenme como mentor xfa", "mentor_application"),
    ("luis", "Presento mi candidatura a mentor.", "mentor_application"),
    ("luis", "Me ofrezco como mentor para quien empieza.", "mentor_application"),
    ("luis", "¿Qué necesito para ser mentor?", "mentor_application"),
    ("luis", "Terminé el curso de coaching ayer.", "course_completion"),
    ("luis", "He completado la formación de coaching en Teachable, adjunto el certificado.", "course_completion"),
    ("luis", "ya acabe el curso de coaching, ahi les va el diploma", "course_completion"),
    ("luis", "Aprobé el coaching y quiero ser mentor.", "course_completion mentor_application"),
    ("mariam", "No tengo mentor, ¿me asignan uno?", "mentor_request"),
    ("mariam", "Necesito un mentor, por favor.", "mentor_request"),
    ("luis", "Mi mentora no me contesta desde hace meses.", "mentor_change"),
    ("luis", "Quisiera cambiar de mentora.", "mentor_change"),
    ("ana", "He visto a Tomás en la lista, lo tomo yo.", "mentee_acceptance"),
    ("ana", "Tengo un hueco libre para alguien de la lista.", "mentee_acceptance"),
    ("ana", "Luis y yo queremos seguir otro año.", "renewal"),
    ("ana", "Ayer me reuní con Luis, hora y media, hablamos de sus metas.", "meeting_report"),
    ("luis", "A mi mentora le pongo un 9 de 10.", "feedback"),
    ("luis", "Estaré de vacaciones del 1 al 20 de julio.", "leave_of_absence"),
    ("ana", "Me operan en mayo y vuelvo en junio.", "leave_of_absence"),
    ("cora", "Avisen a todos los mentores que la reunión pasa al jueves.", "announcement"),
    ("luis", "¿En qué quedó mi solicitud? La envié hace un mes.", "status_question"),
    ("luis", "¿Cuántas horas al mes dedica un mentor?", "general_question"),
    ("luis", "Quisiera saber si los mentores cobran algo.", "general_question"),
    ("luis", "Solicito una copia de mis datos personales.", "data_request"),
    ("luis", "Borren todos mis datos, por favor.", "data_request"),
    ("cora", "Apruebo la candidatura de Luis Vega.", "decision"),
]  # fmt: skip
SAYS_NOT = [
    ("ana", "No renuncio como mentora, sigo con ustedes.", "resignation"),
    ("ana", "Si nadie responde, renuncio como mentora.", "resignation"),
    ("ana", "Luis me dijo que renuncio como mentor, pero era broma.", "resignation"),
    ("ana", "Algún día dejaré de ser mentora, pero no hoy.", "resignation"),
    ("ana", "He renunciado a mi trabajo en el banco, así que tengo más tiempo.", "resignation"),
    ("ana", "¿Cómo se renuncia como mentora?", "resignation"),
    ("ana", "Mi hermana quiere dejar de ser mentora.", "resignation"),
    ("ana", "Casi dejo la mentoría, pero me quedo.", "resignation"),
    ("luis", "Mi amiga quiere ser mentora.", "mentor_application"),
    ("luis", "Cuando termine el curso quiero ser mentor.", "mentor_application"),
    ("luis", "No quiero ser mentor.", "mentor_application"),
    ("luis", "Quiero otro mentor.", "mentor_application"),
    ("luis", "Algún día me gustaría ser mentor.", "mentor_application"),
    ("mariam", "Quiero un mentor que hable español.", "mentor_application"),
    ("luis", "He terminado la mitad del curso de coaching.", "course_completion"),
    ("luis", "Todavía no he terminado el curso de coaching.", "course_completion"),
    ("luis", "Mi hermano terminó el curso de coaching.", "course_completion"),
    ("luis", "Terminé el curso de inglés.", "course_completion"),
    ("luis", "Cuando termine el curso de coaching les aviso.", "course_completion"),
    ("ana", "No nos reunimos con Luis este mes.", "meeting_report"),
]  # fmt: skip


@pytest.mark.parametrize(("who", "text", "wanted"), SAYS, ids=[text for _, text, _ in SAYS])
def test_a_plain_mail_is_read(who, text, wanted):
    assert told(who, text) == set(wanted.split())


@pytest.mark.parametrize(("who", "text", "unwanted"), SAYS_NOT, ids=[t for _, t, _ in SAYS_NOT])
def test_what_is_not_said_is_not_read(who, text, unwanted):
    assert unwanted not in told(who, text)
