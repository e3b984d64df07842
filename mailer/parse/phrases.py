"""The words by which mail programs of many languages mark quotes, forwards and signatures.

Every pattern looks at one line of at most 2,000 characters and has no nested quantifier.
"""

# ruff: noqa: E501 - an alternation of words broken at 100 columns is harder to check

import re

CERTAIN = 2  # the grade of an attribution that needs no quote behind it
SHORT = 120  # characters of "Ana Pop wrote:"
LINE = 300  # characters; a marker is never longer

_VERBS = (
    r"wrote|writes|has written|schrieb|schreibt|geschrieben|a écrit|a ecrit|écrivait|écrit|escribió"
    r"|escribio|ha escrito|escribe|va escriure|escrib[ií]a|escreveu|escreve|ha scritto|scrisse|scrive"
    r"|schreef|geschreven|schrijft|napisał|napisała|napisał\(a\)|pisze|napsal|napsala|napsal\(a\)|píše"
    r"|napísal|napísala|skrev|skriver|skrifaði|yazdı|yazmış|şunu yazdı|şunları yazdı|menulis|написал"
    r"|написала|написал\(а\)|пишет|писал|писала|написав|написала|пише|написа|写道|写到|寫道|wrote|のメール"
    r"|書きました|作成|كتب|كتبت|كتبه|كتابة ما يلي|írta|kirjoitti|a scris|έγραψε|כתב|đã viết|작성|님이 씀"
    r"|napisao|napisala|je napisal|pisal|rakstīja|rašė|parašė|kirjutas|aliandika|ameandika|लिखा|লিখেছেন"
    r"|sumulat|shkroi|egin du|jazdi|yazib|เขียน"
)
VERB = re.compile(
    rf"(?<!\w)(?:{_VERBS})(?!\w)|(?:写道|写到|寫道|のメール|작성|書きました)", re.IGNORECASE
)
LEAD = re.compile(
    r"(?:on|am|den|le|el|em|il giorno|il|op|w dniu|dnia|dne|pada|pe|på|at|в|вт|ср|чт|пт|сб|вс|пн|у|на|في|"
    r"بتاريخ|在|於|于|ngày|tarih|mnamo|στις|ב)\b",
    re.IGNORECASE,
)
DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}\s?[:.h时時]\s?\d\d(?!\d)|(?<!\d)\d{1,2}[-/.]\s?\d{1,2}[-/.]"
)
MAILBOX = re.compile(r"[^\s<>(),;:\"\[\]]{1,64}@[^\s<>(),;:\"\[\]]{1,255}")
# The end of an attribution that has no verb: the address in brackets and a colon (Gmail in
# Japanese and Russian, Mail.ru, Yandex).
ADDRESS_END = re.compile(r"<\s?[^<>\s]+@[^<>\s]+>\s?[:：]$")
COLON_END = re.compile(r"[:：]\s*$|\S -{3,5}$|のメール[:：]?$|写道$|寫道$")

_FORWARDED = (
    r"forwarded (?:message|mail|email)|begin forwarded message|original message follows"
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
    r"original(?: (?:message|mail|email|appointment))?|originalmessage|reply message|replied message|ursprüngliche (?:nachricht|mail|e-mail)"
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
    rf"[-_=*—–]{{2,60}}\s*(?:{_ORIGINAL})\s*[:：]?\s*[-_=*—–]{{2,60}}", re.IGNORECASE
)
RULER = re.compile(r"[_]{8,200}|[-]{20,200}|[=]{20,200}")
FORWARD_SUBJECT = re.compile(
    r"\s*(?:\[[^\[\]]{1,40}\]\s*)?(?:fwd?|wg|tr|rv|enc|i|vb|vs|pd|doorst|fs|trs|i̇lt|ilt|ynl|res fwd|転送|转发|轉寄|轉發|przek|"
    r"пер|переслать|пересл|tov|továbbítás|προωθ|fwd re|diteruskan|trans|re-?send|إعادة توجيه|reenv|إع.توجيه)"
    r"\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：]|\s*\(fwd\)|.{0,200}\(fwd\)\s*$",
    re.IGNORECASE,
)

