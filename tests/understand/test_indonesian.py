# ruff: noqa: E501 - a mail broken over lines is harder to read than a long one
"""What Indonesian mails say: a sentence, who writes it, and the intents that it carries."""

import pytest

from mailer.rules.intents import Intent
from mailer.understand.label import stated
from tests.understand.programme import read

SAYS = [
    # Leaving the role.
    ("ana", "Dengan ini saya mengundurkan diri sebagai mentor mulai 1 Mei.", "resignation"),
    ("ana", "Saya berhenti menjadi mentor akhir bulan ini.", "resignation"),
    ("ana", "gue cabut dari mentor ya, udah ga sempet", "resignation"),
    ("ana", "Mohon maaf, sy undur diri dr mentor krn kerjaan.", "resignation"),
    ("ana", "Aku pamit dari tugas sebagai mentor, terima kasih semuanya.", "resignation"),
    ("ana", "Saya tidak bisa lagi menjadi mentor.", "resignation"),
    ("ana", "Mulai Juni saya tidak akan melanjutkan sebagai mentor.", "resignation"),
    ("ana", "Saya melepas jabatan mentor per 30 April.", "resignation"),
    ("ana", "Saya resign sebagai mentor karena pindah ke luar negeri.", "resignation"),
    ("ana", "Berat rasanya, tapi saya putuskan mundur sebagai mentor.", "resignation"),
    ("ana", "Tolong hapus nama saya dari daftar mentor, saya sudah tidak sanggup lagi.", "resignation"),
    ("ana", "Saya memutuskan untuk lengser dari posisi mentor.", "resignation"),
    ("ana", "Sudah waktunya saya angkat tangan dan berhenti jadi mentor.", "resignation"),
    # Wanting the role.
    ("mariam", "Saya ingin menjadi mentor.", "mentor_application"),
    ("mariam", "kak aku mau daftar jadi mentor dong", "mentor_application"),
    ("mariam", "Saya bersedia menjadi mentor untuk rep baru.", "mentor_application"),
    ("mariam", "Dengan hormat, saya mengajukan lamaran sebagai mentor.", "mentor_application"),
    ("mariam", "min gue pengen jadi mentor nih, gimana caranya?", "mentor_application"),
    ("mariam", "Siap jadi mentor, kapan pun dibutuhkan!", "mentor_application"),
    ("mariam", "Bolehkah saya ikut daftar sebagai mentor?", "mentor_application"),
    ("mariam", "sy berminat utk jadi mentor bu", "mentor_application"),
    ("mariam", "Aku tertarik buat mendampingi rep baru sebagai mentor.", "mentor_application"),
    ("mariam", "Mohon pertimbangkan saya sebagai mentor.", "mentor_application"),
    ("mariam", "Kalau masih ada slot, saya mau jadi mentor.", "mentor_application"),
    # The course.
    ("mariam", "Saya sudah menyelesaikan pelatihan coaching di Teachable.", "course_completion"),
    ("mariam", "kursus coaching udah kelar kak, sertifikat aku lampirin", "course_completion"),
    ("mariam", "Alhamdulillah pelatihan coaching sudah rampung kemarin.", "course_completion"),
    ("mariam", "Baru saja saya lulus coaching training di Teachable.", "course_completion"),
    ("mariam", "semua modul teachable udah beres, ini buktinya", "course_completion"),
    ("mariam", "Terlampir sertifikat coaching saya.", "course_completion"),
    ("mariam", "Coaching-nya udah tamat, sekarang saya mau jadi mentor.", "course_completion mentor_application"),
    # Having or wanting a mentor.
    ("mariam", "Saya belum punya mentor, tolong carikan ya.", "mentor_request"),
    ("mariam", "aku anak baru dan butuh mentor nih kak", "mentor_request"),
    ("mariam", "Mohon bantu saya mendapatkan mentor, sampai sekarang belum ada mentor.", "mentor_request"),
    ("luis", "Saya ingin ganti mentor.", "mentor_change"),
    ("luis", "Mentor saya tidak pernah membalas pesan sejak Januari.", "mentor_change"),
    ("luis", "bisa minta mentor lain ga kak? mentorku ngilang", "mentor_change"),
    # The pair.
    ("ana", "Saya bersedia mengambil Mariam Gelo sebagai mentee.", "mentee_acceptance"),
    ("ana", "Saya masih bisa menerima satu mentee lagi dari daftar terbuka.", "mentee_acceptance"),
    ("ana", "Saya dan Luis mau lanjut satu tahun lagi.", "renewal"),
    ("luis", "Setahun sudah habis, kami sepakat memperpanjang bimbingan.", "renewal"),
    ("ana", "Kemarin saya bertemu dengan mentee saya Luis selama satu jam.", "meeting_report"),
    ("luis", "td malam udah zoom sama mentor ana, bahas proposal 45 menit", "meeting_report"),
    ("luis", "Nilai untuk mentor saya: 5 dari 5.", "feedback"),
    ("ana", "Mentee saya Luis sangat rajin dan disiplin.", "feedback"),
    ("ana", "Saya cuti mulai tanggal 1 sampai 14 Juli.", "leave_of_absence"),
    ("ana", "Izin tidak aktif dulu selama bulan Ramadan, kembali setelah Lebaran.", "leave_of_absence"),
    # The council and its papers.
    ("cora", "Tolong sampaikan ke semua mentor bahwa formulir laporan sudah diperbarui.", "announcement"),
    ("cora", "Untuk permohonan Mariam Gelo, saya setuju.", "decision"),
    ("mariam", "Bagaimana status lamaran saya?", "status_question"),
    ("mariam", "Apakah permohonan saya sudah diproses?", "status_question"),
    ("luis", "Apakah mentor harus bertemu mentee setiap bulan?", "general_question"),
    ("mariam", "Berapa lama kursus coaching itu?", "general_question"),
    ("luis", "Mohon kirimkan salinan data pribadi saya.", "data_request"),
    ("luis", "tolong hapus semua data saya ya", "data_request"),
]  # fmt: skip

