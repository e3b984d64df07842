# ruff: noqa: E501 - lists of words are easier to keep in full lines
"""Capitalised words that are no names, the words beside names, and places."""

from mailer.understand.date_words import MONTHS, WEEKDAYS, forms
from mailer.understand.tongues import ALSO_NAMES, COUNTRIES, LANGUAGES

_NO_NAMES_IN_WORDS = """
i im i'm i've i'd i'll reps rep council mozilla community portal teachable coaching coach training
matrix hi hello dear hey thanks thank my the she he they we you it this that these those mentor mentors
mentee mentees mentorship mentoring if when as in on at for but and so yes no please after also since
our his her their there with would could can sop slack telegram zoom whatsapp firefox github best
regards cheers kind greetings not what who how until from to of by am is are was were have has had one
two three both course certificate email e-mail mail pdf ps rgpd gdpr dsgvo leadership programme program
open list assignment assignments everything all everybody everyone nobody somebody someone anybody
anyone once before community-portal add-on add-ons common voice wiki drive google meet call session
year module lesson quiz part hangout ok okay well maybe perhaps unfortunately today yesterday tomorrow
recommending recommend recommended suggest suggesting propose proposing nominate ask let here just then
now again however although because while during besides instead regarding concerning about between
met saw had talked spoke visited called held god lord dios deus dieu gott dio allah tuhan gusti
good great new last next first second dear sincerely yours warm love attached enclosed signed sent will
would-be successor replacement candidate team board agenda google-meet discord irc facebook linkedin
linux android windows iphone outlook gmail christmas easter ramadan eid diwali new-year

hola buenas buenos el la los las un una mi mis su sus lo le les como para por con sin que quien cuando
donde desde hasta este esta ese esa yo tu usted ustedes nosotros ella ellos si no ya muy tambien pero
porque gracias saludos atentamente cordialmente estimado estimada estimados queridos querido querida
consejo programa curso certificado formacion capacitacion recomiendo recomendaria propongo sugiero
quiero quisiera puedo creo ayer hoy manana mentora mentoras mentores adjunto reyes navidad pascua semana
santa sucesor sucesora ahora despues antes entonces aunque nadie alguien todos don dona senor senora
señor señora aprovecho quedo ha he fue era es son nos me te se dejo renuncio termine tuve tengo

ola oi bom boa dia tarde noite o a os as um uma meu minha meus minhas seu sua eu voce voces nos ele ela
nao sim ja mas tambem porque obrigado obrigada abraco abracos conselho curso certificado formacao
treinamento recomendo indico sugiro proponho gostaria quero posso acho ontem hoje amanha mentorado
mentorada mentorados sucessor sucessora exmos exmo senhores senhor senhora prezados caros caro cara
agora depois antes entao ninguem alguem todos natal carnaval pascoa terminei concluí conclui

bonjour bonsoir salut coucou madame monsieur messieurs mesdames le la les l un une mon ma mes son sa ses
notre votre je j'ai j il elle nous vous ils elles on ce cette ces c'est qui que quand ou comme pour par
avec sans dans sur chez chers cher chere merci cordialement conseil programme cours certificat formation
attestation recommande recommanderais propose suggere voudrais peux pense hier demain aujourd'hui mentore
mentores mentoré mentorée filleul filleule parrain marraine successeur remplaçant remplacante apres avant
ensuite alors mais donc or personne quelqu'un tous noel paques pentecote oui non si veuillez suite ici
voici voila depuis jusqu'au bien bonne bref enfin aussi

hallo liebe lieber liebes liebste guten morgen tag abend der die das den dem des ein eine einen einem
einer mein meine meinen meinem meiner unser unsere euer eure ihr ihre ihren ihrem sein seine ich du er sie
es wir man wer was wann wo wie warum weil dass wenn als ob und oder aber auch noch schon nur nicht kein
keine mit ohne von vom zu zum zur bei bis seit nach vor aus auf an am im in um fur durch gegen uber unter
zwischen ja nein danke bitte grusse gruss viele beste herzliche freundliche rat programm kurs zertifikat
schulung nachfolger nachfolgerin nachfolge mentorin mentorinnen mentoren schutzling empfehle empfehlung
schlage vorschlag leider hiermit gestern heute damen herren sehr geehrte geehrter gerne vielleicht dann
danach jetzt da hier dort so nun zudem ausserdem ubrigens falls sollte konnte wurde mochte kann will hat
haben hatte ist sind war waren bin wird werden weihnachten ostern grussle servus moin gruezi

ciao salve buongiorno buonasera gentile gentili egregi egregio caro cara cari care carissimi il lo la i
gli le un uno una l' mio mia miei mie suo sua nostro nostra vostro io tu lui lei noi voi loro che chi
quando dove come perche per con senza da dal dalla di del della in nel nella su sul a al alla fino se non
si no anche ma pero grazie saluti cordiali consiglio programma corso certificato attestato formazione
consiglierei raccomando propongo suggerisco segnalo vorrei posso penso credo ieri oggi domani tutor
successore sostituto dopo prima poi allora adesso ora nessuno qualcuno tutti natale pasqua ho ha hanno
abbiamo sono siamo e' cordialmente distinti purtroppo

halo hai assalamualaikum selamat pagi siang sore malam salam shalom om swastyastu saya aku kami kita anda
kalian dia mereka ini itu yang dan atau tapi tetapi karena kalau jika untuk dengan dari ke di pada oleh
sebagai adalah sudah telah akan belum tidak bukan jangan mohon tolong terima kasih hormat yth kepada
dewan program kursus pelatihan sertifikat usul usulan mengusulkan rekomendasi merekomendasikan
rekomendasikan pengganti penerus mulai sejak sampai hingga kemarin besok hari tanggal semoga ada apa siapa
forse magari talvez quizas quiza acaso peut-etre eventuell perche siccome quindi infatti dunque ecco inoltre
ademas asi sustituta sustituto substituta substituto sostituta sostituto remplacante barangkali figurati
perihal soal mengenai tentang hal
kapan bagaimana lebaran ramadan natal bimbingan pembimbing juga saja bila mungkin nanti menurut
"""
_EXTRA = "mon tue tues wed thu thurs fri sat sun"
NO_NAMES = frozenset(
    {
        *_NO_NAMES_IN_WORDS.replace("ñ", "n").replace("ç", "c").replace("é", "e").split(),
        *_EXTRA.split(),
        *(word for row in MONTHS.values() for word in forms(row) if len(word) > 3),  # noqa: PLR2004 - "Jan" is a name too
        *(word for row in WEEKDAYS.values() for word in forms(row)),
        *(LANGUAGES.keys() - ALSO_NAMES),
        *COUNTRIES,
    }
    - {"marco", "abril", "mai", "korea", "georgia"}
)
_TITLES_IN_WORDS = """
mr mrs ms miss dr prof professor sir madam sr sra srta don dona dom senor senora senorita senhor senhora
doutor doutora m mme mlle monsieur madame mademoiselle herr herrn frau frl signor signora signore signorina
sig sig.ra dott dottoressa dr.a dra pak bapak bpk bu ibu mas mbak mba kak kakak bang bung om tante bli neng
teh kang saudara saudari sdr sdri abang ustaz ustadz frere soeur padre pere frate suor uncle auntie brother sister
pan pani bey hanim mag dipl dipl-ing ing lic barr engr adv ir
"""
TITLES = frozenset(_TITLES_IN_WORDS.split())

_GLADLY_IN_WORDS = """
sure gladly happily absolutely certainly definitely claro seguro gustoso gustosamente volentieri
volentierissimo volontiers evidemment absolument naturlich selbstverstandlich gerne tentu siap
"""
GLADLY = frozenset(_GLADLY_IN_WORDS.split())
"""Words that begin a yes, and look like a name where they stand: "Sure I'll take her"."""
