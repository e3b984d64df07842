"""The words by which mail programs of many languages mark quotes, forwards and signatures.

Every pattern looks at one line of at most 2,000 characters and has no nested quantifier.
"""

# ruff: noqa: E501 - an alternation of words broken at 100 columns is harder to check

import re

LINE_CHARS = 2000  # of a line are looked at
LINE = 300  # characters; a marker is never longer

_FORWARDED = (
    r"forwarded (?:message|mail|email)|(?:forwarded by|weitergeleitet von|transféré par)\s[^\d\n]{1,80}\s(?:on|am|le)\s\d[\d/.: apm]{4,30}|begin forwarded message|original message follows"
    r"|weitergeleitete (?:nachricht|e-mail|mail)|anfang der weitergeleiteten (?:nachricht|e-mail)"
    r"|ursprüngliche nachricht weitergeleitet|message (?:transféré|transmis|réexpédié)|mail transféré"
    r"|début du message (?:réexpédié|transféré|transmis)|courriel transféré|message forwardé"
    r"|mensaje (?:reenviado|remitido|original reenviado)|inicio del mensaje reenviado"
    r"|mensagem (?:encaminhada|reencaminhada)|início da mensagem (?:encaminhada|reencaminhada)"
    r"|a mensagem encaminhada começa aqui|messaggio (?:inoltrato|inoltrata)|inizio messaggio inoltrato"
    r"|inizio del messaggio inoltrato|(?:doorgestuurd|doorgezonden) bericht|begin doorgestuurd bericht"
    r"|begin van doorgestuurd bericht|wiadomość przekazana|przekazana wiadomość"
    r"|(?:treść|początek) przekazane(?:j|go) (?:wiadomości|listu)|początek przekazywanej wiadomości"
    r"|přeposlaná zpráva|přeposlaný e-?mail|začátek přeposlané zprávy|začátek přeposílané zprávy"
    r"|preposlaná správa|vidarebefordrat (?:meddelande|mejl)|vidarebefordrat brev"
    r"|vidarebefordrat mejl|början på vidarebefordrat (?:meddelande|mejl|brev)|börja(?:n)? vidarebefordrat meddelande"
    r"|videresendt (?:melding|meddelelse|besked|e-post|mail)|videresendte meddelelse"
    r"|start på videresendt (?:e-mail|besked|melding)|begynnelse på videresendt (?:melding|e-post)"
    r"|videresendt e-post|start på videresendt melding|starten på den videresendte (?:e-mail|besked)"
    r"|i?letilen (?:ileti|mesaj|posta)|(?:yönlendirilen|yönlendirilmiş) (?:ileti|mesaj|e-posta)|iletilmiş (?:ileti|mesaj)"
    r"|pesan (?:yang )?(?:diteruskan|terusan)|(?:mulai|awal) pesan (?:yang )?diteruskan|email terusan"
    r"|пересланное сообщение|пересылаемое сообщение|пересланное письмо|начало переадресованного сообщения"
    r"|начало пересылаемого сообщения|перенаправленное сообщение|переслане повідомлення|переадресоване повідомлення"
    r"|переслане повідомлення|препратено съобщение|転送メッセージ|転送メール|転送されたメッセージ|(?:以下は、?)?転送(?:された)?(?:メッセージ|メール)(?:です)?"
    r"|転送元のメッセージ|转发(?:的)?(?:邮件|信息|消息)|轉寄(?:的)?(?:郵件|信件|訊息)|轉寄郵件|已转发邮件|以下是转发的邮件"
    r"|开始转发的邮件|下面是被转发的邮件|以下為轉寄的郵件|开始转寄的邮件"
    r"|رسالة (?:معاد توجيهها|مُعاد توجيهها|محولة|تمت إعادة توجيهها|مُعادة)|بداية الرسالة (?:المعاد|المُعاد|المحولة) ?(?:توجيهها|إرسالها)?"
    r"|الرسالة المعاد توجيهها|továbbított (?:üzenet|levél)|továbbított levél kezdete|välitetty viesti|edelleenlähetetty viesti"
    r"|mesaj (?:redirecționat|redirectionat|transmis)|mesaj redirecţionat|προωθημένο μήνυμα|הודעה שהועברה|chuyển tiếp thư|tin nhắn đã được chuyển tiếp"
    r"|전달된 (?:메시지|메일)|missatge reenviat|proslijeđena poruka|прослеђена порука|posredovano sporočilo"
    r"|pārsūtīta vēstule|persiųstas laiškas|edastatud kiri|ujumbe uliosambazwa|अग्रेषित संदेश|forwarded conversation"
)
_ORIGINAL = (
    r"original(?: (?:message|mail|email|e-mail|appointment))?|originalmessage|mail original|mail d['’]origine|message d['’]origine|e-mail original|reply message|replied message|ursprüngliche (?:nachricht|mail|e-mail)"
    r"|original-?nachricht|originalnachricht|originalnachricht|message d['’]origine|message original|message initial|courriel original|mensaje original"
    r"|mensagem original|messaggio originale|messaggio da|oorspronkelijk bericht|origineel bericht"
    r"|wiadomość oryginalna|oryginalna wiadomość|wiadomość pierwotna|původní (?:zpráva|e-?mail)|pôvodná správa"
    r"|ursprungligt meddelande|originalmeddelande|ursprungligt mejl|opprinnelig melding|original melding|opprinnelig e-post"
    r"|oprindelig (?:meddelelse|besked|mail)|original besked|özgün (?:ileti|mesaj)|orijinal (?:ileti|mesaj|e-posta)|ilk mesaj|pesan asli"
    r"|исходное (?:сообщение|письмо)|оригинальное сообщение|original-?сообщение|вихідне повідомлення|оригінальне повідомлення|original message"
    r"|元の(?:メッセージ|メール)|オリジナルメッセージ|原始(?:邮件|郵件|信件|邮件信息)|邮件原件|原邮件|原始訊息|回复的原邮件|回复的邮件|الرسالة الأصلية|رسالة أصلية"
    r"|eredeti üzenet|alkuperäinen viesti|mesaj original|mesajul original|αρχικό μήνυμα|הודעה מקורית|원본 메(?:시|세)지|원본 메일|thư gốc"
    r"|missatge original|izvorna poruka|izvirno sporočilo|ujumbe wa asili"
)
FORWARD_LINE = re.compile(
    rf"[-_=*—–\s]{{0,60}}(?:{_FORWARDED})(?:\s+from\s[^\n]{{1,200}}|\s*[(][^()]{{0,80}}[)])?\s*[:：]?[-_=*—–\s]{{0,60}}",
    re.IGNORECASE,
)
ORIGINAL_LINE = re.compile(
    rf"[-_=*—–‐‑]{{2,60}}\s*(?:{_ORIGINAL})\s*[:：]?\s*[-_=*—–‐‑]{{2,60}}", re.IGNORECASE
)
# Without dashes (BlackBerry 10) it counts only above headers; with headers in the same line ...
BARE_ORIGINAL = re.compile(rf"\s{{1,8}}(?:{_ORIGINAL})\s*", re.IGNORECASE)
ORIGINAL_START = re.compile(
    rf"\s*[-_=*—–‐‑]{{2,60}}\s*(?:{_ORIGINAL})\s*[:：]?\s*[-_=*—–‐‑]{{2,60}}\s*", re.IGNORECASE
)
RULER = re.compile(r"[_]{5,200}|[-]{20,200}|[=]{20,200}|[*]{20,200}")
FORWARD_SUBJECT = re.compile(
    r"\s*(?:\[[^\[\]]{1,40}\]\s*)?(?:fwd?|wg|tr|rv|enc|i|vb|vs|pd|doorst|fs|trs|i̇lt|ilt|ynl|res fwd|転送|转发|轉寄|轉發|przek|"
    r"пер|переслать|пересл|tov|továbbítás|προωθ|fwd re|diteruskan|trans|re-?send|إعادة توجيه|reenv|إع.توجيه)"
    r"\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：]|\s*\(fwd\)|.{0,200}\(fwd\)\s*$",
    re.IGNORECASE,
)