SAYS_NOT = [
    ("ana", "Saya tidak mundur sebagai mentor.", "resignation"),
    ("ana", "Kalau tidak ada jawaban, saya mengundurkan diri sebagai mentor.", "resignation"),
    ("ana", "Teman saya mau berhenti jadi mentor.", "resignation"),
    ("ana", "Saya sudah resign dari kantor, jadi lebih banyak waktu untuk mentee.", "resignation"),
    ("ana", "Saya mungkin akan berhenti jadi mentor, belum pasti.", "resignation"),
    ("ana", "Katanya saya mau mundur dari mentor, itu tidak benar.", "resignation"),
    ("ana", "Bagaimana caranya kalau mentor mau mundur?", "resignation"),
    ("ana", "Saya mundur dari kepanitiaan karang taruna.", "resignation"),
    ("ana", "Aku hampir saja berhenti jadi mentor.", "resignation"),
    ("ana", "Bukan saya yang berhenti jadi mentor, tapi Pak Rizal.", "resignation"),
    ("mariam", "Saya belum mau jadi mentor.", "mentor_application"),
    ("mariam", "Adik saya ingin menjadi mentor.", "mentor_application"),
    ("mariam", "Nanti kalau sudah lulus saya mau jadi mentor.", "mentor_application"),
    ("mariam", "Suatu saat saya ingin menjadi mentor.", "mentor_application"),
    ("mariam", "Saya ingin mempunyai mentor.", "mentor_application"),
    ("mariam", "Kata Pak Budi saya harus jadi mentor, padahal tidak.", "mentor_application"),
    ("mariam", "Saya nggak tertarik jadi mentor.", "mentor_application"),
    ("mariam", "kemarin cuma becanda soal mau jadi mentor", "mentor_application"),
    ("mariam", "Kursus coaching saya belum selesai.", "course_completion"),
    ("mariam", "Teman saya sudah lulus kursus coaching di Teachable.", "course_completion"),
    ("mariam", "Kursus menjahit saya sudah selesai.", "course_completion"),
    ("mariam", "Kursus coaching tinggal dua modul lagi selesai.", "course_completion"),
    ("mariam", "Besok saya akan menyelesaikan kursus coaching.", "course_completion"),
    ("mariam", "Apakah kursus coaching harus selesai dulu?", "course_completion"),
    ("luis", "Saya tidak mau ganti mentor, Ana sudah cocok.", "mentor_change"),
    ("ana", "Maaf, saya tidak bisa menerima mentee baru.", "mentee_acceptance"),
    ("ana", "Besok saya akan bertemu dengan Luis.", "meeting_report"),
    ("ana", "Pertemuan dengan Luis kemarin batal.", "meeting_report"),
    ("luis", "Terima kasih atas kursus dan bimbingannya!", "course_completion"),
    ("mariam", "Bukan saya yang melamar jadi mentor, itu kakak saya.", "mentor_application"),
]  # fmt: skip


def said(speaker, text):
    return {heard.intent for heard in stated(read(speaker, text))} - {Intent.OTHER}


@pytest.mark.parametrize(("speaker", "text", "meant"), SAYS, ids=[row[1] for row in SAYS])
def test_an_indonesian_sentence_carries_its_intents(speaker, text, meant):
    assert said(speaker, text) == {Intent(name) for name in meant.split()}


@pytest.mark.parametrize(("speaker", "text", "never"), SAYS_NOT, ids=[row[1] for row in SAYS_NOT])
def test_what_is_denied_put_off_or_told_of_others_is_not_heard(speaker, text, never):
    heard = {one.intent for one in read(speaker, text).heard}
    assert Intent(never) not in heard