_LABELS = {
    "from": "from|von|de|da|van|od|från|fra|fra|kimden|gönderen|dari|от|от кого|от|від|差出人|送信者|送信元|from|发件人|寄件人|寄件者"
    "|发送者|من|المرسل|feladó|lähettäjä|de la|expéditeur|remitente|remetente|mittente|afzender|nadawca|odesílatel|avsändare|avsender"
    "|afsender|pengirim|отправитель|відправник|από|מאת|보낸 사람|보낸사람|발신|từ|expeditor|absender|kutoka|kwa",
    "to": "to|an|à|a|para|aan|do|komu|till|til|kime|kepada|ke|untuk|кому|получатель|宛先|送信先|收件人|to|إلى|الى|címzett|vastaanottaja"
    "|destinataire|destinatario|destinatário|ontvanger|adresat|alıcı|către|catre|προς|אל|받는 사람|받는사람|수신|đến|empfänger|per|pro|mottagare|mottaker|modtager|saaja|kwenda",
    "date": "date|sent|datum|gesendet|gesendet am|date d'envoi|envoyé|envoyé le|envoyée|fecha|enviado|enviado el|enviada|enviado em"
    "|enviada em|data|inviato|data invio|verzonden|verstuurd|wysłano|wysłane|wysłana|wyslano|odeslano|data wysłania|odesláno|odesláno dne|skickat|skickad|sendt|dato|gönderildi"
    "|gönderme tarihi|gönderilme tarihi|tarih|dikirim|tanggal|terkirim|дата|отправлено|дата отправки|надіслано|送信日時|日時|日付|送信日"
    "|发送时间|发送日期|日期|时间|時間|寄件日期|傳送日期|傳送時間|تاريخ|التاريخ|تم الإرسال|مرسل|تاريخ الإرسال|elküldve|dátum|küldés ideje|lähetetty|päivämäärä|trimis"
    "|ημερομηνία|στάλθηκε|תאריך|נשלח|날짜|보낸 날짜|일시|ngày|đã gửi|data e orës|päiväys|imetumwa|tarehe",
    "subject": "subject|betreff|betr|objet|sujet|asunto|assunto|oggetto|onderwerp|temat|předmět|predmet|ämne|emne|konu|subjek|perihal"
    "|judul|тема|件名|主题|主題|标题|الموضوع|موضوع|tárgy|aihe|subiect|θέμα|נושא|제목|chủ đề|subjecte|mada",
    "cc": "cc|cc to|kopie|kopie an|copie|copie à|copia|cópia|kopia|kopi|kopi til|tembusan|bilgi|копия|копія|ccに|写し|抄送|副本|副本抄送|نسخة|نسخة إلى"
    "|másolatot kap|másolat|kopio|κοιν|참조|đồng gửi|dw|do wiadomości|kopie:|tk",
    "reply-to": "reply-to|reply to|antwort an|antworten an|répondre à|responder a|responder para|rispondi a|antwoord aan|odpowiedz do|odpovědět|svara till|svar til"
    "|yanıtla|yanıt adresi|balas ke|ответить|返信先|回复|回复至|答复|回覆|الرد على|الرد إلى",
}
LABELS = {word: kind for kind, words in _LABELS.items() for word in words.split("|")}
LABEL = re.compile(
    r"\s{0,4}\*{0,2}_?([^\W\d_][^:：*@<>\n]{0,24}?)_?\s{0,2}\*{0,2}\s?[:：]\s?\*{0,2}\s*(.*)",
    re.DOTALL,
)