_LABELS = {
    "from": "from|von|de|da|van|od|från|fra|fra|kimden|gönderen|dari|от|от кого|от|від|差出人|送信者|送信元|from|发件人|寄件人|寄件者"
    "|发送者|من|المرسل|feladó|lähettäjä|de la|expéditeur|remitente|remetente|mittente|afzender|nadawca|odesílatel|avsändare|avsender"
    "|afsender|pengirim|отправитель|відправник|από|מאת|보낸 사람|보낸사람|발신|từ|expeditor|absender|kutoka|kwa"
    "|sender|saatja|nuo|odosielateľ|expéditrice|จาก|no|寄件人|ze",
    "to": "to|an|à|a|para|aan|do|komu|till|til|kime|kepada|ke|untuk|кому|получатель|宛先|送信先|收件人|to|إلى|الى|címzett|vastaanottaja"
    "|destinataire|destinatario|destinatário|ontvanger|adresat|alıcı|către|catre|προς|אל|받는 사람|받는사람|수신|đến|empfänger|per|pro|mottagare|mottaker|modtager|saaja|kwenda"
    "|recipient|recipients|prima|primatelj|za|до|adressaat|kam|per a|收件者|ถึง|receiver|đến|destinatari",
    "date": "date|sent|datum|gesendet|gesendet am|date d'envoi|envoyé|envoyé le|envoyée|fecha|enviado|enviado el|enviada|enviado em"
    "|enviada em|data|inviato|data invio|verzonden|verstuurd|wysłano|wysłane|wysłana|wyslano|odeslano|data wysłania|odesláno|odesláno dne|skickat|skickad|sendt|dato|gönderildi"
    "|gönderme tarihi|gönderilme tarihi|tarih|dikirim|tanggal|terkirim|дата|отправлено|дата отправки|надіслано|送信日時|日時|日付|送信日"
    "|发送时间|发送日期|日期|时间|時間|寄件日期|傳送日期|傳送時間|تاريخ|التاريخ|تم الإرسال|مرسل|تاريخ الإرسال|elküldve|dátum|küldés ideje|lähetetty|päivämäärä|trimis"
    "|ημερομηνία|στάλθηκε|תאריך|נשלח|날짜|보낸 날짜|일시|ngày|đã gửi|data e orës|päiväys|imetumwa|tarehe"
    "|date sent|sent on|sent at|local time|utc time|received|odoslané|poslano|изпратено|saadetud|išsiųsta|nosūtīts|enviat|enviats|enviados|enviadas|寄件日期|ส่ง|วันที่|dikirim pada|fecha de envío|data de envio|data do envio|inviata|dataora|gesendet um|envoyée le|发送|已傳送|発信日時",
    "subject": "subject|betreff|betr|objet|sujet|asunto|assunto|oggetto|onderwerp|temat|předmět|predmet|ämne|emne|konu|subjek|perihal"
    "|judul|тема|件名|主题|主題|标题|الموضوع|موضوع|tárgy|aihe|subiect|θέμα|נושא|제목|chủ đề|subjecte|mada"
    "|sub|ogg|asunto del mensaje|zadeva|teema|tēma|assumpte|主旨|เรื่อง|naslov|predmet správy|tema|перед|sujet du message|objecte|wt",
    "cc": "cc|cc to|kopie|kopie an|copie|copie à|copia|cópia|kopia|kopi|kopi til|tembusan|bilgi|копия|копія|ccに|写し|抄送|副本|副本抄送|نسخة|نسخة إلى"
    "|másolatot kap|másolat|kopio|κοιν|참조|đồng gửi|dw|do wiadomości|kopie:|tk"
    "|c.c|副本收件者|bcc|cci|cco|ccn|hidden|udw|skrytá kopie|скрытая копия",
    "reply-to": "reply-to|reply to|antwort an|antworten an|répondre à|responder a|responder para|rispondi a|antwoord aan|odpowiedz do|odpovědět|svara till|svar til"
    "|yanıtla|yanıt adresi|balas ke|ответить|返信先|回复|回复至|答复|回覆|الرد على|الرد إلى",
    "other": "importance|priority|attachments|attachment|wichtigkeit|priorität|anlagen|anhänge|importancia|prioridad|datos adjuntos|adjuntos|importância|prioridade|anexos|anexo|importance haute|pièces jointes|priorità|allegati|allegato|urgentie|bijlagen|bijlage|ważność|załączniki|důležitost|přílohy|прикрепленные файлы|вложения|важность|添付ファイル|重要度|附件|重要性|when|where|organization|reply to all|mailed-by|signed-by|list-id|newsgroups|ek|ekler|bilagor|vedlegg|vedhæftede filer|liitteet|lampiran|message-id|msg id",
}
LABELS = {word: kind for kind, words in _LABELS.items() for word in words.split("|")}
LABEL = re.compile(
    r"\s{0,4}\*{0,2}_?([^\W\d_][^:：*@<>\n]{0,24}?)_?\s{0,2}\*{0,2}\s?[:：]\s?\*{0,2}\s*(.*)",
    re.DOTALL,
)

# Compared after blanks, `>` and line breaks are taken out.
OUR_MARKER = re.compile(r"#{1,4}replyabovethisline")


def label_of(line: str) -> tuple[str, str] | None:
    """Return which header a line of a forward's block is, and its value; None for other lines."""
    match = LABEL.match(line)
    if match is None:
        return None
    word = match.group(1).strip(" \u200e\u200f\xa0").lower()
    kind = LABELS.get(word)
    return None if kind is None else (kind, match.group(2).strip(" *\u200e\u200f"))


def is_forward_line(row: str) -> bool:
    """Say whether a line is a program's marker of a forward; the line is stripped."""
    if row[0] not in "-_=*—–" and row[-1] not in ":：-=*":
        return False
    return len(row) <= LINE and FORWARD_LINE.fullmatch(row) is not None


def is_forward_subject(subject: str) -> bool:
    """Say whether a subject begins as programs mark a forward (Fwd:, WG:, TR:, RV:, 转发:...)."""
    return FORWARD_SUBJECT.match(subject[:400]) is not None
