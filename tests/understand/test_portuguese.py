# ruff: noqa: E501 - a mail broken over lines is harder to read than a long one
"""What Portuguese mails say: a sentence, who writes it, and the intents that it carries."""

import pytest

from tests.understand.programme import told

SAYS = [
    ("ana", "Renuncio ao cargo de mentora a partir de segunda-feira.", "resignation"),
    ("ana", "Com muita pena comunico que deixo de ser mentora.", "resignation"),
    ("ana", "Vou deixar a mentoria no fim do mês.", "resignation"),
    ("ana", "Passo o bastão, indico o Luis Vega para ficar no meu lugar na mentoria.", "resignation"),
    ("ana", "Não posso mais continuar como mentora.", "resignation"),
    ("ana", "Tirem o meu nome da lista de mentores, por favor.", "resignation"),
    ("ana", "to saindo da mentoria, valeu por tudo", "resignation"),
    ("ana", "Apresento a minha demissão do cargo de mentora.", "resignation"),
    ("ana", "Não me mandem mais ninguém, para mim acabou.", "resignation"),
    ("ana", "Já não consigo acompanhar os meus mentorados, passem os dois para outra pessoa.", "resignation"),
    ("ana", "Preciso deixar a função de mentora por motivos de saúde.", "resignation"),
    ("luis", "Quero ser mentor.", "mentor_application"),
    ("luis", "Gostaria de me candidatar a mentor.", "mentor_application"),
    ("luis", "Coloco-me à disposição para orientar os novos.", "mentor_application"),
    ("luis", "me bota na lista de mentores aí", "mentor_application"),
    ("luis", "Apresento a minha candidatura a mentor.", "mentor_application"),
    ("luis", "Tenho interesse em ser mentor.", "mentor_application"),
    ("luis", "O que preciso fazer para ser mentor?", "mentor_application"),
    ("luis", "Terminei o curso de coaching ontem.", "course_completion"),
    ("luis", "Concluí a formação de coaching no Teachable, segue o certificado.", "course_completion"),
    ("luis", "já fiz o curso de coaching, certificado em anexo", "course_completion"),
    ("luis", "Terminei o coaching e quero ser mentor.", "course_completion mentor_application"),
    ("mariam", "Não tenho mentor, podem me arranjar um?", "mentor_request"),
    ("mariam", "Preciso de um mentor, por favor.", "mentor_request"),
    ("luis", "A minha mentora não me responde há meses.", "mentor_change"),
    ("luis", "Queria trocar de mentora.", "mentor_change"),
    ("ana", "Vi o Tomás na lista, eu fico com ele.", "mentee_acceptance"),
    ("ana", "Tenho uma vaga livre para alguém da lista.", "mentee_acceptance"),
    ("ana", "Eu e o Luis queremos continuar mais um ano.", "renewal"),
    ("ana", "Ontem tive a reunião com o Luis, uma hora, falamos das metas.", "meeting_report"),
    ("luis", "Dou nota 9 de 10 à minha mentora.", "feedback"),
    ("luis", "Estarei de férias de 1 a 20 de julho.", "leave_of_absence"),
    ("ana", "Vou ser operada em maio e volto em junho.", "leave_of_absence"),
    ("cora", "Avisem todos os mentores que a reunião passa para quinta.", "announcement"),
    ("luis", "Já viram a minha candidatura? Mandei há um mês.", "status_question"),
    ("luis", "Quantas horas por mês dedica um mentor?", "general_question"),
    ("luis", "Gostaria de saber se os mentores recebem alguma coisa.", "general_question"),
    ("luis", "Solicito uma cópia dos meus dados pessoais.", "data_request"),
    ("luis", "Apaguem todos os meus dados, por favor.", "data_request"),
    ("cora", "Aprovo a candidatura de Luis Vega.", "decision"),
]  # fmt: skip
SAYS_NOT = [
    ("ana", "Não renuncio ao cargo de mentora, fico com vocês.", "resignation"),
    ("ana", "Se ninguém responder, renuncio como mentora.", "resignation"),
    ("ana", "Um dia vou deixar de ser mentora, mas não hoje.", "resignation"),
    ("ana", "Deixei o meu emprego no banco, por isso tenho mais tempo.", "resignation"),
    ("ana", "Como se renuncia ao cargo de mentora?", "resignation"),
    ("ana", "A minha irmã quer deixar de ser mentora.", "resignation"),
    ("ana", "Quase deixei a mentoria, mas fico.", "resignation"),
    ("ana", "Não vou deixar a mentoria.", "resignation"),
    ("luis", "A minha amiga quer ser mentora.", "mentor_application"),
    ("luis", "Quando terminar o curso quero ser mentor.", "mentor_application"),
    ("luis", "Não quero ser mentor.", "mentor_application"),
    ("luis", "Quero outro mentor.", "mentor_application"),
    ("luis", "Um dia gostaria de ser mentor.", "mentor_application"),
    ("mariam", "Quero um mentor que fale português.", "mentor_application"),
    ("luis", "Terminei metade do curso de coaching.", "course_completion"),
    ("luis", "Ainda não terminei o curso de coaching.", "course_completion"),
    ("luis", "O meu irmão terminou o curso de coaching.", "course_completion"),
    ("luis", "Terminei o curso de inglês.", "course_completion"),
    ("luis", "Quando terminar o curso de coaching aviso.", "course_completion"),
    ("ana", "Não nos encontramos este mês com o Luis.", "meeting_report"),
]  # fmt: skip


@pytest.mark.parametrize(("who", "text", "wanted"), SAYS, ids=[text for _, text, _ in SAYS])
def test_a_plain_mail_is_read(who, text, wanted):
    assert told(who, text) == set(wanted.split())


@pytest.mark.parametrize(("who", "text", "unwanted"), SAYS_NOT, ids=[t for _, t, _ in SAYS_NOT])
def test_what_is_not_said_is_not_read(who, text, unwanted):
    assert unwanted not in told(who, text)
