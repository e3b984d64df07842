# ruff: noqa: E501 - a word list broken over many lines is harder to keep than a long one
"""Words, letters and endings by which a written language is known; all words are folded.

Words that several languages share count for each of them, so a list may be generous.
"""

WORDS = {
    "en": "the and is of to i you my am with for that have not this be would was are it in me we a m ve ll re s t become becoming resign quit who no so can could should want ready by but they their his her "
    "any more what how when which there about please as on will from has yes been your if at or an one all since since now finished certificate like take time up last kindly still end done she he after its "
    "because day said by when people had our give know well him week completed ask must out another let need passed leave myself years does find yesterday name very already then them put work next until tell somebody someone nobody "
    "today got everything lesson lessons every before off without dear says asked first than else again month resignation weeks friday answer old just request ready long accept application send four shall other waiting stepping step down "
    "want love loved happy glad prefer rather different count help new met good help helped coach training course learn great meeting together wants wanted going leave left best role change changed month week day d please sorry me cannot keep anyone finally hope paper wait under address think number could were these those only also into over really may might its here where why did do just bit too much many some",
    "es": "aviso termino propongo hermano hermana mentoria huecos gente falta llevar ellos ellas testigo reemplazo buscar busqueis desde les del aqui presento candidatura apruebo rechazo pongo mentoras aprendiz aprendices renunciar dimito plaza programa consejo nota tutor apoyo acompanar guiar ninguna ninguno baja acepto ofrezco ofrecerme postulo postularme encargo cargo puesto persona certificado adjunto reunimos vimos hablamos responde contesta deseo desearia pido solicitar seria cuenten cuenta conmigo novata novato segundo nos nuestra nuestro primera lista dar doy doce proxima proximo alta dejado acabo el la los las que y de en un una por con para mi yo soy no es me gracias hola como del se lo su este esta he ha pero muy estoy ser usted ustedes quiero desde hasta saludos al ya nadie alguien todos algo nada responde dejar fin mes "
    "recomiendo les decidido hemos somos eres puedo buenos dias mentora mentor tengo q dos todo hay sin ni tiene eso quien ahora voy mano nomas sea sigo digo cuando falta hace hoy cosa llevo ayer ese sabe nuevo pues quedo tardes jaja lunes viernes "
    "tambien nuevos despues hago otra otro puede solicito fue jueves igual ella escribo terminado semanas salio ultima siempre ahi dejo mismo pueden todavia manana veces tener quisiera cambio hablar solicitud sigue correo era tiempo quiere entonces decir equipo mejor porfa pregunta "
    "menos fecha primero formacion llegar renuncia treinta copia lecciones siento algun cuanto fuera viejo completado abrazo avisar pena buena vida tienen diciembre noviembre septiembre octubre febrero enero junio julio hecho casi trabajo datos tan gustaria curso mas porque busco reunion creo sobre termine acabe aprobe renuncio ahorita chevere vos querido adios presento candidatura pongo apruebo rechazo lista mentores nota mentoria seguir libre libres",
    "pt": "aos renuncia pedido fila meu minha igual saiu deixo candidatura aprovo rejeito aceito pena comunico renuncio renunciar cargo bota lista aviso terminar quando certificado ofereco candidato candidatar terminado concluido mentoria reuniao reunimos nossa nosso nossos responder responde semana semanas mes meses vaga pedi pedido virar topo topar aprendiz orientando afastar afasto sair saindo largo ninguem sexta segunda terca acompanhar gostei outro numa essas esses isto ainda mim ficarei quiser o a os as que e de em um uma por com para meu minha eu sou nao me obrigado obrigada ola como do da se no na este esta mas muito estou ser voce voces quero desde ate abraco ao ja papel escrevo mes posso bom dia tenho dos das pelo pela "
    "pra gente tudo sem boa aqui tem quem ninguem agora tarde programa ele tambem isso foi saudacoes mim meus fico ainda novo depois anexo senhores alguem oi ela peco terminei pode coisa vou nem fui nome dois nova sobre conselho dele ontem outro venho ter ultimo pessoa outra tempo vai entao "
    "prova demais bem fim disse preciso precisa formacao sao sim ia gosto trabalho nas sei deixar queria essa diz encontro fiquei onde duas gostaria desculpa contar vem melhores cumprimentos pois sai mandei dar mentora mentor dados conclui faz esse passou ficou tiver janeiro fevereiro junho julho dezembro largar hoje feito fazer pedir resposta curso mais num vcs vc tb nois cara beleza renuncio deixo muita comunico lista mentores bota aprovo rejeito candidatura responder avisem pedido ta mentoria fila",
    "fr": "candidature approuve refuse accepte propose presente certificat mentors rejoindre arreter arrete cesse quitter accompagner notre nos liste nouvelle nouvelles bientot j'ai chaque quelques semaines personne repond reponse puis comment pourquoi souhaite souhaiterais renonce poste fonction attestation jointe rendu rencontre rencontres vu avons etions prolonger encore rappel bonne aucun aucune ayant afin beaucoup jusque le la les que et de en un une par avec pour mon ma je suis ne pas est merci bonjour comme du des se ce cette mais tres vous nous etre veux depuis jusqu au aux j ai cordialement qui sur c d l n m mes a plus deux tout qu bonsoir ca dit votre vos tous meme fait apres quelqu "
    "reste juste bon peux point trois donc sans devenir demande autre honneur faire son jointe aussi alors trop fini prendre peut petite rien encore chez sont jeunes maintenant sous jamais faut etait voudrais soir avez demissionne laisse temps ete toujours fois ont pardon joint autres savoir trouver seul avoir donne accord vais attend celle besoin "
    "aimerais donnees semaine annee quitter formation seance janvier fevrier juin juillet aout decembre oui non salut mentore mentorat viens ou dans notre moi toi lui eux voila chaque ici sera serai pourrais stp svp",
    "de": "der die das und ist von zu ich sie mein meine bin mit fur dass habe nicht dies sein wurde war sind es in mich wir bitte danke hallo als auf werde aus kann hat ja liebe den dem ein eine im zum zur seit bis gruss grusse auch noch wie "
    "mir ihr jetzt jetz an mehr vom mentorin hab reps sehr schon nach meiner meinem meinen ab frau herr herrn wenn mochte moechte neuen werden euch gern gerne einen einem einer ende haben keine kein keinen muss alles isch zeit viel letzte letzten zertifikat jahr jahre unter oder anhang zwei hiermit leute "
    "ihnen dran wieder wer geht durch gesagt gut soll drei immer geehrte uber ueber fuer sich wird selbst bestanden wochen woche beide beiden liegt jemand guten vor sagen menschen schicken gebe nein lange weil man doch damen herren nun amt fertig gestern heute morgen fraulein abend darf gibt beim schreibt bleibe gemacht geschrieben ihm "
    "bestatigung bestaetigung ubernehmen uebernehmen weiter dann machen mache mach urkunde steht denn trete weiss frage begleiten melden dank unterlagen nich net nix endlich kollege kollegin anderen schulung nehme abgeschlossen nichts braucht halt vielleicht bewerben leider ob prufung funf nehmen beendet erklart etwas darum dazu erst raus rum trotzdem wegen krieg zuruck zurueck siehe danach damit dafur "
    "weitergeben stunden monaten sofort erklare verlangern betreuen zugeteilt abgeben aufhoren lehrgang bescheinigung teilnahme isses hob san servus gruezi moin jo is nur kurs teachable-kurs wa tschuss bescheid stand hinter geschafft gschafft ond han koi i",
    "it": "candidatura approvo rifiuto accetto presento rinuncio dimissioni mentori quando terminare termino concluso incarico ruolo rassegno lista attesa affiancare seguire incontrati visti sentiti parlato prolungare rinnovare rinnoviamo pausa ferie certificato allego propongo offro disponibile qualcosa nessuna altra altri perfino almeno appena avrei vorremmo nostri nostre questi queste quelli il lo la i gli le che e di in un una per con mio mia io sono non mi grazie ciao come del della si questo questa ma molto essere voglio da fino al alla ho ha vi cari saluti anche piu nessuno qualcuno tutti niente mentore dimetto risponde vorrei nel dal sul corso dal fare finito ora detto miei anni ci voi due tutto ancora abbiamo "
    "certificato consiglio dei nn fatto gia tre mentori dopo nuovi diventare bene favore fine visto avete ragazzi attestato mesi mai lei anno mese faccio adesso allegato perche primo pure sta quindi buongiorno buonasera domanda giugno senza resto vostri settembre maggio devo ore qua potete altro gennaio vostro fa italiano sotto chi sarei buona "
    "ogni cosi lavoro suo lascio poco chiedo forse allora scritto col giorno prima ieri vuole nuovo sapere sia raga scusate ero chiuso deciso chiede lascia passo torno ottobre loro lezione dicembre luglio agosto novembre potro settimane superato lunedi dove dare sempre dico aprile smetto stato volentieri oggi prego salve terminato siamo cosa quando stata vostra nostra sto mia ancora corso appena serve grz qui sotto",
    "id": "yang dan di ke dari untuk dengan saya kami anda tidak ini itu adalah akan sudah telah bisa juga atau pada karena terima kasih halo salam ingin menjadi mau belum sebagai ada jadi hari sampai oleh dapat mohon tolong "
    "kak kakak aku sama udah dah baru tapi anak bu pak bapak ibu gue gua gw lo lu sy masih satu bulan beta mulai awak nya dulu sertifikat kalau kalo klo banget lulus tiang orang dua mbak mas bang kirim lebih surat tahun saja aja lah terus trus semua kemarin kemaren depan sekarang skrg lagi tanggal tgl nggak ngga gak ga enggak daftar lanjut maaf jangan buat "
    "minggu sih jam sekali sdh sdah yg ikut dong bilang banyak muda nanti baik siap teh mah mundur bawah selesai adik sini tamat min berhenti brenti habis abis lalu kelar tiga soal setahun bukan bkn tugas ki ji kali boleh deng sonde tlg kok selama diri atas cuma alhamdulillah apa mentorku kursus kursusnya pengen selalu tahu tau apakah tetap bantu sendiri biar siang semalam "
    "laporan pegang setelah lebaran nih tuh salah jalan bimbingan pelajaran memang berat kula pendamping laptop gantiin materi akhirnya nilai deh bareng acara pamit rasa punten atuh nulis nanya makasih mksh lai pun smua lama msh tmn temen teman trus sanggup bangga buktinya harus ketemu ktmu minta pernah kerja lihat bahas tos tadi akhir pung sambil jawa kepada bersama "
    "lepas tua sampe smp belas pengganti jd blm krn utk dgn dlm pelatihan pengunduran mengundurkan membimbing ngebimbing perpanjang pertemuan wis rampung arep matur nuwun suwun sampun inggih nggih iki kulo piye tak karo ora wae lan hatur nuhun abdi rengse entos anu kuring katong basong sa su mo ma mi ka ja ndak nda kita kalian mereka gimana kenapa kapan siapa mana begitu seperti banyaknya cuti libur berubah setuju permisi assalamualaikum swastyastu suksma lur cuy bro gaes rek ae iso gan yak ya yah loh lho kan pengen entar ntar doang gini gitu",
    "nl": "de het een en van ik je niet is dat met voor mijn op te zijn ben aan heb wil graag dank bedankt groeten wij ook maar als naar worden hallo beste geen mij drie n nog wat hebben bij om er door uit over deze dit kan moet zou wordt hij zij haar ons jullie cursus afgerond stoppen volgende jaar week maand weken mentorschap iemand niemand gisteren vandaag morgen klaar gaat heeft had was werd hun omdat sinds tot veel meer goed gesprek afspraak vakantie vraag waarom hoe waar nieuwe leden zoek zonder alleen altijd even ff groetjes vriendelijke hoi dag dus dan nu",
    "pl": "i w na z do nie sie jest ze to jak mam jestem dla ale za od przez moje prosze dziekuje czesc chce jako mentorem pozdrawiam witam kogos ktos czy po juz tylko jeszcze bardzo mnie mi mnie moj moja mojego moim bedzie byc byl byla kurs ukonczylem ukonczylam skonczylem skonczylam rezygnuje funkcji mentora zostac chcialbym chcialabym roku rok miesiac tygodniu dni dzien dobry panstwo pan pani szanowni oraz lub bo gdy kiedy wczoraj dzisiaj jutro zaswiadczenie szkolenie podopieczny spotkanie sobie moge mozna ktory ktora co tak pisze kto gdzie swoj teraz swoja nikt nikogo wiecej",
    "tr": "ve bir bu icin ben ile de da olarak cok ama gibi daha degil merhaba tesekkurler tesekkur ederim olmak istiyorum var yok mi mu sayin iyi gunler kadar yeni devam mentorluk mentorum kursu kurs bitirdim tamamladim sonra once artik biraz ne nasil benim bana beni size sizin biz bizim bugun dun yarin hafta ay yil ayrilmak birakiyorum istifa lutfen selam selamlar hala simdi egitim egitimi sertifika sertifikam belge ekte gorusmek toplanti her sey ki en hic kim kimse olan oldu olur ediyorum hocam arkadaslar",
    "sv": "och att det som en ar jag inte pa av for med den till har ett om mig hej tack vill bli sa min mitt nu ni vi var blir kan ska skulle kommer hade men eller fran under efter nar dag ar fick mycket bara sluta slutar kursen klar avslutat vanliga halsningar kan inga nagon ingen idag igar vecka manad ocksa varit vara ville skriver gjort utan hur vad vem mvh halsar",
    "da": "og at det som en er jeg ikke pa af for med den til har et om mig hej tak vil blive sa min mit nu i vi var bliver kan skal skulle kommer havde men eller fra under efter nar dag ar fik meget bare stopper stoppe kurset faerdig afsluttet venlig hilsen nogen ingen uge maned ogsa vaeret vaere ville skriver gjort uden hvordan hvad hvem mvh gerne hvis hos jer mentorordningen afslutter",
    "no": "og at det som en er jeg ikke pa av for med den til har et om meg hei takk vil bli sa min mitt na dere vi var blir kan skal skulle kommer hadde men eller fra under etter nar dag ar fikk mye bare slutter slutte kurset ferdig fullfort vennlig hilsen noen ingen uke maned ogsa vaert vaere ville skriver gjort uten hvordan hva hvem mvh gjerne hvis hos fullforte mentorrollen avslutter jobb",
    "fi": "ja on ei se etta olen en ole minun mina han mutta kun jos niin kuin tai myos hei kiitos haluan haluaisin mentoriksi mentorina mentori kurssi kurssin suoritin olin oli voi voin sina te me teidan nyt vain jo viela ollut terveisin paivaa moi moikka ryhtya lopettaa lopetan tehtavan vuoden viikko kuukausi joka mita miten onko ovat siksi koska taman tama olisi sain suorittanut uusi ohjattava ystavallisin",
    "hu": "es a az hogy nem is egy van meg de en vagyok szeretnek lenni koszonom szia udv tisztelt kedves mar csak ha mint volt lesz nekem engem mert vagy ki mi mit hogyan ezt ezen azt most meg el kell tanfolyamot elvegeztem befejeztem lemondok mentori mentorom mentora udvozlettel jo napot ev honap het utan elott minden nagyon sok valaki senki kerem mellekelve igazolas tovabbi leszek kivanok",
    "ro": "si in de la a un o pe cu nu este sunt ca pentru din se mai sa am fi doresc vreau buna ziua multumesc salut dar daca sau cum ce cand fost acum meu mea mei mele imi va vor avea as dori cursul curs terminat absolvit mentor renunt functia rolul respect stimati tot toate an luna saptamana ieri azi maine dupa inainte foarte cineva nimeni unui unei care atasat certificatul voi sunteti aceasta acest",
    "cs": "a se v na je ze s z do o k i jsem to by si jak pro nebo ale ne bych chtel chtela byt mentorem mentorka dobry den dekuji diky ahoj pekny prosim uz jen jeste jsou bude mam mame muj moje me mne kurz dokoncil dokoncila skoncit koncim rezignuji roli zdravim s_pozdravem od po pri tak take kde kdy kdo co protoze kdyz vcera dnes zitra rok mesic tyden vice nekdo nikdo osvedceni ktery ktera jako stat pozdravem rada rad absolvoval absolvovala",
    "sk": "a sa v na je ze s z do o k i som to by si ako pre alebo ale nie by chcel chcela byt mentorom mentorka dobry den dakujem ahoj prosim uz len este su bude mam mame moj moja ma mna kurz dokoncil dokoncila skoncit koncim rolu zdravim pozdravom od po pri tak tiez kde kedy kto co pretoze ked vcera dnes zajtra rok mesiac tyzden niekto nikto ktory ktora rad rada",
    "hr": "i u je da se na za sam ne su od do to s sa ili ali kao bih zelim zelio zeljela biti postati mentor mentorica mentorom postovani pozdrav hvala dobar dan tecaj zavrsio zavrsila molim moj moja moje mi me vas nas vise samo jos vec sto tko kako kada gdje godina mjesec tjedan jucer danas sutra netko nitko ostavku odstupam lijep srdacan",
    "vi": "toi la va cua khong co mot cho duoc voi nguoi nay muon tro thanh xin chao cam on cac ban da dang se trong khoa hoc hoan thanh nhung hay thi den tu ra minh chung tot lam gi nhu rat nhieu khi sau truoc ngay thang nam viec nghi",
    "tl": "ang ng mga sa na ay ako ko hindi po kayo namin natin gusto maging salamat kumusta ito iyon para kung dahil pero naman lang may wala mo siya sila tapos natapos aking kanyang opo maraming magandang araw",
    "sw": "na ya wa kwa ni katika mimi wewe yeye sisi hii hiyo nataka kuwa mshauri asante habari sana kozi nimemaliza bado sijui tafadhali lakini pia kama yangu yako yao hujambo shikamoo ndugu mkuu",
    "ca": "els amb meu meva soc gracies aquest aquesta molt estic vull fins ningu algu tothom sere tinc avui dema ahir fins_aviat acabat voldria i em he",
}
"""By code; the first seven are read, the others are told apart so that a person gets them."""