_DEVICE = (
    r"iphon|ipad|ipod|android|samsung|galaxy|huawei|xiaomi|redmi|oneplus|nokia|blackberry|windows|lumia|outlook|yahoo|proton|gmail"
    r"|mail\.ru|yandex|яндекс|smartphone|phone|mobile|mobil|mobilen|telefon|telefono|teléfono|telefone|telefonu|téléphone|hp|tablet|ios"
    r"|handy|k-9|fairemail|thunderbird|spark|mailspring|tutanota|gmx|web\.de|web\.de mail app|t-mobile|verizon|at&t|orange|free|sfr|aqua mail|bluemail|blue mail|edison|newton"
    r"|airmail|zoho|huawei|vivo|oppo|motorola|sony|xperia|pixel|ponsel|мобильн|телефон|смартфон|آيفون|هاتف|جهاز|スマートフォン|手机|手機|阳光|myMail|posteo|freenet|e-mail|email|simu|mailbird|em client|fairphone|laptop|tuta|apparaat|toestel|device|appareil|dispositivo|zařízení|urządzenia|enhet|enhed"
)
_SENT = (
    r"(?:sent|written|typed|get) (?:from|via|with|using|by|outlook|on)\b|von (?:meine[mnr]|unterwegs)"
    r"|(?:diese (?:nachricht|e-?mail|mail) wurde )?(?:gesendet|gesandt|verschickt|verfasst) (?:von|mit|via|aus|über)"
    r"|diese (?:nachricht|e-?mail|mail) wurde (?:von|mit)|holen sie sich|hol dir|télécharge[zr]|obtenez|envoyée? (?:de|depuis|à partir|avec|d['’]|via|par)"
    r"|enviad[oa] (?:desde|do|de|mediante|via|vía|con|pelo|a partir|através)|obt(?:ener|én|enga|enha|er) |inviat[oa] (?:da|dal|con|tramite|dalla)"
    r"|scarica |ottieni |verzonden (?:vanaf|met|via|vanuit|van)|verstuurd (?:vanaf|met|via|van)|(?:downloaden|download) outlook|outlook voor"
    r"|wysłan[eoa] (?:z|ze|za pomocą|przy|przez)\b|pobierz |uzyskaj |odeslán[oa] (?:z|ze|pomocí|prostřednictvím)|získat |získejte "
    r"|skickat (?:från|med|via)|skickades från|hämta |sendt (?:fra|med|via)|hent |få outlook|skaff deg|dikirim (?:dari|melalui|dengan|menggunakan)"
    r"|terkirim dari|dapatkan |отправлен[оа] (?:с|со|из|от|через)|скачать |надіслан[оа] (?:з|із|зі|через)|завантажити |发自|發自|从我的|從我的|发送自"
    r"|傳送自|来自我的|獲取|获取|مُ?رسل(?:ة)? من|أُ?رسلت? من|تم الإرسال (?:من|بواسطة)|احصل على|imetumwa kutoka|lähetetty |küldve |elküldve|trimis (?:de|din) "
    r"|στάλθηκε από|נשלח מ|gửi từ|enviat des|poslano (?:z|s|iz)|poslané z|odoslané z|saadetud |nosūtīts |išsiųsta |yahoo (?:mail|posta|e-posta).{0,40}:"
)
SENT_ENDS = (
    "gönderildi",
    "gönderildi.",
    "送信",
    "送信。",
    "送信されました",
    "送信されました。",
    "보냄",
    "보냄.",
    "den gönderilmiştir",
    "を入手",
    "edinin",
    "indirin",
)
SENT_FROM = re.compile(rf"[\s>*_\-—–~]{{0,8}}(?:{_SENT})", re.IGNORECASE)
DEVICE = re.compile(_DEVICE, re.IGNORECASE)
SENT_SHORT = re.compile(
    r"(?:发自|發自|从|從)我的.{1,30}|sent from (?:my|a) .{1,40}|von unterwegs gesendet[.!]?|from my (?:phone|mobile|iphone)[.!]?"
    r"|(?:please )?excuse (?:my )?(?:brevity|typos|any typos|spelling|the brevity).{0,60}"
    r"|diese nachricht wurde von meinem .{1,60} gesendet.{0,40}",
    re.IGNORECASE,
)
DISCLAIMER = re.compile(
    r"[\s*_\-=]{0,8}(?:confidential(?:ity)?\s*(?:notice|note|statement|disclaimer)?\s*[:\-–.]|(?:legal )?disclaimer\s*[:\-–]?|privileged (?:and|/) confidential"
    r"|this (?:e-?mail|message|communication)(?: message)?,?(?: and| including| together| is| may| contains| transmission|\s?\(|,).{0,200}(?:confidential|intended|privileged)"
    r"|the (?:information|content|contents) (?:contained )?(?:in|of) this (?:e-?mail|message|communication)|if you (?:are not the intended recipient|have received this (?:e-?mail|message) in error)"
    r"|please consider the environment|before printing|virus-free|this email has been (?:checked|scanned)|diese e-?mail (?:enthält|kann|ist|und).{0,160}(?:vertraulich|geschützt|bestimmt)|der inhalt dieser e-?mail"
    r"|ce (?:message|courriel|mail|e-mail)(?: électronique)?,? (?:et|est|peut|ainsi|contient).{0,200}(?:confidentiel|destinataire|destin)|este (?:mensaje|correo|e-?mail|mensagem)(?: electrónico| eletrônico)?,? .{0,200}(?:confidencia|destinatari)"
    r"|esta mensagem .{0,200}(?:confidencia|destinat)|aviso (?:legal|de confidencialidad|de confidencialidade)|questo (?:messaggio|documento).{0,200}(?:riservat|confidenzial|destinatari)|le informazioni contenute"
    r"|(?:dit|deze) (?:bericht|e-?mail).{0,200}(?:vertrouwelijk|bestemd)|(?:niniejsza|ta) wiadomość.{0,200}(?:poufn|przeznaczon)|tato zpráva.{0,200}důvěrn|bu (?:e-?posta|mesaj|elektronik posta).{0,200}(?:gizli|alıcı)"
    r"|(?:e-?mail|pesan) ini .{0,200}(?:rahasia|ditujukan)|(?:данное|это) (?:сообщение|письмо).{0,200}конфиденциальн|本(?:邮件|电子邮件|メール).{0,120}(?:保密|机密|秘密|機密)|此(?:邮件|郵件).{0,120}(?:保密|機密|机密)"
    r"|هذه الرسالة.{0,200}(?:سرية|سري))",
    re.IGNORECASE,
)
LIST_FOOTER = re.compile(
    r".{0,120}(?:mailing list|mailman/listinfo|listinfo|to unsubscribe|you received this message because you are subscribed|unsubscribe from this (?:group|list))",
    re.IGNORECASE,
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


def is_sent_from(row: str) -> bool:
    """Say whether a line is a program's "Sent from my phone" in one of many languages."""
    if SENT_SHORT.fullmatch(row):
        return True
    if SENT_FROM.match(row) is None and not row.endswith(SENT_ENDS):
        return False
    return DEVICE.search(row) is not None


def is_forward_line(row: str) -> bool:
    """Say whether a line is a program's marker of a forward; the line is stripped."""
    if row[0] not in "-_=*—–" and row[-1] not in ":：-=*":
        return False
    return len(row) <= LINE and FORWARD_LINE.fullmatch(row) is not None


def is_forward_subject(subject: str) -> bool:
    """Say whether a subject begins as programs mark a forward (Fwd:, WG:, TR:, RV:, 转发:...)."""
    return FORWARD_SUBJECT.match(subject[:400]) is not None


def attribution(text: str) -> int:
    """Tell how sure a text is an attribution: 0 no, 1 if a quote follows, 2 by itself."""
    if len(text) > LINE + 100:
        return 0
    text = text.strip(" \t\u200e\u200f\xa0*")
    if text.endswith("---"):  # Zoho: "---- On ..., Ana <a@b.example> wrote ----"
        whole = text.startswith("---") and MAILBOX.search(text) and VERB.search(text)
        return CERTAIN if whole and DATE.search(text) else 0
    if COLON_END.search(text) is None:
        return 0
    dated = DATE.search(text) is not None
    verb = VERB.search(text) is not None
    mailbox = MAILBOX.search(text) is not None
    if dated and mailbox and (verb or ADDRESS_END.search(text)):
        return CERTAIN
    likely = dated and (verb or (mailbox and text[-2:] == "]:"))
    undated = verb and (mailbox or len(text) <= SHORT)
    return int(likely or undated or ADDRESS_END.search(text) is not None)
