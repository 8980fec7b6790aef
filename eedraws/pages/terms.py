"""The words of the field, each explained so that someone new to it understands. In the order of the English names."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Term(NamedTuple):
    """A word or phrase; `anchor` is its place on the page of words, and never changes."""

    anchor: str
    name: str | Promise
    meaning: str | Promise


TERMS = [
    Term(
        "all-programs",
        _("All-programs draw"),
        _(
            "A draw among all candidates in the pool, whichever program they qualify for. Immigration, Refugees "
            "and Citizenship Canada (IRCC) calls it “General” or “No Program Specified”."
        ),
    ),
    Term(
        "cec",
        _("Canadian Experience Class (CEC)"),
        _(
            "A program for people who have worked in Canada: at least one year of skilled work in the three years "
            "before they apply."
        ),
    ),
    Term(
        "clb",
        _("Canadian Language Benchmarks (CLB)"),
        _(
            "The scale on which English is measured, from 1 to 12, in speaking, listening, reading and writing. "
            "The scale for French is the Niveaux de compétence linguistique canadiens."
        ),
    ),
    Term(
        "candidate",
        _("Candidate"),
        _("A person whose profile has been accepted into the pool. A candidate has not yet applied."),
    ),
    Term(
        "category-based",
        _("Category-based draw"),
        _(
            "A draw only among candidates who meet the conditions of a category that the government has chosen, such as "
            "strong French or recent work in health care. Among them, those with the highest scores are invited. "
            "The first was held in June 2023."
        ),
    ),
    Term(
        "crs",
        _("Comprehensive Ranking System (CRS)"),
        _(
            "The points by which candidates are ranked, up to 1,200: for age, education, languages and work, alone or "
            "with a partner, and for a few things more. A nomination by a province adds 600."
        ),
    ),
    Term(
        "utc",
        _("Coordinated Universal Time (UTC)"),
        _(
            "The time by which clocks all over the world are set. The official record gives the moments of draws and of "
            "tie-breaking rules in it."
        ),
    ),
    Term(
        "cut-off",
        _("Cut-off"),
        _(
            "The score of the lowest-ranked candidate invited in a draw. It is a result, not a condition set "
            "beforehand, and says nothing certain about the next draw. Someone who has exactly this score was invited only "
            "if the tie-breaking rule allowed it."
        ),
    ),
    Term(
        "draw",
        _("Draw"),
        _(
            "One occasion on which candidates are invited to apply. The official name is “round of invitations”. "
            "Draws are numbered; no dates are announced."
        ),
    ),
    Term(
        "edt",
        _("Eastern Daylight Time (EDT)"),
        _("The time of Toronto and Ottawa in summer, in which this site gives hours: four hours behind UTC."),
    ),
    Term(
        "est",
        _("Eastern Standard Time (EST)"),
        _("The time of Toronto and Ottawa in winter, in which this site gives hours: five hours behind UTC."),
    ),
    Term(
        "eca",
        _("Educational credential assessment (ECA)"),
        _("A report that says what a diploma or degree from outside Canada is equal to in Canada."),
    ),
    Term(
        "express-entry",
        _("Express Entry"),
        _(
            "The system by which Canada has chosen many of its skilled immigrants since January 2015: "
            "candidates enter a pool, are ranked by points, and those ranked highest are invited to apply."
        ),
    ),
    Term(
        "fst",
        _("Federal Skilled Trades Program (FST)"),
        _(
            "A program for people qualified in a skilled trade. Not the same as the trades category, which is "
            "open to candidates of all programs who worked in a listed trade."
        ),
    ),
    Term(
        "fsw",
        _("Federal Skilled Worker Program (FSW)"),
        _(
            "A program for people with skilled work experience in any country, with conditions on education and language."
        ),
    ),
    Term(
        "ircc",
        _("Immigration, Refugees and Citizenship Canada (IRCC)"),
        _(
            "The department of the federal government that runs Express Entry and publishes each draw. "
            "This site is not part of it."
        ),
    ),
    Term(
        "ita",
        _("Invitation to apply (ITA)"),
        _(
            "The message that lets a candidate apply for permanent residence. It holds for 60 days. "
            "It is not a decision on the application."
        ),
    ),
    Term(
        "list",
        _("List of occupations"),
        _(
            "The occupations that count for a category. Lists change: this site keeps each version with the days on "
            "which it was in force."
        ),
    ),
    Term(
        "ministerial-instructions",
        _("Ministerial instructions"),
        _("The legal text for a draw: who could be invited, how many, and on which days."),
    ),
    Term(
        "noc",
        _("National Occupational Classification (NOC)"),
        _(
            "Statistics Canada's list of all occupations, each with a five-digit code. What counts is the work that was done, "
            "compared with the description of the occupation, and not the title of the job."
        ),
    ),
    Term(
        "nclc",
        _("Niveaux de compétence linguistique canadiens (NCLC)"),
        _(
            "The scale on which French is measured, from 1 to 12, in speaking, listening, reading and writing."
        ),
    ),
    Term(
        "permanent-resident",
        _("Permanent resident"),
        _("A person who may live in Canada without a limit of time and is not a citizen of Canada."),
    ),
    Term(
        "pool",
        _("Pool"),
        _(
            "All candidates at a time. With many draws, how many candidates there were in each "
            "band of scores is published too."
        ),
    ),
    Term(
        "profile",
        _("Profile"),
        _(
            "The form in which a person says who they are, what they have studied and where they have worked. It stays in the "
            "pool for twelve months."
        ),
    ),
    Term(
        "pnp",
        _("Provincial Nominee Program (PNP)"),
        _(
            "Provinces and territories nominate people whom they want to settle there. A nomination adds 600 "
            "points, so the cut-offs of draws for nominees are high and cannot be compared with others."
        ),
    ),
    Term(
        "rcic",
        _("Regulated Canadian Immigration Consultant (RCIC)"),
        _(
            "A person licensed to advise on immigration for a fee. Look the licence up in the public register of "
            "the College of Immigration and Citizenship Consultants."
        ),
    ),
    Term(
        "stem",
        _("Science, technology, engineering and math (STEM)"),
        _("The fields of one of the categories, which has a list of occupations."),
    ),
    Term(
        "tie-breaking-rule",
        _("Tie-breaking rule"),
        _(
            "A day and time that goes with a cut-off. Of the candidates who had exactly the cut-off, those who had "
            "submitted their profile before that moment were invited."
        ),
    ),
    Term(
        "teer",
        _("Training, education, experience and responsibilities (TEER)"),
        _(
            "What an occupation asks for, from 0 (management) to 5 (short demonstration): the second digit of its code in "
            "the National Occupational Classification."
        ),
    ),
    Term(
        "type-of-draw",
        _("Type of draw"),
        _(
            "Whom a draw was for: candidates of all programs, of one program, or of one category. Cut-offs can be "
            "compared within a type only."
        ),
    ),
]
