# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Indonesian cues for all intents; see `clauses` for how they are written."""

from mailer.understand.clauses import NEVER, Clauses, words
from mailer.understand.cues import Lexicon
from mailer.understand.indonesian_words import CLASSES

_INDONESIAN = Clauses(
    CLASSES,
    starts=words(
        "dan tapi tetapi namun jadi maka karena soalnya sekarang sekalian sekaligus lalu trus terus makanya and but so"
    ),
    after="{someday}",
)

_TABLE = r"""
# Leaving the role.
resignation 0.95: mentor
    {leave} && {mentor}
    but {notleaving}|{awhile}|mau jadi|ingin jadi|daftar
resignation 0.95: mentor
    {i} && {nomore} && (?:jadi|menjadi|sebagai|jd) mentor|mentorin|mentoring
    but {others}|{unsure}|{elsewhere}|{awhile}|{told}|balas|aktif
resignation 0.9 mentors: bimbing damping ngemong tugas mentee anak
    {leave} && {care}
    but {notleaving}|{awhile}|mentee (?:saya|ku|aku|gue)? ?(?:mau|ingin|berhenti|mundur)|keluar kota
resignation 0.9 mentors: bimbing damping ngemong mentee anak ngurus tugas pegang nerus lanjut mentor
    {care} && {nomore}
    but {others}|{unsure}|{elsewhere}|{awhile}|{told}|balas|dibalas|hubungi|aktif|setahun|tahun
resignation 0.85 mentors: mundur berhenti brenti pamit undur resign
    {i} && mundur|berhenti|brenti|undur diri|mengundurkan diri|pamit|resign|step down
    but {notleaving}|{awhile}|mau daftar|pekerjaan|kerja
resignation 0.85 mentors: mentee anak bimbing
    (?:{care}|anak-anak|anak2|mereka|mentee \w+) && (?:dipindah\w*|pindah\w*|dioper|oper|diserahkan|serahkan|dikasih|kasih|dialihkan|alihkan|titip\w* ke|dititipkan|ikut|ke) (?:saja |aja |ke |sama |kepada )+\w+ && seterusnya|selamanya|for good|pindah\w*|dipindah\w*|dioper|diserahkan|serahkan|dialihkan|saja|aja|{nomore}
    but {unsure}|{told}|sementara|dulu ya|titip dulu|selama
resignation 0.85 mentors: keluar hapus coret
    (?:keluarkan|keluarin|hapus|coret|cabut) (?:aku|saya|gue|nama saya|namaku|nama gue|sy|beta|awak) (?:\w+ )?(?:dari|dr) (?:\w+ )?(?:daftar|list|grup)? ?(?:mentor|pembimbing|pendamping)
    but {not}|{told}
resignation 0.6 mentors wide: sampai sini ikut kasih tongkat estafet panggung cukup waktunya nyerah
    sampai sini (?:\w+ )?(?:saja|aja|saya)|biar~(?:ikut|sama|dengan) \w+|tongkat estafet|turun panggung|(?:{care}|[a-z]+) kasih (?:saja|aja) (?:ke|sama)|sudah cukup~(?:tahun|saya)|waktunya~(?:berhenti|gantian|istirahat|diganti)|aku nyerah
    but {unsure}|{told}|{others}|cuti|sementara|minggu
resignation 0.6 mentors: pengganti ganti gantiin menggantikan
    pengganti\w*|gantiin|menggantikan && saya|sy|gue|aku|tiang|beta|awak|usul|bisa|kayaknya|bersedia|: \w+
    but {told}|mentor baru
resignation 0.55: mentor
    {leave} && {mentor}
    but {not}|{others}|{told}|ganti|mentorku|mentor (?:saya|aku|gue)

# Wanting the role.
mentor_application 0.95 reps question: mentor
    {wish} && {become}
    but {notapplying}
mentor_application 0.9 reps question: mentor
    {i} && {wish} && mentor(?:ing|in)?
    but {notapplying}|mentor (?:saya|aku|gue|awak|sy|beta|baru|lain|yang)|mentorku|ketemu|tanya|nanya|dengan mentor|sama mentor|feedback|mentor itu|satu mentor|dimentori|mentor \w+ (?:tidak|nggak)|extend|lanjut
mentor_application 0.85 reps question: baru muda adik anak bocah newbie pemula mentee orang
    {wish}|kasih|siap|giliranku|giliran && {guide} && {novices}
    but {notapplying}|{not} ada yang|makasih|terima kasih|dibantu (?:\w+ )?mentor
mentor_application 0.85 reps question: baru anak adik mentee bocah orang newbie
    (?:kasih|kasihlah|beri|minta|assign\w*|pegang|di-?assign|ambil|dikasih) && {novices}|satu (?:orang|anak|bocah)|seorang
    but {not}|{told}|tuntun beta|tuntun (?:saya|aku)|mentor|untuk (?:bimbing|tuntun|dampingi) (?:saya|aku|beta)|jadwal
mentor_application 0.6 reps question: mentor
    {become}
    but {notapplying}|{someday}|tahun depan|sejak|dulu

mentor_application 0.6 reps question: bantu damping bimbing tuntun ngemong nuntun pegang giliran jalan ngabatur ngancani
    (?:siap|mau|boleh|bole|sanggup|bersedia|ingin|pengen|pgn|giliran\w*|pulak|sumangga|isih iso|ada saya|ada ja) && {guide}|tunjuk jalan|jalan sama-sama && {novices}|orang|org|anak|yang|siapa
    but {not} (?:\w+ )?(?:mau|siap|bisa)|{others}|{told}|{leave}|mentorku|mentor (?:saya|aku|gue)|dibantu|(?:bantu|bimbing|tuntun|dampingi) (?:saya|aku|sy|beta)|{nomentor}

# The course.
course_completion 0.95: coaching teachable
    {course} && {done}
    but {notdone}
course_completion 0.9: coaching teachable
    {course} && {paper} && {enclosed}
    but {notdone}
course_completion 0.75: kursus pelatihan course training kelas modul materi pelajaran lesson ujian kuis quiz video bab
    {lessons} && {done}
    but {notdone}
course_completion 0.7: sertif sertip piagam ijazah ijasah cert bukti surat syahadah
    {paper} && {enclosed}
    but {notdone}|{not} (?:ada|keluar|terbit|dapat|dikirim)|nikah|domisili|sehat|izin|sakit|undangan|kirim ulang ke

# Having or wanting a mentor.
mentor_request 0.9 reps question: mentor damping bimbing
    {nomentor}
    but {others}|{told}|{leave}|balas|jadi mentor|menjadi mentor|dadi mentor|aktif|rasanya|dulu|yang belum|mentee (?:yang )?belum|{kin}|daftar mentor
mentor_request 0.9 reps question: mentor damping bimbing tuntun
    {give} && (?:mendapat\w*|mempunyai|memiliki|carikan|cariin|dicarikan|butuh|membutuhkan|mencari|nyari|cari|perlu|minta|assign\w*|kasih|dapat|dapet|punya) (?:\w+ ){0,3}?(?:mentor|pendamping|pembimbing)|(?:orang|seseorang) (?:\w+ )?(?:untuk|buat) (?:tuntun|bimbing|dampingi|membimbing|mendampingi|menuntun) (?:saya|aku|beta|gue|sy|awak|tiang)
    but {others}|{told}|{become}|ganti|lain|baru|{leave}|mentorku|mentor (?:saya|aku|gue)|daftar mentor|sudah dapat|udah dapat
mentor_change 0.9 reps question: ganti gantiin pindah tukar lain lebih
    (?:ganti|gantiin|gantikan|diganti|pindah|tukar|ubah|pindahkan|change|switch)(?:in)? (?:\w+ ){0,2}?mentor|mentor (?:\w+ ){0,2}?(?:diganti|ganti|lain|yang lain)|mentor baru
    but {told}|{not} (?:\w+ ){0,2}?(?:ganti|diganti)|jangan|jadi mentor|belum (?:punya|ada)|saya (?:yang )?ganti
mentor_change 0.85 reps question wide: mentor
    {mymentor} && {silent}
    but {told}|lamaran|pendaftaran|cuti
mentor_change 0.8 reps question wide: mentor
    {mymentor} && (?:bisa|boleh|minta|tolong|mohon)~(?:ganti\w*|diganti|pindah)|(?:ada|adakah|minta|kalau ada|bilamana ada|need)~(?:yang lain|yang lebih|yang sebaya|orang lain|someone)
    but {told}|jangan|{not} (?:asking|minta|mau ganti)

# The pair.
mentee_acceptance 0.85 mentors question: mentee ambil terima menerima daftar pegang adopsi nampung bersedia sama_aku biar
    {i}|biar|bersedia && (?:ambil|terima|menerima|nerima|pegang|bimbing|membimbing|dampingi|mendampingi|tampung|nampung|adopsi|angkat|have|take|kasih (?:beta|saya|aku|gue)|sama (?:aku|saya|gue|beta))  ?
    but {not}|{leave}|{told}|{unsure}|mentee (?:saya|ku|aku)(?! ya)|cuti|dulu saya|kursus|sertifikat|lepas|{awhile}|gantiin
mentee_acceptance 0.9 mentors question: mentee daftar
    bersedia|siap|mau|bisa|boleh|can i|kosong|slot|buka && mentee (?:baru|lagi|tambahan|dari)|satu mentee|mentee|daftar (?:terbuka|tunggu)
    but {not}|{leave}|{told}|{unsure}|mentee (?:saya|ku|aku|gue|tiang|awak)|mentorku|extend|lanjut|setahun|cuti|bertemu|ketemu|pindah|ingin (?:jadi|menjadi)|lepas
renewal 0.9: tahun setahun setaun pair masa
    (?:setahun|satu tahun|setaun|1 tahun|masa|tahun (?:kedua|ke-?2|depan)) && lanjut\w*|melanjutkan|perpanjang\w*|memperpanjang|diperpanjang|extend|nambah|tambah|jalan terus|renew|sepakat|berakhir|diakhiri|selesai|nggak lanjut|cukup|stop
    but {told}|kuliah|kontrak|kursus\w*|sertifikat\w*|apakah|sewa|kerja|cuti|jadi mentor|cukup \w+ tahun|{others}
renewal 0.85: perpanjang extend lanjut
    perpanjang|memperpanjang|diperpanjang|extend|perpanjangan && {together}|mentee|mentor|bimbingan|pendampingan|kami|kita|berdua
    but {told}|visa|kontrak|sertifikat\w*|apakah|berlaku|ktp|sim|cuti|paspor
renewal 0.85 wide: tahun setahun setaun
    setahun|satu tahun|setaun && {together} && lanjut\w*|melanjutkan|perpanjang\w*|memperpanjang|extend|nambah|lagi|maneh|lai|habis|berakhir|udah lewat|jalan terus
    but {told}|cuti|kuliah|kursus|jadi rep|belum|jadi mentor
meeting_report 0.9 members: ketemu ktmu temu jumpa ngobrol nongkrong zoom gmeet call sesi pertemuan diskusi meeting vc ngopi kopdar
    {met} && {when} && {together}|{i}
    but {not}|{told}|besok|lusa|nanti|akan|rencana\w*|janji|batal|gagal|mau (?:ketemu\w*|jumpa|bertemu)|minggu depan|bulan depan|council|grup|{kin}|kapan|jadwal|{others}|upload
meeting_report 0.8 members wide: ketemu ktmu temu jumpa ngobrol nongkrong zoom sesi pertemuan diskusi
    {met} && (?:\d+|dua|satu|tiga|setengah) jam|sejam|menit|jam && mentee|mentor|{named}|sama \w+|dengan \w+|bareng \w+
    but {not} (?:jadi|sempat|datang)|{told}|besok|lusa|akan|rencana\w*|janji|batal|gagal|minggu depan|kursus|sertifikat
feedback 0.85 wide: nilai rating skor bintang kasih beri / dari
    {rating}
    but {lessons}|coaching|teachable|{told}|lulus|ujian|berapa|kursus\w*|nilaiku|materi|kuis|modul
feedback 0.85 question: feedback penilaian umpan ulasan review kesan evaluasi masukan
    (?:feedback|penilaian|umpan balik|ulasan|review|kesan|evaluasi|masukan|testimoni)(?: \w+){0,3}? (?:untuk|buat|tentang|soal|about|mengenai|perihal|atas) (?:\w+ )?(?:mentor\w*|mentee\w*|{named}|[a-z]+)
    but {told}|form|minta|rapat|di mana|gimana|terima kasih|makasih|jadwal
feedback 0.8 wide: mentor mentee perihal soal
    (?:mentorku|mentor (?:saya|aku|gue|awak|tiang|beta|sy)|mentee(?:-ku|ku| saya| aku| gue| awak| tiang| sy)|soal (?:si )?\w+|perihal \w+) && {praise}
    but {told}|{silent}|ganti\w*|someone|cari|carikan|jadi mentor|daftar|kursus|sertifikat|selesai|ingin (?:jadi|menjadi)|pindah|extend|lanjut
feedback 0.6 members wide near: sekali banget sangat selalu tapi kali lebih belum paham asik asyik rajin sabar pintar
    (?:anak(?:nya| e)?|orangnya|dia|beliau|[a-z]+) (?:itu |emang |memang |sangat |udah |sudah )?(?:anak )?(?:\w+ )?(?:{praise}|paham) && sekali|banget|sangat|selalu|tapi|baik|rajin|cepat|kali|lebih|belum|anaknya|orangnya|dia
    but lebih baik (?:yang|kalau)|{not} (?:bisa|mau)|{told}|saya|sy|aku|gue|awak|beta|kursus\w*|kuis\w*|sertifikat\w*|ganti|program|acara|mentor\w*|terima kasih|makasih|cuaca|panas

leave_of_absence 0.85 wide: cuti libur izin ijin absen off hiatus kampung mudik melaut umr haji istirahat rehat halangan vakum aktif dihubungi jeda kkn operasi lahir sinyal leave break titip
    {away} && {span}
    but {told}|{others}|{leave}|mentorku|mentor (?:saya|aku|gue)|apakah|selamanya|for good|kapan|kemarin libur|libur bareng|bisa dapat izin|lanjut jadi mentor
announcement 0.85 question always: mentor damping bimbing
    {mentors} && {passon}
    but {told}|saya (?:harus|perlu)|mentorku
announcement 0.85 question always wide: mentor damping bimbing
    {passon} && {mentors}
    but {told}
decision 0.8 always wide: setuju satuju acc tolak terima oke oke lanjut keberatan nanti_dulu tunda approv reject silakan silahkan layak hayu sah gas
    (?:untuk|soal|permohonan|lamaran|berkas|pengajuan|{named}|[a-z]+ [a-z]+|saya) && {assent}
    but {told}|surat saya|permohonan saya|lamaran saya|sertifikat coaching|mentee|mau jadi|kapan|apakah
status_question 0.85 reps question: mohon lamar aplikasi application daftar ajuan aju berkas surat email form minta
    {case} && {state}
    but {told}|syarat\w*|cara|berapa|paling|gimana cara|kursus
status_question 0.8 reps question wide: mentor
    (?:{case}|minta|daftar|apply|submit\w*) && mentor\w*|pendamping && {state}|is there any update|balas
    but {told}|syarat\w*|cara
status_question 0.85 reps question: minggu bulan lama
    (?:\d+|dua|tiga|empat|sebulan|lama|berapa) (?:minggu|bln|bulan|mggu)?~(?:belum|blm|belom|kok)~(?:kabar|jawaban|balasan|dibalas|respon|diproses)
    but {told}|mentorku|mentor (?:saya|gue|aku) (?:tidak|belum)
data_request 0.85 question always: data akun jejak informasi profil
    {data} && salinan|kirim\w*|copy|kopi|ekspor|export|lihat|minta|tahu|tau|unduh|hapus\w*|apus|menghapus|dihapus|buang|delete|disimpan|simpan|musnahkan && saya|sy|aku|gue|beta|tiang|awak|pribadi|ku|diri|tentang|\w+ku
    but {told}|mentee|data kursus|update data|ubah|ganti|sertifikat|excel
data_request 0.8 question wide always: hapus apus
    (?:email|nomor|alamat|akun|database)~(?:saya|kami|aku|gue) && (?:tolong|mohon|harap|minta|bisa)~(?:di)?(?:hapus\w*|apus\w*)
    but {told}|mentee
general_question 0.85 question always: ?
    {ask} && {programme} && (?:itu|satu|seorang|berapa|boleh|harus|wajib|mentor|mentee|kursus|rep|reps|sistem|program|kah|kita|kalau|dibayar|apakah|ada|sertifikat|pertemuan|portal|laporan)\b(?=[^\n]*\?)
    but {case}|mentorku|mentor (?:saya|aku|gue|sy|awak|beta|tiang)|{become}|{state}|carikan|{nomentor}|ganti\w*|saya siap|{silent}|{passon}|minta|mentor lain|slot\w*|bantu|jadi mentor\?|kumaha
"""

INDONESIAN = Lexicon(
    cues=_INDONESIAN.cues(_TABLE),
    border=NEVER,
    negation=_INDONESIAN.any_of("{before}"),
    condition=_INDONESIAN.any_of(
        r"(?:seandainya|andaikata|asalkan|jika|apabila|kalau|kalo|bila)(?! memang| masih| boleh| bole| berkenan| council| bisa| ada| diizinkan| diperbolehkan| memungkinkan| msh| dibutuhkan| diperlukan| butuh)"
    ),
    later=_INDONESIAN.any_of("tapi belum pasti|kalau jadi|asalkan"),
    hearsay=NEVER,
    someday=_INDONESIAN.any_of(
        r"suatu (?:hari|saat)|kelak|di masa depan|tahun-tahun mendatang|someday"
    ),
)
