"""What the generated people are called and what they write. `{...}` is filled in by `corpus`."""

GIVEN = (
    "Ana", "Bruno", "Chiara", "Dorota", "Emeka", "Fatima", "Gustavo", "Hana", "Ivo", "Jorge",
    "Karin", "Luis", "Mehwish", "Nadia", "Oskar", "Priya", "Quentin", "Rosa", "Søren", "Tomás",
    "Ulla", "Vikram", "Wanda", "Ximena", "Yusuf", "Zoë", "Adaeze", "Béatrice", "Ciarán", "Deniz",
)  # fmt: skip
FAMILY = (
    "Almeida", "Brandt", "Castellano", "Dvořák", "Eriksen", "Fontaine", "Gutiérrez", "Hoang",
    "Ivanova", "Jansen", "Kamau", "Lindqvist", "Moreau", "Nwosu", "Ortiz", "Petrov", "Quispe",
    "Rahman", "Schneider", "Takahashi", "Ueda", "Vasquez", "Wójcik", "Yilmaz", "Zanetti",
)  # fmt: skip
COUNTRIES = (
    "Brazil", "Nigeria", "Germany", "Italy", "India", "Kenya", "France", "Indonesia", "Poland",
    "Chile", "Mexico", "Vietnam", "Türkiye", "Canada", "Spain",
)  # fmt: skip
SKILLS = (
    "event planning", "budgeting", "public speaking", "community building", "campus clubs",
    "localization", "technical writing", "design", "web literacy", "accessibility", "testing",
    "fundraising", "social media", "translation", "open data",
)  # fmt: skip
HOSTS = ("mail", "posta", "courriel", "correio", "webpost", "inbox", "brief", "letter")

GREETINGS = (
    "Dear Council,",
    "Hello Council,",
    "Hi all,",
    "Good morning everyone,",
    "Dear friends,",
)
CLOSINGS = ("Best regards,", "Thanks,", "Kind regards,", "Many thanks and all the best,", "Cheers,")

# Intent, subjects, sentences that carry the matter, sentences that tell the details.
WANTED: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "mentor_application": (
        ("I would like to become a mentor", "Mentor application", "Applying as a mentor"),
        (
            "I would like to become a mentor.",
            "I want to apply as a mentor in the programme.",
            "Please take this as my application to be a mentor.",
        ),
        (
            "I have been a Rep in {country} since {year} and I can help with {skill} and {skill2}.",
            "My portal username is {username} and my strengths are {skill} and {skill2}.",
            "I speak English and I could give about two hours a week to {skill}.",
        ),
    ),
    "resignation": (
        ("Resignation as mentor", "Stepping down as a mentor", "I have to resign"),
        (
            "I would like to resign as a mentor.",
            "With this mail I resign from my role as a mentor.",
            "I am stepping down as a mentor.",
        ),
        (
            "My last day would be {day} {month}.",
            "I would recommend {other} as my replacement.",
            "My new job leaves me no time for my mentees, and they deserve better.",
        ),
    ),
    "course_completion": (
        ("Coaching course finished", "I have completed the course", "Course completion"),
        (
            "I have completed the coaching training course.",
            "I finished the coaching course on {day} {past}.",
            "This is to tell you that I have passed the coaching training.",
        ),
        (
            "My portal username is {username}.",
            "The certificate is at https://learn.example/c/{number}.",
            "I learned most from the part about {skill} and would use it with a mentee.",
        ),
    ),
    "mentor_request": (
        ("Looking for a mentor", "Could I get a mentor?"),
        ("I do not have a mentor and would like to get one.", "I am looking for a mentor."),
        (
            "I live in {country} and would like to learn about {skill}.",
            "Somebody who knows {skill} would help me most.",
        ),
    ),
    "meeting_report": (
        ("Our meeting this month", "Mentoring meeting report"),
        ("I met my mentor on {day} {past} for our yearly meeting.",),
        (
            "We talked for an hour about {skill} and agreed on two goals for the next months.",
            "We will meet again in the autumn and speak about {skill2}.",
        ),
    ),
    "leave_of_absence": (
        ("Taking a break", "Away for a while"),
        ("I will take a break from the programme until {day} {month}.",),
        ("Meanwhile {other} would look after my work.", "I will not read mail during that time."),
    ),
    "status_question": (
        ("Where does my request stand?", "Any news?"),
        ("Could you tell me the status of my request?",),
        ("I wrote to you some weeks ago about {skill} and have not heard back since then.",),
    ),
    "other": (
        ("Photos of our event in {country}", "Thank you all"),
        ("I wanted to share some news from our community in {country}.",),
        (
            "About forty people came and most of them asked about {skill}.",
            "The pictures are on the wiki and the report will follow next week.",
        ),
    ),
}
SHARES = {
    "mentor_application": 26, "resignation": 20, "course_completion": 20, "mentor_request": 8,
    "meeting_report": 6, "leave_of_absence": 5, "status_question": 6, "other": 5,
    "absent": 2, "newsletter": 2,
}  # fmt: skip

SMALL_TALK = (
    "I hope that all of you had a good start into the week and that the meeting went well.",
    "It has been a busy season here, with three events in four weekends and little sleep.",
    "Last month our group met at the library, and for once the projector worked at first try.",
    "The weather in {country} has been kind to us, so we could hold the workshop outside.",
    "When I joined in {year} I knew nobody, and now I know more people than I can write to.",
    "Please say hello to {other}, who helped us a lot with the preparation of the last event.",
    "If you need anything else from me, just answer this mail and I will send it the same day.",
    "I am sorry for the long mail, but I wanted to tell the whole story once and in one place.",
    "We have started to write down what we learn about {skill2}, and others may find it useful.",
    "The new members asked many good questions, and some of them I could even answer at once.",
    "I have talked about it with my family and with two friends who know the work very well.",
    "It would be great to hear from you before the end of {month}, but there is no hurry at all.",
)
QUOTED = (
    "Hello everybody,",
    "this is a short reminder that the reports of the last quarter are still open.",
    "Please send them until {day} {month}, and tell us if you need more time for it.",
    "The next meeting of the council takes place as planned, and the notes are on the wiki.",
    "Have a good week!",
    "{other}",
)
