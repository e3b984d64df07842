# ruff: noqa: E501 - a table of words broken over lines is harder to read than a long one
"""Indonesian word classes for the cues: see `clauses` for how they are written.

Also how people talk and type (nggak, udah, sy, blm), and words of Jakarta, Java, Sunda, Bali,
Medan, Makassar and the East that stand in mails. Words are in the plain form of
`sentences.plain`; `_` is a blank.
"""

from mailer.understand.clauses import words

CLASSES = {
    # Who.
    "i": words(
        r"saya sy sya aku aq ak ku gue gua gw w awak beta tiang kula kulo abdi ane ana i ka ku\w{4,} \w{3,}ku me my"
    ),
    "kin": words(
        r"teman\w* temen\w* tmn\w* anak_(?:saya|sy|ku|aku|gue|awak) kawan\w* rekan kolega staf bawahan sdri? saudara adik(?!-)(?:ku|_saya)? adek kakakku ibuku bapakku istri suami anakku sepupu tetangga bestie pacar dosen ketua"
    ),
    "named": r"(?:si|pak|bu|mas|mbak|bang|kang|teh|kak|bli) (?!saya|sy|aku|gue|awak|mau|ini|itu|maaf|mohon)[a-z]+",
    "others": (
        r"(?:{kin}|dia|ia|beliau|mereka|mentee(?: saya|ku| aku| gue| tiang| awak)?|mentor (?:saya|aku|gue|gw|awak|sy|tiang)|mentorku|beta pung \w+)(?:,? \w+){0,6}? (?:mau|ingin|pengen|akan|hendak|sudah|udah|su|tos|sdh|mundur|berhenti|berkeinginan|bilang|nanya|tanya|lulus|selesai|resign|menyelesaikan|berencana)"
        r"|{named} (?:\w+ ){0,2}?(?:mau|ingin|pengen|akan|sudah|udah|mundur|berhenti|bilang|juga|lulus|resign|yg|yang)"
    ),
    # What takes the force of a clause.
    "not": words(
        r"tidak tdk tak tiada gak ga g gk nggak ngga engga enggak kagak ndak nda ndk bukan bukannya bkn belum blm belom blum sonde dereng durung jangan ora mboten emoh ojo ojok durung henteu teu tanpa no not never nope"
    ),
    "unsure": words(
        r"mungkin barangkali menimbang\w* mempertimbangkan_(?:untuk|mundur) mikir-mikir berpikir_untuk kepikiran_(?:mundur|berhenti) kayaknya_belum someday suatu_(?:hari|saat) kapan-kapan kelak hampir nyaris sempat_(?:mau|ingin|kepikiran|nulis) seandainya andai\w* misal\w* belum_pasti bercanda becanda candaan joke maybe guyon\w* engkok mengko pikir(?:-pikir)?_(?:dulu|maneh) belum_sekarang saiki_durung"
    ),
    "someday": words(
        r"kalau_(?:sudah|udah|saya|aku|gue|skripsi\w*|nanti) kalo_(?:sudah|udah|saya|aku|gue|nanti) jika_(?:sudah|saya) bila_(?:sudah|saya) apabila_(?:sudah|saya|kelak) setelah_(?:saya|aku|gue|lulus|selesai|skripsi) begitu_(?:saya|aku|lulus|selesai) nanti_(?:dulu|kalau|kalo|saja|aja) not_now tunggu_(?:lulus|selesai) sampai_(?:lulus|selesai) asalkan"
    ),
    "told": words(
        r"katanya jarene ktnya kata bilang berkata ngomong nanya tanya bertanya menanyakan menurut_(?:dia|kabar|beliau) konon kabarnya gosip\w* rumor ngira dikira mengira disuruh dengar said asked"
    ),
    "before": r"{kin} (?:\w+ ){0,1}(?:pegang|pake|pakai|kirim|nulis|iseng)|kalau (?:sudah|udah|saya|aku|gue|nanti)|kalo (?:sudah|udah|gue|nanti)|jika saya|bila saya|bilamana|apabila|kelak|seandainya|andai\w*|misalnya|suatu (?:hari|saat)|katanya|konon|gosip\w*|rumor|menimbang\w*|bukan (?:saya|sy|aku|gue)|siapa (?:pulak |yang )|(?:mentee|mentor|{kin})(?: saya| kami| tiang| aku| gue| awak| sy)?, (?:[\w.]+ ){0,3}?\w+, ?$|dikira|ngira|becanda|bercanda",
    "elsewhere": words(
        r"council dewan(?!_mentor) kantor majikan pabrik perusahaan pekerjaan sekolah kepala_\w+ rt rw kampus pemandu barista redaksi organisasi_lain karang_taruna bendahara sekretaris ketua_\w+ merokok skripsi newsletter mailing grup_wa"
    ),
    "awhile": words(
        r"sementara(?!_itu) sebentar cuti rehat istirahat_dulu jeda (?:dua|tiga|empat|\d+)_(?:minggu|bulan)_(?:dulu|saja) hiatus pause break"
    ),
    # Leaving.
    "leave": words(
        r"mundur leren mandek metu dibebastugaskan berhenti(?:ma|mi|_ma)? brenti brhenti stop resign undur_diri mengundurkan_diri mngundurkan_diri pengunduran_diri pamit(?:an)? cabut melepas\w* lepas lepaskan kulepas udahan sudahan lengser angkat_tangan menyerah nyerah nyudahin menyudahi mengakhiri akhiri meletakkan step_down stepping_down turun_panggung quit gantung_\w+ let_go out keluar"
    ),
    "mentor": words(r"mentor(?:nya|ing)? permentoran kementoran pementoran"),
    "care": words(
        r"pembimbing(?:an)? mbimbing ngemong_arek-arek membimbing bimbingan bimbing-bimbing ngebimbing mendampingi dampingi pendampingan pendamping pembimbing ngemong mengasuh ngurus\w* mengurus\w* nuntun tugas_(?:ini|mentor|itu|mendampingi|membimbing|saya) mentees? anak_bimbingan anak-anak_(?:bimbingan|itu|didik|muda) jadi_mentor"
    ),
    "nomore": (
        r"(?:{not}|sudah tidak|udah (?:gak|nggak|ga)) (?:\w+ ){0,2}?(?:lagi|lanjut\w*|melanjutkan|nerusin|meneruskan|sanggup|lg|lai|pegang)|tidak lagi|berakhir|{not} (?:\w+ ){0,1}?kuat|tidak lagi \w+|sampai sini|sampe sini|cukup sampai|sudah cukup|udah cukup|no more|terakhir"
    ),
    "notleaving": r"{not} (?:\w+ ){0,3}?(?:{leave})|{others}|{unsure}|{elsewhere}|ganti mentor|mentor (?:saya|aku|gue|awak|sy|beta)(?! mulai| per)|mentorku|jangan|tetap (?:jadi|menjadi|lanjut) mentor|{told}",
    # Applying.
    "wish": words(
        r"mau gelem ingin pengen pingin kepingin kepengen tertarik berminat minat siap bersedia daftar\w* mendaftar\w* melamar lamaran mengajukan ajukan apply join bergabung gabung ikut\w* boleh bisa berharap hendak pertimbangkan dipertimbangkan sign_me_up mohon sanggup kersa sumangga mangga berkenan nyoba mencoba semangat cocok keen_banget want interested tertantang niat berniat"
    ),
    "become": (
        r"(?:jadi|dadi|menjadi|sebagai|jd|sbg|sbagai|sebage|buat|be|become|untuk|utk) (?:(?:seorang|calon|jadi|menjadi|salah satu|sebagai|a|bagian|tim|kandidat) ){0,2}mentor(?! saya| aku| gue| beta| baru)|(?:daftar|mendaftar|melamar|apply|ikut|ikutan|pendaftaran|lamaran|jadiin (?:aku|gue|saya)|jadikan saya) (?:\w+ )?mentor(?! saya| aku| gue)"
    ),
    "novices": words(
        r"rep(?:s)?_(?:baru|muda|pemula) anak(?:-anak)?_(?:baru|muda|didik|bimbingan) anak2_baru adik-adik\w* adik_(?:baru|bimbingan) orang_baru arek_(?:anyar|enom)\w* bocah_baru teman-teman_baru temen-temen_baru tmn2_(?:baru|yg) newbie\w* pemula yang_baru yg_(?:baru|br) pendatang_baru anggota_baru adik-adik junior_\w+ mentees? orang_(?:muda|lain) anak_muda"
    ),
    "guide": words(
        r"membimbing ngebimbing bimbing mendampingi dampingi damping bantu\w* membantu menuntun nuntun tuntun ngancani ngabaturan ngemong ngajarin mengajari ngajari ngarahin mengarahkan pegang rangkul menemani nemenin ngurus\w* urusin guide mentoring kakak"
    ),
    "notapplying": r"{not} (?:\w+ ){0,3}?(?:mau|ingin|pengen|tertarik|minat|jadi|menjadi|daftar\w*|siap|bisa|sanggup|mentor)|{others}|{told}|{unsure}|{leave}|cari\w*|carikan|butuh|membutuhkan|ganti|(?:\w*punya\w*|\w*dapat\w*|minta|cari|memiliki) mentor|menampilkan|daftar mentor yang|lihat daftar|tetap (?:\w+ )?(?:jadi|lanjut)|kalau (?:sudah|udah|nanti)|kalo (?:udah|sudah|sdh)|nanti kal[ao]u?|kelak|tunggu|resmi jadi mentor|kabar|status|kelanjutan|perkembangan|dibahas|di-?review|bulan (?:lalu|februari)|diproses|kalau jadi mentor|jadi mentor (?:itu|sejak|selama)",
    # The course.
    "course": words(r"coaching\w* teachable"),
    "lessons": words(
        r"kursus\w* pelatihan\w* course\w* training kelas\w* modul\w* module\w* materi(?:_terakhir)? pelajaran lessons? video_terakhir ujian\w* kuis\w* quiz bab_terakhir diklat bimtek semua_(?:materi|modul|video)"
    ),
    "done": words(
        r"selesai\w* garap_sampe slesai slese slesei menyelesaikan kuselesaikan kelar\w* tamat menamatkan tamatkan lulus rampung\w* merampungkan tuntas\w* menuntaskan beres done habis\w* abis finish(?:ed)? completed complete lolos rengse khatam beres(?:in)? udah_siap sudah_siap kuhabiskan hijau 100_?(?:%|persen) dapat_ma"
    ),
    "paper": words(
        r"sertifikat\w* sertipikat\w* sertif piagam\w* ijazah\w* ijasah\w* cert\w* bukti\w* surat_(?:tanda_)?(?:lulus|tamat|keterangan)\w* surat-surat\w* suratnya surat_su syahadah"
    ),
    "enclosed": words(
        r"lampir\w* terlampir melampirkan kulampirkan attach\w* kirim\w* ku_?kirim\w* dikirim mengirim\w* unggah\w* sertakan menyertakan bawah dibawah ini lampiran cek tak_lampirne terbit kluar keluar ada datang foto"
    ),
    "othercourse": words(
        r"jahit\w* barista menyelam selam komputer bahasa_\w+ inggris mengemudi sim stir masak memasak kuliah sma smk skripsi pranatacara ielts toefl menari tari renang las mekanik pertolongan_pertama p3k brevet otomotif dropship"
    ),
    "notdone": (
        r"{not} (?:\w+ ){0,3}?(?:{done}|sentuh|ambil|mulai|tempuh)|{others}|{othercourse}|hampir|tinggal (?:\w+ )?(?:lagi|dikit|\d+|satu|dua)|baru (?:sampai|sampe|mulai|start|setengah|separuh|ikut|mau)|masih (?:di|jalan|belajar|kurang|ada|proses)|kurang \w+ lagi|akan (?:\w+ ){0,2}?(?:{done})|(?:mau|ingin|pengen|harus|semoga|mudah-mudahan|hopefully|targetnya|rencananya) (?:\w+ )?(?:{done})|besok|kapan|kalau|kalo|jika|bila|apabila|sebelum|setengah|separuh|apakah|milik|punya (?:kak|mbak|mas|si|teman)|{told}|dia|beliau|mereka|yang bersangkutan|ybs|doain|doakan|terima kasih|makasih|maksih|matur nuwun"
    ),
    # Having or wanting a mentor.
    "nomentor": (
        r"(?:{not}|tanpa) (?:\w+ ){0,3}?(?:mentor(?:ku)?|pendamping|pembimbing|yang (?:\w+ )?(?:bimbing|membimbing|ngebimbing|dampingi|mendampingi|nuntun|ngarahin)|ngebimbing)|(?:mentor|pendamping|pembimbing)(?: saya| sy| aku| gue|ku)? (?:\w+ )?(?:{not}) (?:ada|dapat|dapet)|dereng gadhah pendamping"
    ),
    "give": words(
        r"carikan cariin dicarikan minta mohon tolong tlg bantu bisa kasih butuh perlu membutuhkan mencari nyari cari ingin mau pengen boleh assign match dapat dapet punya mendapat\w* mempunyai memiliki"
    ),
    "mymentor": words(
        r"mentor_(?:\w+_)?(?:saya|aku|gue|gua|gw|sy|awak|tiang|beta|kula|abdi) mentorku mentor_yang_sekarang mentor_aku_itu"
    ),
    "silent": (
        r"{not} (?:\w+ ){0,3}?(?:balas|bales|dibalas|dibales|merespons?|respon\w*|jawab|menjawab|aktif|muncul|kabar|ada kabar|hubungi|dihubungi|bisa dihubungi|pernah|cocok|nyambung|ketemu)|hilang|ilang|menghilang|ghosting|di-?ghosting|susah (?:\w+ )?dihubungi|sulit dihubungi|centang satu|ditelan bumi|cuek|sibuk (?:terus|banget)|slow ?resp\w*|cancel|batalin|pasif|tidak aktif|lama (?:banget )?balas\w*"
    ),
    # The pair.
    "together": words(
        r"(?:sama|dengan|bareng|bersama|deng|karo|mbi|dgn|sm|with)_\w+ mentee mentor\w* kami kita katong berdua pendampingan bimbingan mentoring setahun satu_tahun"
    ),
    "met": words(
        r"ketemu ketemuan ktmu bertemu jumpa berjumpa jumpalah ngobrol\w* nongkrong tatap_muka zoom\w* gmeet (?<!on-)call sesi pertemuan diskusi meeting meetup vc video_call ngopi kopdar teleponan membahas bahas"
    ),
    "when": words(
        r"kemarin kemaren wingi kmrn semalam semalem tadi td barusan hari_\w+ minggu_(?:lalu|kemarin) tanggal_\d+ tgl_\d+ pada sudah udah sdh su tos telah wis dilaksanakan terlaksana berlangsung abis habis siang_ini last_\w+ yesterday senin selasa rabu kamis jumat sabtu \d+_jam dua_jam sejam satu_jam jam menit \d+_\w+"
    ),
    "praise": words(
        r"sabar rajin baik telaten santun sopan tekun cakap asik asyik kritis supportive suportif responsif ramah pintar cerdas cepat_(?:tangkap|belajar|balas) semangat disiplin inspiratif telatan telat perlu_(?:dipoles|lebih|belajar) malu_\w+ minder jelas membantu_(?:sekali|banget) komunikatif aktif kreatif recommended keren bangga berkembang kurang_\w+ masih_\w+ hebat mantap jempol"
    ),
    "rating": r"\d{1,3}(?:[.,]\d)? ?(?:dari|/|per|out of) ?(?:5|10|100|lima|sepuluh)|(?:nilai\w*|rating\w*|skor|bintang|kasih|tak kasih|beri|ponten) (?:\w+ ){0,2}?(?:\d{1,2}|lima|sembilan|delapan|tujuh|sepuluh|empat)(?: bintang)?",
    "away": words(
        r"cuti libur izin ijin absen off offline hiatus pulang_kampung plg_kampung mudik melaut umrah umroh naik_haji haji istirahat beristirahat rehat berhalangan vakum non-?aktif tidak_aktif nggak_aktif gak_aktif tidak_bisa_(?:\w+_)?(?:aktif|dihubungi|mendampingi) gak_bisa_dihubungi jeda kkn operasi sinyal_tidak_ada tidak_ada_sinyal leave break opname titip"
    ),
    "span": words(
        r"mulai dari sampai hingga smp sampe selama tanggal tgl minggu bulan hari depan lebaran \d+ s/d s\.d\. until dulu"
    ),
    # The council and its papers.
    "mentors": r"(?:semua|para|seluruh|seluruh para|ke|kepada|segenap|tiap|setiap) (?:\w+ )?(?:mentor|pendamping|pembimbing)(?:-mentor)?|mentor-mentor|rekan-rekan mentor|para mentor|all mentors",
    "passon": words(
        r"blast teruskan diteruskan meneruskan sampaikan disampaikan menyampaikan umumkan diumumkan pengumuman kasih_tahu dikasih_tahu dikasih_tau kasih_tau beritahu\w* diberitahu\w* kabari dikabari kabarkan infokan diinfokan informasikan diinformasikan sebarkan disebarkan share di-?share forward broadcast edarkan"
    ),
    "assent": words(
        r"setuju disetujui disatujuan saya_setujui menyetujui acc di-?acc ditolak tolak menolak saya_tolak terima diterima oke_dari_saya ok_dari_saya lanjut tidak_ada_keberatan tidak_keberatan keberatan nanti_dulu tunda ditunda approve\w* reject\w* silakan_diproses silahkan_diproses layak belum_layak lolos gas hayu (?:plus|minus)_satu sah mangga_dilanjut"
    ),
    "case": words(
        r"permohonan lamaran aplikasi\w* application pendaftaran pengajuan berkas surat email form\w* permintaan pencarian"
    ),
    "state": words(
        r"status kabar kabarnya kelanjutan\w* perkembangan\w* progres\w* progress update sudah_(?:dibahas|diproses|sampai|diterima|dibaca|direview) udah_(?:dibahas|di-?review|diproses|sampai|sampe|diterima) sudah_sampai su_sampe gimana gmn bagaimana kumaha sejauh_mana prosesnya sampai_mana sampe_mana nyangkut nyasar belum_ada_(?:kabar|jawaban|balasan) blm_ada_(?:kabar|jawaban|balasan) belum_dibalas sonde_ada_yang_balas piye kapan"
    ),
    "data": words(r"data\w* data2 informasi_(?:pribadi|saya|tentang) akun jejak profil rekam"),
    "programme": words(
        r"mentor\w* mentee\w* rep(?:s)? coaching kursus\w* pelatihan program\w* portal sertifikat\w* council pertemuan laporan feedback teachable bimbingan daftar_terbuka pendamping sistem anggota"
    ),
    "ask": words(
        r"apakah apa berapa bagaimana gimana gmn kapan siapa mana dimana kenapa mengapa boleh bolehkah bisakah bisa_kah bisa harus haruskah wajib ada adakah perlu dibayar kah"
    ),
    "near": r"mentees?\w*|mentor\w*|bimbing\w*|ketemu|bertemu|jumpa|ngobrol|nongkrong|vc|zoom",
}