_GREETINGS = """
hola hello hi hey ciao hallo halo bonjour salut gracias merci danke thanks thank grazie obrigado obrigada
saludos salam hei hej moin servus regards cheers best team council sorry ok okay mentor mentora no a i e o s
is in an la de do me se por mi am on as die den der so es en un be to man bang us all not
"""
WEAK = frozenset(_GREETINGS.split())
"""Greetings and very short words that stand in texts of any language: they count for little."""

LETTERS = {
    "pt": "ãõáéíóúç",
    "es": "ñ¿¡áéíóú",
    "de": "ßäöü",
    "fr": "çœêèûâîôàé",
    "pl": "łąęśżźćń",
    "tr": "ğşıç",
    "it": "ìòùèà",
    "sv": "åäö",
    "da": "æøå",
    "no": "æøå",
    "fi": "äö",
    "hu": "őűáéíóúö",
    "ro": "șțăâî",
    "cs": "ěřůčšž",
    "sk": "ľĺŕôčšž",
    "hr": "đčćšž",
    "vi": "đơưạảấầậắằặẹẻẽếềểễệỉịọỏốồổộớờởợụủứừửữựỳỵỷỹ",
    "ca": "·çòàèï",
}
"""Letters that tell one or a few languages."""

ENDINGS = {
    "de": r"\w{2,}(?:ungs?|ungen|keit|heit|lich(?:e[nrs]?)?|isch(?:e[nrs]?)?|schaft|ieren|iert|icht|acht|scht|tz|ei(?:ch|ne[nmrs]?))|ge\w{3,}t|ge\w{3,}en|\w+sch\w+|zu\w{4,}en",
    "id": r"\w{3,}(?:nya|kan|lah|kah|kanlah)|(?:me(?:ng|ny|m|n)|ber|ter|pe(?:ng|m|n|r))\w{3,}|(?:di|ke|se)\w{4,}(?:an|kan|i)|(?:ng|ny)[aeiou]\w{2,}|\w{3,}an",
    "en": r"\w{3,}(?:ing|ings|ed|ly|ness|ship|ght|ges|tion|tions|ful|ous|ents|ence)|wh\w+|th\w{2,}",
    "es": r"\w{2,}(?:cion|ciones|mente|ando|iendo|aron|ieron|idad|illo|ito|ita)|\w{3,}(?:ado|ada|ar|er)",
    "pt": r"\w{2,}(?:cao|coes|mente|ando|endo|indo|inho|inha|agem|ei|ou)|\w{3,}(?:ado|ada|ar|er)",
    "fr": r"\w{2,}(?:ment|tion|eux|euse|aient|ais|ait|ez|eur|age|oir|aux)",
    "it": r"\w{2,}(?:zione|zioni|mente|ando|endo|ato|uto|iamo|ino|etto|ggio|gli|sco)",
    "pl": r"\w*(?:rz|sz|cz|dz)\w*|\w{2,}(?:alem|alam|owac|ow|ych|ego|emu|ami|ie|iem)",
    "tr": r"\w{2,}(?:iyor(?:um|uz)?|uyor(?:um)?|mak|mek|lar|ler|lari|leri|dim|tim|dum|acak|ecek|imiz|iniz)",
    "nl": r"\w*(?:ij|oe|aa|ee|uu|oo)\w+|\w{2,}(?:lijk|heid|tje|tjes)|ge\w{3,}d",
    "fi": r"\w{2,}(?:ssa|sta|lla|lta|nen|inen|aan|een|iin|mme|tte|ksi|isi|vat)|\w*(?:aa|uu|yy|kk|tt)\w*",
    "hu": r"\w{2,}(?:nak|nek|ban|ben|bol|tol|val|vel|hoz|ert|som|tem|tam|om|ok|ek|unk|unk)|\w*(?:gy|ny|sz|cs|zs)\w*",
    "cs": r"\w{2,}(?:ovat|ost|ych|eho|emu|ani|eni|nout|il|ila|ou)|\w*[bcdfghklmnprstvz]{4}\w*",
    "ro": r"\w{2,}(?:ului|ilor|elor|atie|esc|este|eaza|ul|ea)",
    "vi": r"(?:ng|nh|ph|kh|tr)[aeiouy]{1,2}(?:ng|nh|n|m|c|t)?",
    "sv": r"\w{2,}(?:arna|erna|igt|ade|andet|ningen)",
    "da": r"\w{2,}(?:ede|hed|erne|ning)",
    "no": r"\w{2,}(?:ene|het|ning|et)",
}
"""Shapes of whole words: weak signs that many words together make strong."""
