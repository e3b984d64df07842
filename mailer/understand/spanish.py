# ruff: noqa: E501 - a row of a table stands on one line
"""What Spanish mails say, from Spain to the River Plate; texts are plain (see `sentences.plain`)."""

from mailer.rules.intents import Intent
from mailer.understand.romance import MEMBERS, MENTOR, REPS, Tongue, topics

_T = Tongue(
    {
        "mentor": r"mentor(?:a|es|as|ia|ias|ing|s|ear)?|tutor(?:a|ia|ias)?|tutelajes?|tutelas?|padrin[oa]s?|padrinazgo",
        "office": r"papel|rol|cargo|puesto|encargo|funcion(?:es)?|tareas?|labor|calidad|condicion|responsabilidad(?:es)?|nombramiento|equipo|lista|posicion|actividad|board|pool|roster",
        "of": r"(?:(?:a|al|de|del|d|como|mi|mis|el|la|lo|los|las|que|ser|siendo|un|una|su|sus|este|esta|activ[oa]|reps?|mozilla|en|con|andar|hacer|haciendo|haciendo de|seguir|{office}|oficial|irrevocable|formal|programa|aca|aqui|definitiva(?:mente)?|ya|desde hoy|mas) ){0,8}",
        "pupils": r"mentees?|mentorad[oa]s?|pupil[oa]s?|aprendi(?:z|ces|zas?)|tutelad[oa]s|ahijad[oa]s?|discipul[oa]s?|protegid[oa]s|alumn[oa]s|pib[ei]s?|pibas?|chic[oa]s|chav[oa]s|morr(?:os|as|it[oa]s?|o|a)|pelad[oa]s|muchach[oa]s?|much[ia]chos|jovenes|cabros|chamac[oa]s|gur[ie]ses|nen[oe]s|usuari[oa]s",
        "new": r"nuev[oa]s?(?! mentora?)|novat[oa]s?|novel(?:es)?|principiantes?|recien llegad[oa]s?|debutantes?|bisoñ[oa]s|bison[oa]s|l[oa]s que (?:llegan|empiezan|entran|recien|arrancan|vienen)|quien(?:es)? (?:llega|empieza|entra|arranca)n?|gente nueva|banda nueva|sangre nueva|novici[oa]s",
        "guide": r"gui(?:ar|arl\w+|e|a|o)|orient(?:ar|arl\w+|o)|acompa[n]ar(?:l\w+)?|apadrin(?:ar|o)|apoyar|acoger|recibir|tutelar|tutorizar|mentor(?:ear|izar)|dirigir|llevar|ayudar|ensenar|formar|encaminar|dar(?:les|le)? (?:una|la) mano|echar(?:les|le)? (?:una|la) mano|tomar|tener",
        "give": r"(?:me )?(?:den|dad|denme|dadme|deme|ponganme|ponedme|manden|mandenme|mandadme|manda|asignenme|asignadme|asigneme|pasenme|pasadme|confienme|confiadme|enviadme|envienme|diganme|sumenme|encomiendenme|asignan|dan|mandan|pasan|toca|tirenme|larguenme)",
        "wish": r"(?:me|nos) (?:gustaria|encantaria|interesa(?:ria)?|ilusiona(?:ria)?|apetece(?:ria)?|animo|animaria|late|copa|ofrezco|postulo|presento|apunto|anoto|sumo|propongo|pongo a disposicion|ofreceria|gusta|tienta|mola(?:ria)?|provoca(?:ria)?|honraria|veo)|quiero|quisiera|querria|queria|deseo|desearia|aspiro|solicito|pido|busco|pretendo|espero|anhelo|(?:estoy|ando|quedo|estaria|me siento|sigo|toy) (?:\w+ )?(?:list[oa]|dispuest[oa]|interesad[oa]|preparad[oa]|disponible|encantad[oa]|puest\w+|decidid[oa]|motivad[oa]|manija)|tengo (?:\w+ )?(?:ganas|interes|ilusion|deseos?|vocacion|intencion)|mi (?:interes|deseo|intencion|sueno|disposicion|meta)|(?:presento|envio|adjunto|remito|esta es|aqui (?:va|esta)|mando|formalizo|acepten) mi (?:candidatura|solicitud|postulacion|inscripcion)|seria (?:un|una) (?:honor|placer|alegria|gusto)|le entro|podria|puedo|adjunto (?:mi )?(?:solicitud|candidatura)",
        "stop": r"(?<!me )(?:dejo|dejare|renuncio|renunciare|dimito|ceso|cesare|abandono|cierro|termino|concluyo|suelto|largo|cuelgo|entrego|declino|depongo|abdico)|me (?:retiro|retirare|bajo|despido|desligo|doy de baja|aparto|jubilo|salgo|voy|desvinculo|desprendo|corro|borro)|(?:quiero|quisiera|querria|deseo|debo|tengo que|he de|necesito|voy a|he decidido|decidi|tome la decision de|he tomado la decision de|obligad[oa] a|me toca|toca|prefiero|vengo a|para|hora de|momento de|opto por|gustaria|resuelto|pienso|escribo para|comunico que) (?:dejar|renunciar|dimitir|cesar|abandonar|retirarme|bajarme|darme de baja|despedirme|apartarme|soltar|largar|desligarme|desvincularme|colgar|poner fin|poner punto final|abandonar|causar baja|cerrar|entregar|(?:hacer|dar) (?:un )?step down|presentar (?:mi |la )?(?:renuncia|dimision|baja))|(?:presento|entrego|hago|pongo|formalizo|comunico|remito|envio|va|notifico|anuncio|aqui va|acepten|consideren|esta es|pido|solicito|causo|tomen nota de|tramiten)(?: (?:mi|la|por la presente|formalmente|el|esta)){0,2} (?:formal )?(?:renuncia|dimision|baja|dejacion|cese|retiro|salida|fin)|mi (?:renuncia|dimision|baja|cese|retiro|salida)|he dejado|dejando",
        "paper": r"certificado|constancia|diplom(?:a|ita|in)|titulo|acreditacion|comprobante|certif|pdf|screenshot|captura|credencial",
        "show": r"adjunt[oa]|anex[oa]|envio|mando|remito|paso|dejo|va|van|aqui|aca|ahi|acompano|incluyo|subo|subi|puse|recibi|me (?:dieron|salio|llego|mandaron|dio)|tengo|les (?:paso|mando|dejo|va)|en mano|comparto|consegui|obtuve|saque|link|enlace",
        "did": r"(?:termin|complet|acab|finalic|conclu|aprob|super|culmin|cerr|pas|coron|liquid|remat|cumpl|ventil|tach|despach|plat?in)(?:e|i)|(?:he |ya |hemos )(?:\w+ )?(?:terminado|completado|acabado|finalizado|concluido|aprobado|superado|culminado|cerrado|pasado|hecho|cumplido|liquidado)|hice|rendi|me aventé|me avente|(?:acabo|termino) de (?:terminar|completar|acabar|finalizar|concluir|aprobar|superar|culminar|cerrar|pasar|hacer|rendir)|di por (?:terminad|concluid|cerrad)[oa]|(?:logre|pude|consegui) (?:terminar|completar|acabar|finalizar|concluir|aprobar|superar|culminar|cerrar|pasar)",
        "done": r"terminad[oa]s?|completad[oa]s?|acabad[oa]s?|finalizad[oa]s?|concluid[oa]s?|aprobad[oa]s?|superad[oa]s?|culminad[oa]s?|cerrad[oa]s?|hech[oa]s?|list[oa]s?|cumplid[oa]s?|complet[oa]s?|al 100|despachad[oa]|en el bolsillo|en el bote|liquidad[oa]|ya quedo|quedo",
        "named": r"coaching|teachable",
        "partly": r"mitad|medi[oa]|primer\w*|segund\w*|parte|algun\w*|modulo|leccion|clase|unidad|capitulo|casi|inscripcion|registro|otr[oa]s?|no|falta\w*|tod[oa] menos|introduccion|pero",
        "course": r"curso(?! (?:de|d|del|en|sobre) (?!coaching|mentor|ustedes|teachable|vosotros|la plataforma|el portal|formacion de mentor|12|doce|la academia|linea))|cursito|formacion(?! (?:de|en) (?!coaching|mentor))|capacitacion|entrenamiento(?! (?:de|en) )|training|instruccion|modulos|lecciones|clases(?! de )|academia",
        "pass": r"baj(?:en|ad)|avis\w+|comuni\w+|inform\w+|dig\w+|pas(?:ar|en|enle|enles|ad|adles?|e)\w*|reenvi\w+|reenvi[ae]\w*|hag\w+ (?:llegar|saber|correr)|haced\w* (?:llegar|saber)|transmit\w+|traslad\w+|cuent\w+|difund\w+|compart\w+|notifi\w+|mand\w+|poner en conocimiento|pongan en conocimiento|circul\w+|envi\w+|recuerd\w+|recordad\w*|anunci\w+|sepan|publi\w+|hacer llegar|rueg\w+|rebot\w+|distribuy\w+|corran",
        "years": r"(?:otr[oa]s?|un|una|dos|segund[oa]|doce|12|mas) (?:ano|anito|anos|temporada|vuelta|ciclo|ronda|tramo|meses|ejercicio)(?: mas)?|otros (?:doce|12) meses|por (?:un )?(?:periodo|ano|plazo) igual|otro (?:mas|periodo|tanto)|doce meses|12 meses|otra (?:vuelta|temporada|ronda)",
        "meet": r"(?<!no nos )(?<!no )(?:nos )?(?:reunimos|vimos|juntamos|encontramos|sentamos)|nos hemos (?:reunido|visto|juntado|encontrado)|me (?:reuni|junte|vi|encontre|sente)|(?:tuvimos|hicimos|celebramos|mantuvimos|hubo|tuve|hice|mantuve|hemos tenido|he tenido|hemos celebrado|fue|realice|realizamos|sostuve|sostuvimos|cerramos)(?: \w+){0,3} (?:one-on-one|1:1|reunion|encuentro|sesion|charla|videollamada|llamada|cita|cafe|junta|tutoria|conversacion)|(?:charlamos|hablamos|conversamos|platicamos|repasamos|revisamos|trabajamos|quedamos ayer|estuvimos (?:\w+ )?(?:hablando|charlando|viendo|repasando|dos|tres|una))",
        "month": r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|verano|otono|primavera|invierno",
        "grade": r"(?:le|les|te) (?:pongo|doy|pondria|daria|clavo|casco)(?: (?:un|una|de nota))? (?:\d\d?|cinco|cuatro|nueve|ocho|diez|siete|seis|sobresaliente|notable)|(?:\d\d?|cinco|cuatro|tres|nueve|ocho|diez|siete|seis)(?:[.,]\d)? (?:de|sobre|/) ?(?:5|10|cinco|diez)|\d ?/ ?(?:5|10)|\d (?:estrell\w+|puntos)|(?:mi|una|breve) (?:valoracion|evaluacion|calificacion) (?:de|sobre)|(?:mi )?feedback (?:de|sobre|para)",
        "putoff": r"olvid(?:en|ad|a)|cuando|en cuanto|apenas (?:termine|acabe|pueda)|una vez que|hasta que|antes de que|(?<!ahora )(?<!ora )(?<!eso )(?<!pues )(?<!asi )(?<!esta vez )(?<!y )(?<!ese )si (?!que\b|quiero|senor|l[eo]s?\b|os\b|falta|hace|hay|necesit|aparece|tien|sirv|busc|teneis|quier|quer|pued|fuera|es posible|algu[ni]\w* (?:pib|chic|nuev|novat)|si\b|me (?:permiten|aceptan|lo permiten|dejan))|(?:q|que|y) despues|por ahora no|quizas?|tal vez|talvez|a lo mejor|pensando en|pensaba|pense|sonaba|sone|considerando|casi|todavia no|aun no|aunque|creen que|se rumorea|por poco",
        "told": r"(?:me |les? |nos )?(?:dice|dijo|dijeron|conto|cuenta|comento|comenta|escribio|pregunta|pregunto|pide|pidio|avisa|aviso|anuncia|sonar|solicito)(?: que)?|quiere|(?:mi|una?|su|el|la) (?:amig[oa]|colega|companer[oa]|herman[oa]|hij[oa]|prim[oa]|novi[oa]|vecin[oa]|cunad[oa]|jef[ea]|mentora?|pupil[oa]|mujer|marido|espos[oa]|madre|padre|mama|papa|ti[oa]|suegr[oa]|abuel[oa]|sobrin[oa]|compa|profe|mentee)|segun|don \w+|dona \w+|el doctor|la doctora|cartel|titulado",
    },
    "que si cuando otro otra otros mi su no ni nunca sin pero y quiere dijo dice mentor cambio",
)
_R = Intent.RESIGNATION
_FORGOOD = r"sustitut|suced|sucesor|reemplaz|mi lugar|mi puesto|definitiv|para siempre|nunca mas|(?:sigo|quedo|quede|continuo|seguire) (?:\w+ )?(?:de|como) (?:rep|voluntari)|otro mentor|rep raso|{mentor}|{pupils}|{new}"
_LEAVE_ROLE = (
    *_T.says(
        _R,
        r"""
        0.95 | mentor tutor tutel padrin | {stop} {of}{mentor}
        0.95 | mentor tutor tutel padrin | (?:baja|fin|cierre|despedida)(?: \w+)? (?:en|de|como) (?:la |mi |el )?{of}{mentor}
        0.9 | mentor tutor tutel padrin | (?:lo de|eso de|esto de|este rollo de|el tema de) (?:la |el |ser |andar de )?{mentor} (?:lo|la) (?:dejo|suelto|largo|abandono)
        0.95 | mentor tutor | hasta (?:aca|aqui)(?: \w+)? (?:llegue|llego|he llegado|llega)(?: \w+){0,2} (?:como|de) {mentor}
        0.9 | mentor | (?:mi|esta|la) (?:etapa|epoca|aventura|andadura|camino|trayectoria|tiempo|historia|labor|ciclo) (?:de|como|en) {of}{mentor}(?: \w+){0,3} (?:termina|acaba|concluye|llega|finaliza|se (?:acaba|termina|cierra|acabo))
        0.9 | mentor | (?:termina|acaba|concluye|finaliza|se (?:acaba|termina|cierra|acabo))(?: tambien)? (?:mi|esta|la) (?:etapa|epoca|aventura|andadura|camino|trayectoria|tiempo|historia|labor|ciclo) (?:de|como|en) {of}{mentor}
        0.9 | mentor | mi ultim[oa] (?:dia|mes|semana)(?: \w+)? (?:como|de) {of}{mentor}
        """,
        roles=(*MENTOR, *REPS[1:]),
    ),
    *_T.says(
        _R,
        r"""
        0.95 | mentor tutor tutel padrin | (?:ya )?(?:no|nunca mas|tampoco) (?:me )?(?:puedo|podre|quiero|queremos|voy a|pienso|seguire|sigo|continuo|continuare|estare|sere|soy|figurare|ejercere|deseo|renuevo|la armo|seguir|continuar)(?: (?:mas|a|seguir|continuar|ser|siendo|como|de|con|lo de|volver|ejercer|ejerciendo|haciendo|la|el|una?|entre))* {mentor}
        0.9 | mentor | mentora? (?:nunca|no) mas|no mas mentor\w*|nunca mas mentora?
        0.85 | no | (?:ya )?no (?:puedo|podre|voy a|quiero|pienso|seguire|estare|tengo \w+ para) (?:mas )?(?:seguir )?{guide}(?:\w+)? {gap}(?:{pupils}|{new})
        0.85 | no nadie | no (?:me|nos) (?:sumen|asignen|manden|den|pongan|pasen|mandeis|asigneis|deis|paseis|encarguen|confien|envien|metan)(?: a)? (?:mas|otr[oa]s?|nadie|ningun\w*)
        0.7 | conmigo | (?:ya )?no (?:me )?(?:cuenten|cuentes|conteis|cuenta)(?: mas)? conmigo
        """,
        roles=(*MENTOR, *REPS[1:]),
        own=True,
        beside=_FORGOOD,
    ),
    *_T.says(
        _R,
        r"""
        0.85 | nombre enme adme ame | (?:(?:quit|sac|baj|borr|retir|elimin|tach)(?:en|ad|ar|a|e)(?:me| mi nombre| mi ficha| mi perfil)|(?:den|dad)me de baja|que (?:me )?(?:quiten|retiren|saquen|borren|bajen)(?: mi nombre)?) (?:de|d|del|como)(?: (?:la|el|lista|pagina|d|de|los|las|sus|nomina|grupo|web|listado|rol))* ?(?:{mentor}|lista|pagina|ahi|eso|listado|nomina|web|rol)
        0.7 | otr alguien nuevo mentor nueva quien | (?:pong|busqu|asign|encuentr|d|consig|busc|pon|encontr)(?:an|en|ad|ed|enl|eng|ales|anle|anles|enle|enles|eles|adles?|edles?|uen\w*|ele|amosle\w*)(?:le|les)? (?:\w+ )?(?:a )?(?:otr[oa]|alguien|un nuevo|una nueva|quien)
        0.7 | encomiendo dejo paso entrego cedo traspaso quedan pasan necesitan agarre coja tome asuma releve queden pasen heredan hereda | (?:mis|mi|l[oa]s|a l[oa]s|a mis)(?: \w+){0,2} (?:{pupils})(?: \w+){0,4} (?:quedan|pasan|necesitan|dejo|encomiendo|entrego|cedo|traspaso|los paso|queden|pasen|heredan|hereda)|(?:encomiendo|dejo|entrego|cedo|traspaso|paso) a (?:mis|l[oa]s)(?: \w+)? (?:{pupils})|que (?:l[oa]s?|me) (?:agarre|coja|tome|asuma|releve|siga|herede|adopte)
        0.8 | sustitut suced sucesor reemplaz relev lugar puesto timon | (?:propongo|recomiendo|sugiero|indico|nombro|dejo|designo|postulo|creo que|mi|como|para|podria|puede|buena|buen|l[oa]|de) {gap}(?:sustitu(?:t[oa]|irme|ya)|reemplaz(?:o|ante|arme|e)|suce(?:sora?|derme|da)|relev(?:o|arme|e)|mi lugar|mi puesto)|sustitut[oa]:|sucesora?:|que (?:agarre|tome|coja) el timon
        0.7 | llegu bajo paso costado lado cuelgo toalla etapa ciclo acab hora momento retiro despido ultimo mas borro silla corto jubil | hasta (?:aca|aqui)(?: \w+)? (?:llegue|llego|he llegado|llegamos)|me (?:bajo|apeo) del? \w+|paso (?:el|la) (?:testigo|posta|antorcha|relevo|batuta|pelota)|(?:doy|dar|di) un paso (?:al costado|al lado|atras)|me hago a un lado|cuelgo (?:los|las|el|la) \w+|(?:tiro|arrojo) la toalla|cierro (?:este|el|mi|una|la|un) (?:ciclo|etapa|capitulo)|(?:fin|final) de (?:ciclo|etapa)|ultimo mes de|baja definitiva|no da mas (?:esto|para)|me retiro (?:apenas |solo )?de (?:esa|esta|eso|esto|la silla)|se (?:me )?acabo (?:lo|el|la) de|lo mio (?:ya )?(?:termino|se acabo)|(?:llego|ha llegado) (?:mi|la) hora|no es (?:para mi|lo mio)|no voy a volver a eso|no (?:volvere|vuelvo) (?:a|al)
        0.6 | sigo quedo quede continuo seguire permane seguir mantiene | (?:sigo|quedo|me quedo|continuo|seguire|permanezco|permanecere|seguir|quedarme|estare|aqui sigo)(?: \w+){0,2} (?:de|como) (?:rep|voluntari[oa]|miembro|un[oa] mas|base)(?: \w+)?
        """,
        roles=MENTOR,
        beside=_FORGOOD,
    ),
)
_A, _C = Intent.MENTOR_APPLICATION, Intent.COURSE_COMPLETION
_PROGRESS = (
    *_T.says(
        _A,
        r"""
        0.95 | mentor tutor padrin | {wish} (?:(?!que |no |mi |otro |otra |cambi|tener|asign|sin |contra)[\w'-]+,? ){0,5}(?:ser|sea|como|convertirme en|convertir en|hacerme|para|rol de|papel de|puesto de|cargo de|pasar a|lista de|equipo de|grupo de|de|labor de|funcion de)(?: (?:un|una|el|la|l[oa]s|buena?|rep|futur[oa]))* (?:{mentor})
        0.9 | mentor | (?:anot|apunt|inscrib|consider|tom|pon|pong|met|sum|tener|teng|cont)\w*(?:me|nme|dme| en cuenta| conmigo)(?: en cuenta)? (?:(?:para|como|en|de|ser|la|el|lista|rol|a|l[oa]s|posibles|futur[oa]s|una?|programa|equipo) )+(?:{mentor})
        0.85 | ofre postul candidat mentor | (?:me (?:ofrezco|postulo|propongo|presento|candidateo)|presento mi (?:candidatura|postulacion)|mi (?:candidatura|postulacion)) {gap}(?:mentor\w*|{guide} {gap}(?:{new}|{pupils}))
        0.85 | mentor | (?:puedo|podria|como hago para|como puedo|que (?:necesito|hago|hay que hacer|tengo que hacer|debo hacer|hace falta) para|requisitos para|se puede)(?: yo| tambien)? (?:ser|hacerme|convertirme en|apuntarme como|postularme (?:como|para|a)|pasar a)(?: una?)? mentora?
        """,
        roles=REPS,
        question=True,
    ),
    *_T.says(
        _A,
        r"""
        0.8 | nuev novat novel principiant recien noveles quien novici debut | (?:{wish}|encantad[oa] de|dispuest[oa]s? a|sirvo para|anoten\w*|apunten\w*|pong\w+ mi nombre|aqui (?:me tienen|estoy|uno|una|hay)|cuenten conmigo|se me da bien|invitacion) [^.;?!]{0,60}?(?:{guide}|acompan\w+|apadrin\w+|la mano|un[oa]? de l[oa]s que|de guiar|el que recibe|recibe|mentor\w*|a) [^.;?!]{0,25}?(?:{new})
        0.8 | den dad pong pon mand asign pas confi tir larg toca encomiend | {give}(?: (?:un|una|a|al|algun|alguna|unos|unas|un par de|dos|uno|ya|de|mi|mis|esos|los|las|tambien))* (?:{new}|{pupils}|gente nueva)
        0.75 | apunt anot sum ofre dispues inscrib | (?:me apunto|me anoto|apuntadme|apuntenme|anotenme|anotame|me sumo|ponganme|sumenme|inscribanme) (?:a|en|para|como|con) {gap}(?:mentor\w*|{guide}|la de l[oa]s que|l[oa]s que)
        0.7 | devolver | (?:devolver|retribuir|regresar) {gap}(?:lo que|algo|un poco de lo que|todo lo)
        0.7 | gui acomp novat nuev tutel orient apadrin recib pib pupil discip aprend chav morr muchach | (?:yo (?:tambien )?(?:puedo|quiero|podria)|ahora (?:quiero|me toca)|aspiran a|quiero|puedo|querria|podria|quisiera|gustaria|encantaria) (?:\w+ ){0,3}(?:{guide}) (?:\w+ ){0,3}(?:{new}|{pupils}|alguien|otr[oa]s)
        0.7 | novat nuev llegan | si (?:falta|faltan|hace falta|hacen falta|necesitan|buscan|sirvo|les sirvo) [^.;?!]{0,60}(?:{new}|{guide}|lista)[^.;?!]{0,60}
        """,
        roles=REPS,
        question=True,
        beside=r"certificado|diploma|mentor|lista|curso|disponib|libres?\b|dispuest|me tienen|list[oa]\b",
    ),
    *_T.says(
        _C,
        r"""
        0.95 | coaching teachable | (?:{did}) (?:(?!{partly})[\w'-]+,? ){0,7}?(?:{named})
        0.95 | coaching teachable | (?:{named})(?: (?:de|en|ya|esta|la|el|teachable|coaching|al|:|por|fin|todo|quedo))*[:,]? (?:ya )?(?:{done})
        0.9 | coaching teachable | (?:ya )?(?:{done}) (?:el |la |mi |todo el |toda la |su )?(?:{course}|curso) (?:de |en |d )?(?:{named})
        0.75 | curs modul lecci clase formac capacit entren training instrucc academ cursito | (?:{did}) (?:(?!{partly})[\w'%/-]+,? ){0,4}?(?:{course})
        0.75 | curs modul lecci clase formac capacit entren training | (?:{course})(?: (?:ya|esta|quedo|del todo|por fin|completamente))* (?:{done})
        0.8 | modul lecci clase | (?:cerre|vi|pase|acabe|termine|hice|complete|despache|me saco \w+|rendi) {gap}(?:la|el) ultim[oa] (?:de (?:las|los) )?(?:leccion|modulo|clase|lecciones|clases|unidad)|ultim[oa] (?:clase|leccion|modulo|unidad) (?:la|lo|me|ya|el) (?:vi|pase|acabe|termine|hice|complete|saco|esta)
        0.75 | / de modul lecci clase | (?:lecciones|modulos|clases|unidades|temas):? (\d+) ?(?:/|de) ?\1|(\d\d?) de \2(?!\d)|(?:l[oa]s|tod[oa]s l[oa]s) (?:12|doce|14|catorce|\d+) (?:modulos|lecciones|clases|unidades)
        0.85 | certif consta diplom titulo pdf comprob acredit | (?:{show}) (?:[\w'-]+,? ){0,5}?(?:certificado|constancia|diplom\w+|certif|acreditacion|comprobante)|(?:certificado|constancia|diplom\w+|certif|pdf) {gap}(?:adjunt[oa]|en mano|aqui|anex[oa]|va|esta|adentro|abajo)
        """,
        beside=r"certificado|constancia|diplom\w+|adjunt[oa]|anex[oa]|\bpdf\b|captura|screenshot|coaching|teachable",
        question=True,
    ),
)
_PAIRS = (
    *_T.says(
        Intent.MENTOR_CHANGE,
        r"""
        0.9 | mentor tutor | (?:cambi(?:ar|o|arme|en|eis|emos)|otr[oa]|nuev[oa]|distint[oa]|reemplaz\w+)(?: \w+)? (?:de |a |mi |a mi )?(?:mentora?|tutora?)
        0.85 | mentor tutor | (?:mi|la|el) (?:mentora?|tutora?) (?:\w+ ){0,8}?(?:no (?:me )?(?:contesta|responde|aparece|escribe|atiende|lee|da senales|tiene tiempo|esta)|desaparec\w+|se esfumo|nunca|jamas|en visto|ni (?:me )?(?:contesta|responde|un)|inactiv[oa]|se borro|ghoste\w+|ausente|no existe|brilla por su ausencia|hace (?:meses|semanas))
        0.8 | mentor contesta responde onda cuaj | (?:no (?:me )?(?:contesta|responde|escribe) (?:desde|hace|mis|nunca|ni)|no (?:hay|tenemos|hacemos) (?:onda|quimica|feeling|match)|no (?:cuajamos|congeniamos|encajamos|nos entendemos|conectamos))
        0.8 | otr alguien | (?:puede|podria|pueden|podrian|me) (?:ser|pasan|pasar|cambian|cambiar|asignan|asignar|buscan|poner|ponen|dar|dan|tocar)(?:me)? (?:con |a )?(?:alguien (?:mas|menos|distint[oa]|diferente|de mi)|otr[oa])|me (?:agarre|asignen|busque|pongan|den|toque) (?:con |a )?otr[oa]
        """,
        roles=REPS,
        question=True,
        own=True,
    ),
    *_T.says(
        Intent.MENTOR_REQUEST,
        r"""
        0.9 | mentor tutor | (?:necesito|busco|solicito|quiero|quisiera|pido|preciso|requiero|me (?:falta|gustaria tener|hace falta|asignan|dan|consiguen|buscan|ponen|pueden (?:asignar|dar|conseguir|buscar|poner))|asignenme|denme|quiero tener|consiganme|asignacion de|poder tener|pueden asignarme|podrian asignarme|desearia contar con|necesitaria)(?: (?:de|que|me|asignen|por|favor|ya|a|tener|contar|con|se|asigne))*(?: un| una)? (?:mentora?|tutora?)(?! (?:nuev|distint))
        0.9 | mentor tutor | (?:no tengo|no tenemos|sigo sin|estoy sin|ando sin|me quede sin|quede sin|aun sin|todavia sin|sin)(?: \w+)? (?:mentora?|tutora?)|(?:no|ni|nadie) {gap}me (?:han )?asign\w+ (?:un |una |ningun |a ningun |a )?(?:mentora?|tutora?|nadie)
        0.8 | nadie alguien quien huerf sol | nadie (?:me|que me) (?:guie|guia|acompana|ayuda|orienta|lleva|asesora|tutela|explica|ensena)|(?:no tengo|sin) (?:a )?(?:nadie|quien)(?: que)? (?:me )?(?:le |)?(?:gui\w*|acompan\w*|ayud\w*|orient\w*|ech\w*|llev\w*|ensen\w*|expli\w*)|no tiene quien le|me (?:asignan|asignen|dan|buscan|ponen|consiguen|pueden asignar|podrian asignar|toca)(?: a)? alguien|quede (?:huerfan\w*|sol[oa])|(?:necesito|busco|quiero|quisiera) (?:a )?alguien (?:que me|para que me)|soy (?:el|la) unic[oa] {gap}(?:que|q) no tiene
        """,
        roles=REPS,
        question=True,
        own=True,
    ),
    *_T.says(
        Intent.MENTEE_ACCEPTANCE,
        r"""
        0.9 | lista mano mand venga encarg cargo qued adopt tomo tomar cojo asum acog acept pasen pasad asign agarr recib apadrin | (?:l[oa] (?:(?:puedo|podria|quiero|voy a) (?:tomar|llevar|acoger|recibir|adoptar|acompanar)|tomo|tomaria|agarro|cojo|adopto|acepto|acojo|asumo|recibo|apadrino|llevo|quiero|pido|acogeria|recibiria)(?: yo)?(?: \w+)?|me (?:quedo(?: yo)? con|encargo(?: yo)? de|hago cargo de|l[oa]s? quedo|l[oa]s? llevo)(?: (?:el|ella|l[oa]))?|mand(?:en|ad|a)me?l[oa] ?(?:a mi)?|pasenmel[oa]|pasadmel[oa]|asignenmel[oa]|asignadmel[oa]|denmel[oa]|dadmel[oa]|que se venga conmigo|a mi cargo|con (?:mucho )?gusto (?:l[oa] )?(?:tomo|tomaria|recibo|acepto|acojo|acompano|adopto|acogeria|recibiria)|puedo (?:tomar|acoger|hacerme cargo|llevar|encargarme|recibir|quedarme|acompanar|guiar|con) [^.;?!]{0,50})
        0.85 | capaci lista hueco plaza cupo lugar sitio espacio | (?:tengo|me queda|me quedo|queda|dispongo de|me sobra) (?:\w+ )?(?:un |una )?(?:capacidad|capacity|hueco|plaza|cupo|lugar|sitio|espacio|vacante)(?: \w+){0,3} (?:para|libre|en)
        0.85 | mentor acept acoj adopt tomo quiero ofrezco | (?:acepto|adopto|acojo|tomo|quiero|me ofrezco|puedo|podria|gustaria|encantaria) {gap}(?:ser (?:el|la|su) mentora?(?: de)?|mentorear a|de mentora? (?:de|para)|(?:a |con )?(?:alguien|un[oa]|cualquiera|otro|otra|quien sea) de la lista|como (?:mi )?(?:mentee|pupil[oa]|aprendiz|ahijad[oa]))
        """,
        roles=MENTOR,
        question=True,
    ),
    *_T.says(
        Intent.RENEWAL,
        r"""
        0.9 | seguir seguimos sigo continu renov prorrog prolong extend ampli repet otr | (?:seguir|seguimos|sigo|seguiremos|continua[rm]\w*|continuo|renov\w+|renuev\w+|prorrog\w+|prolong\w+|extend\w+|ampli\w+|repetir|repetimos|vamos (?:a )?por|vamos con|vamos|queremos|quiero|firm\w+|va) {gap}(?:{years})
        0.85 | otr mas | (?:otros|otro|otra|un|doce|12) (?:doce meses|12 meses|ano|anito|temporada|vuelta)(?: mas)? (?:con|junt[oa]s|de mentor\w*)
        0.85 | relacion mentor dupla pareja vinculo compromiso acuerdo | (?:prorrog\w+|renov\w+|renuev\w+|prolong\w+|extend\w+|concluid\w+|terminad\w+|finaliz\w+|dar por|damos por|cerramos|cerrar|terminar|poner fin a|disolv\w+|concluir) {gap}(?:la|nuestra|mi|esta|el|nuestro) (?:relacion|mentoria|dupla|pareja|vinculo|compromiso|acuerdo|tandem|ciclo)
        0.8 | ano seguir segu | (?:cumpl\w+|hace\w*|paso|pasado|vencid\w+|termin\w+|acab\w+|se (?:nos )?cumple|llevamos) {gap}(?:un|el|nuestro|primer|1)(?: \w+)? ano [^.]{0,80}(?:segui\w+|sigo|segu\w+|otro|continu\w+|renov\w+|cerra\w+|separ\w+|cada)
        0.85 | anito ano | un (?:ano|anito) ya con|(?:otro|otros?) anito|(?:repetimos|renovamos|seguimos)\?
        0.8 | no sigo camino separ | [a-z]+: no sigo|ciclo cumplido|cada (?:uno|una|quien|cual) (?:por|sigue) su (?:camino|lado)|no (?:vamos a )?(?:renovar|renovamos|seguimos|continuamos|seguir juntos)|(?:otro|otra) guia|oir hablar de separarnos
        """,
        roles=MEMBERS,
        own=True,
        question=True,
        free=True,
    ),
    *_T.says(
        Intent.MEETING_REPORT,
        r"""
        0.85 | reun vimos vi junt encontr sent visto charla sesion cafe llamada cita tutoria habl convers platic repas revis estuv encuentro trabaj | (?:{meet})(?: \w+){0,4} (?:con|y yo|mi|a) [^.]{0,60}|(?:con|y) [\w ]{2,30}(?:{meet})
        0.85 | horas hora minutos reun encuentro charl vimos sesion | (?:{meet})[^.]{0,90}(?:horas?|minutos|min|metas|objetivos|plan|hora y media)|(?:horas?|hora y media|minutos) [^.]{0,40}(?:con|de) [^.]{0,60}(?:hablamos|charlamos|revisamos|repasamos|metas|objetivos|mentor\w*)
        0.85 | encuentro reunion sesion charla tutoria | (?:fue|ayer|hoy|anoche|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)(?: \d+)?|(?:hice|hecha|realizada|celebrada|cerrada|informe de|resumen de))(?: \w+){0,3} (?:el|la|una|un|nuestr[oa]|mi)? ?(?:encuentro|reunion|sesion|charla|tutoria)(?: \w+){0,3} (?:con|anual|mensual|de mentoria)
        """,
        roles=MEMBERS,
        free=True,
        but=r"vamos a|voy a|sera|tendremos|quedamos (?:en|de|para)|veremos|reuniremos|proxim[oa]|manana|cancel\w+|se cayo",
        question=True,
    ),
    *_T.says(
        Intent.FEEDBACK,
        r"""
        0.85 | de sobre / pongo doy pondria daria nota estrell valorac feedback evalu califi puntos | {grade}
        0.7 | mentor pupil aprend mentee | (?:de|como) (?:mi )?(?:{mentor}|ultim[oa] pupil[oa]) (?:\w+ )?(?:es|te digo|solo puedo|no tengo queja|un[oa]?|fue|ha sido|lo recomiendo)|(?:mi|mi ultimo) (?:{mentor}|mentee|pupil[oa]|aprendiz|ahijad[oa])(?: \w+)? (?:es|ha sido|fue) (?!rep|de |quien|el que|un amor pero)(?:\w+)
        0.7 | punt creativ constan educ maravill explic respons solo falta mejor aprend recomi unic trabaj | (?:siempre puntual|es (?:\w+ ){0,3}(?:puntual|creativ[oa]|constante|responsable|educad[oa]|trabajador\w*|comprometid[oa]|paciente|generos[oa]|organizad[oa]|aplicad[oa]|brillante|crack|buena onda)|le (?:falta|cuesta|vendria bien|sobra) (?:\w+ ){1,4}|(?:lo unico|si acaso|lo malo|un pero|a mejorar|debe mejorar|tiene que mejorar|puntos fuertes|solo puedo decir|aprendi (?:un monton|mucho|muchisimo)))
        """,
        roles=MEMBERS,
        beside=r"mentor|mentee|pupil[oa]|aprendiz",
        free=True,
        question=True,
    ),
)
_OTHERS = (
    *_T.says(
        Intent.LEAVE_OF_ABSENCE,
        r"""
        0.85 | ausent fuera viaj vacacion licencia baja reposo permiso descans pausa oper ingres intern desconect excedencia parentesis paternidad maternidad | (?:estare|estoy|voy a estar|me voy|me marcho|salgo|permanecere|andare|ando|me tomo|me tomare|tomo|necesito|pido|solicito|me cojo|cojo|quiero|hago|hare|parto|entro) (?:\w+ ){0,3}?(?:ausente|fuera|de viaje|de vacaciones|vacaciones|de licencia|licencia|de baja(?! (?:de|como|definitiva))|en reposo|de permiso|permiso|un descanso|descanso|una pausa|pausa|desconectad[oa]|excedencia|un parentesis|baja (?:por|de) (?:paternidad|maternidad)|sabatico|unos dias|unas semanas|un respiro|sin (?:internet|wifi|senal|conexion))|me (?:operan|intervienen|internan|ingresan)|permiso (?:por|de) (?:paternidad|maternidad)
        0.8 | vuelvo vuelta regreso retomo reincorpor | (?:del?|desde|entre|hasta)[^.]{0,80}(?:vuelvo|a la vuelta|regreso|retomo|me reincorporo|estare de vuelta)|(?:vuelvo|regreso|retomo|me reincorporo|estare de vuelta|de vuelta) (?:el (?:lunes|\d+|\w+ \d+)|en (?:{month})|a (?:mediados|fin\w*|principios|primeros)|hasta|despues de)
        0.75 | hasta desde del | (?:me voy|estare|no estare|no (?:voy a|podre) (?:estar|contestar|responder|leer|tener)|sin (?:senal|wifi|internet|conexion)|no (?:dare senales|contesto|respondo)|ingreso)[^.]{0,80}(?:hasta|desde|del|entre)|(?:hasta|desde el|del \d+)[^.]{0,60}(?:no (?:estare|estoy|voy a (?:estar|poder)|podre|contesto|dare senales|cuenten)|estare (?:fuera|ausente))
        0.7 | voy viaje | me voy (?:de viaje|con mis|a la costa|de campamento|al pueblo|unos|un mes|dos|tres|a (?:\w+ ){1,3}(?:por|hasta|enero|febrero|un mes))
        """,
        own=True,
        question=True,
    ),
    *_T.says(
        Intent.ANNOUNCEMENT,
        r"""
        0.9 | mentor | (?:{pass}) [^.]{0,90}?(?<!\w)(?:a |de )?(?:tod[oa]s? |la totalidad de |l[oa]s |nuestr[oa]s |cada un[oa] de |cuant[oa]s |el grupo de |la lista de )+(?:l[oa]s |nuestr[oa]s )?mentor(?:es|as|s)
        0.9 | mentor | (?:aviso|comunicado|noticia|mensaje|recordatorio|para|a reenviar|nota|circular|atencion)(?: \w+)? (?:a |para )?(?:tod[oa]s |l[oa]s |el grupo de |nuestr[oa]s )*mentor(?:es|as|s)(?: \w+)?:
        """,
        roles=MEMBERS,
        question=True,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.DECISION,
        r"""
        0.9 | green verde entre aprob aprueb rechaz acept deneg admit vot conce | (?:^|[.:;,] ?)(?:por mi parte,? |revisad[oa]s? [\w ]+, )?(?:aprobad[oa]|rechazad[oa]|aceptad[oa]|denegad[oa]|admitid[oa]|apruebo|rechazo|deniego|acepto (?:la (?:candidatura|solicitud)|a )|voto (?:a favor|en contra|si|no)|imparto mi aprobacion)|mi voto (?:es|va|para|por)|voto (?:a favor|en contra|afirmativo|negativo)|(?:imparto|doy|tiene) mi (?:aprobacion|visto bueno|voto|si|no|ok|conformidad)|(?:la )?(?:candidatura|solicitud|postulacion) de [\w .]{2,40}(?:aprobada|rechazada|aceptada|denegada|queda (?:aprobada|rechazada|aceptada|denegada))|(?:se )?(?:aprueba|rechaza|acepta|deniega) (?:la |a |el )|(?:no )?se reunen las condiciones|(?:green light|luz verde|que entre) ?(?:con|para|a)?(?: lo de)? [\w ]{2,25}|lo de [\w ]{2,25}: (?:dale|si|no|ok|adentro|aprob\w+|rechaz\w+|va|adelante)
        """,
        roles=MEMBERS,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.STATUS_QUESTION,
        r"""
        0.9 | mio application solicitud candidatura postulacion inscripcion peticion pedido tramite expediente mentor certificado papeles asign | (?:como (?:va|anda|sigue|esta)|que (?:paso|pasa|hay|fue|onda|es|tal)(?: con| de)?|en que (?:va|quedo|esta|estado|punto)|estado de|novedad(?:es)? (?:de|sobre|con)|noticias (?:de|sobre)|(?:ya )?(?:vieron|revisaron|leyeron|recibieron|les llego|miraron|han (?:visto|revisado|leido|recibido|mirado|decidido))|se sabe algo|saben algo|alguna (?:novedad|noticia)|sigo esperando|sin (?:respuesta|noticias)|por donde va|cuando (?:me )?(?:responden|contestan)|donde (?:esta|quedo)|stage|^y) (?:[\w'-]+ ){0,5}?(?:mi|la|lo de mi|el|mis) (?:[\w'-]+ ){0,3}?(?:solicitud|candidatura|postulacion|inscripcion|peticion|pedido|tramite|expediente|certificado|papeles|mentor asignado|asignacion|application|mentor (?:apa|que))|(?:se sabe|saben|hay) algo de lo mio
        0.85 | solicitud candidatura postulacion inscripcion peticion mande envie present pedi postule apunte | (?:mande|envie|presente|hice|pedi|postule|solicite|entregue|me (?:postule|apunte|inscribi|presente))\b[^?]{0,90}(?:(?:sin|ni) (?:\w+ )?(?:respuesta|noticia\w*|novedad\w*|senal\w*)|no (?:me )?(?:han|he|se|supe|dijeron|contest\w+|respond\w+)|nadie|nada|todavia|sigo|aun)
        0.85 | asignar mentor dijeron prometieron | (?:me (?:iban|dijeron|prometieron|van|ibais) (?:a )?(?:que )?(?:\w+ ){0,3}asignar|mentor {gap}(?:prometid[oa]|apa\b|que me (?:prometieron|iban)))|me dijeron [^?]{0,30}(?:semanas|dias|mes)
        """,
        question=True,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.GENERAL_QUESTION,
        r"""
        0.85 | duda consult pregunta saber | (?:tengo|va|les hago|me surge|otra|una) (?:una |otra |)?(?:duda|consulta|pregunta)(?! (?:de mi|sobre mi))|absolver la siguiente consulta|(?:quisiera|me gustaria|queria|querria|desearia|quiero|necesito) saber (?:si (?:un|una|el|los|hay|es|se|existe|puedo|debo)|cuant\w+|como (?:se|funciona)|que (?:pasa|ocurre|se)|cual|donde|quien)(?! [^?.]{0,40}(?:mi solicitud|mi candidatura))
        0.85 | ? | (?:^|[^\w])(?:(?:el|la) (?:certificado|curso|mandato|cargo)|un[oa]? mentora?|l[oa]s (?:mentor\w+|menores|reps?)|cada cuanto|cuant[oa]s (?:{pupils}|horas|mentor\w+|meses|veces|personas|pupil\w+)|ante quien|hay (?:algun[oa]?|un[oa]?) (?:limite|plantilla|formato|formulario|modelo|guia|manual|plazo|minimo|maximo|lista)|existe|es obligatori[oa]|se (?:puede|paga|renueva|cobra)|(?:debo|tengo que) (?:comunic|inform|avis|devol|report)\w+) [^?]{0,140}\?
        """,
        question=True,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.DATA_REQUEST,
        r"""
        0.9 | datos informac anotado guardad tienen | (?:copia|export\w*|mand\w+|envi\w+|pas\w+|solicito|acceso|acceder|descarg\w+|extracto|remit\w+|entreg\w+|volcado|borr\w+|elimin\w+|suprim\w+|supresion|cancel\w+|olvid\w+|quiten|quitad) (?:[\w'-]+,? ){0,7}?(?:mis datos|datos (?:personales|mios|que)|informacion (?:personal|que)|todo lo que (?:\w+ )?(?:tienen|tengan|teneis|guardan|saben|hay|conservan|tengais|sepan)|mi (?:informacion|ficha|historial|cuenta|expediente)|mis (?:archivos|registros))
        0.9 | data rgpd datos olvido | habeas data|rgpd|derecho (?:al|de) (?:olvido|acceso|supresion)|proteccion de datos|ley de datos
        """,
        question=True,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.TAKE_BACK,
        r"""
        0.85 | olvid ignor retir anul descart borron caso cambi retract | (?:olviden|olvidad|olvidense|ignoren|ignorad|anulen|anulad|descarten|descartad|cancelen|no hagan caso (?:a|de)|dejen sin efecto) (?:de )?(?:lo|mi|el|la|ese|aquel|eso) (?:que |de |renuncia|solicitud|mail|correo|mensaje|anterior|dije|dicho)\w*|retiro (?:mi (?:renuncia|dimision|solicitud|candidatura|postulacion)|lo (?:dicho|que))|me (?:arrepenti|arrepiento|retracto|eche atras)|cambie de (?:idea|opinion)|he cambiado de (?:idea|opinion)|no renuncio|no dimito
        """,
        question=True,
        own=True,
    ),
)
_BROAD = (
    *_T.says(
        _R,
        r"""
        0.6 | otr alguien nuev manos quien reasign | {pupils}|mis dos|los dos|las dos|mis tres && otr[oa]s?|alguien|nuev[oa] mentora?|manos|quien|reasign\w+ && dej\w+|entreg\w+|encom\w+|bus[cq]\w+|necesit\w+|merec\w+|pon\w+|pas\w+|qued\w+|asign\w+|encuentr\w+|consig\w+ !! reunion|vimos|acept\w+|lista|me quedo|cambio de|nos|otro ano|otro mas
        0.6 | mentor tutel padrin acompan guia guiar orient | {mentor}|{guide}|acompan\w+ && ya no|dejar|dejo|ultim[oa]|termin\w+|cierr\w+|adios|desped\w+|retir\w+|jubil\w+|se acab\w+|renunci\w+|cans\w+|me toca parar|parar|agot\w+|no me da|no doy|no llego|basta|relevo|suelto && desde|a partir|hasta|fin de|en adelante|siempre|definitiv\w+|nunca|\d+|lunes|mes|ano|verano|hoy !! no (?:renuncio|dejo|me voy)|reunion|otro ano|vimos|mi mentora?
        """,
        roles=MENTOR,
    ),
    *_T.says(
        _A,
        r"""
        0.6 | nuev novat novel princip recien llegan empiezan | {new}|{pupils} && {guide}|acompan\w+|gui\w+|orient\w+|apadrin\w+|acog\w+|recib\w+|de la mano|una mano|ensen\w+|mentor\w* && yo|me|quiero|puedo|podria|cuent\w+ conmigo|aqui|dispuest\w+|encantad\w+|gustaria|anot\w+|apunt\w+|list[oa] !! nadie me|(?:mi|la) hij\w|no teng\w+|mi mentora? (?:no|nunca)|soy nuev[oa]|entre hace
        0.6 | mentor | mentor(?:a|es|as|ia)? && {wish}|apunt\w+|me animo|conmigo|dar el (?:paso|salto)|otro lado|mi turno|me toca|me veo !! no|nunca|sin|otr[oa] mentora?|cambi\w+|mi mentora?|necesito|busco|(?:un|una) mentora?(?! de l\w+ nuev)|tener|asign\w+|respuesta|saber|algun mentora?
        """,
        roles=REPS,
        question=True,
    ),
    *_T.says(
        _C,
        r"""
        0.7 | curs coaching teachable examen capacit formac modulos lecciones | {course}|{named}|examen && {did}|{done} && adjunt\w+|certif\w*|diplom\w*|constancia|\d\d|ayer|hoy|por fin|anoche|(?:el|este) (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|semana pasada|nota !! {partly}|kubernetes|prepa|ingles|monitores|conducir|universidad|facultad
        """,
    ),
    *_T.says(
        Intent.STATUS_QUESTION,
        r"""
        0.6 | solicitud candidatura postulacion inscripcion papeles pedido formulario | (?:mi|la|una) (?:solicitud|candidatura|postulacion|inscripcion|pedido|formulario)|(?:mis|los) papeles && meses|semanas?|dias|desde|hace|esper\w+|mande|envie|sigue|todavia|aun|llego|recib\w+|vieron && respuesta|noticias|sab\w+|novedad\w*|nada|como va|paso|quedo|donde|contest\w+|vist[oa]|llegado !! adjunt[oa]
        """,
        question=True,
    ),
    *_T.says(
        Intent.MENTEE_ACCEPTANCE,
        r"""
        0.6 | lista espera huerf mentor nadie libre hueco | lista|espera|huerfan[oa]s?|sin mentora?|nadie l[oa]? quiere && yo|me|conmigo|l[oa]|mi|mio && tom[oa]\w*|llev\w+|encarg\w+|qued[oa]|mand\w+|pas\w+|asign\w+|venga|acoj\w+|acompan\w+|adopt\w+|encantad[oa]|gusto|feliz !! mis (?:dos|pupil\w+)|otr[oa] mentora?|dejo|mi nombre|borr\w+|quit\w+
        """,
        roles=MENTOR,
        question=True,
    ),
    *_T.says(
        Intent.DATA_REQUEST,
        r"""
        0.7 | datos informac ficha registr archiv guard | datos|informacion|ficha|registros?|archivos?|guard\w+ && borr\w+|elimin\w+|suprim\w+|copia|envi\w+|mand\w+|pas\w+|solicito|pedir|quiero && mis?|mi[oa]s?|sobre mi|me|personales|consten !! certificado|curso|mentor\w*|link|enlace|reunion
        """,
        question=True,
    ),
    *_T.says(
        Intent.DECISION,
        r"""
        0.7 | candidat solicitud aspirante lo expediente caso | candidat\w+|solicitud|aspirante|expediente|caso|postulacion|lo de \w+ && apruebo|aprobad[oa]|de acuerdo|a favor|en contra|adelante|rechaz\w+|visto bueno|conforme|mi voto|voto|conced\w+|acept\w+|adentro|denieg\w+ !! mi (?:solicitud|candidatura|postulacion)|quiero ser
        """,
        roles=MEMBERS,
    ),
)


SPANISH = _T.lexicon(
    (*_LEAVE_ROLE, *_PROGRESS, *_PAIRS, *_OTHERS),
    vague=_BROAD,
    negation="no|nunca|jamas|ni|sin|tampoco|en vez de|lejos de",
    someday=r"algun dia|en el futuro|mas adelante|el proximo ano|el ano que viene|hace (?:muchos )?anos|el ano pasado|antano|en su dia",
)
"""The cues of Spanish and the words that void them."""

SPANISH_TOPICS = topics(
    {
        Intent.RESIGNATION: r"renunci\w+|dimit\w+|dimisi\w+|dejar|dejo de|baja definitiva|retiro|despid\w+|sucesor\w*|sustitut\w*",
        Intent.MENTOR_APPLICATION: r"(?:ser|sea|como|convertirme en) (?:una? )?mentora?|candidatura|postul\w+|solicitud",
        Intent.COURSE_COMPLETION: r"coaching|teachable|certificad\w*|diplom\w*|curso|formacion|capacitacion|modul\w*",
        Intent.MENTOR_CHANGE: r"(?:otr[oa]|nuev[oa]) mentora?|(?:cambi\w+) (?:de )?mentora?|mi mentora? no\b.*",
        Intent.MENTOR_REQUEST: r"(?:necesito|busco|sin|no tengo) (?:una? )?mentora?",
        Intent.MENTEE_ACCEPTANCE: r"mentees?|mentorad\w+|aprendi\w+|pupil\w+|lista (?:abierta|de espera)",
        Intent.RENEWAL: r"(?:otro|segundo) ano|un ano mas|prorrog\w+|prolong\w+|renov\w+|doce meses",
        Intent.MEETING_REPORT: r"reunion\w*|nos (?:reunimos|vimos|encontramos)|encuentro|sesion|llamada",
        Intent.LEAVE_OF_ABSENCE: r"vacaciones|licencia|ausen\w+|descanso|pausa|maternidad|paternidad",
        Intent.FEEDBACK: r"\d ?(?:/|de|sobre) ?(?:5|10)|nota|valora\w+|evalu\w+|feedback",
        Intent.STATUS_QUESTION: r"estado de mi|noticias|novedades|respuesta",
        Intent.DATA_REQUEST: r"(?:mis )datos|rgpd|datos personales|habeas data",
    }
)
