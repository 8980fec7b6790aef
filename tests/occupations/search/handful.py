"""A handful of titles, some of them synthetic, with a vocabulary: ranking without the whole classification."""

from occupations.search.index import Index
from occupations.search.matching import find
from occupations.search.vocabulary import Vocabulary

OCCUPATIONS = [
    (1, "73300", 3, "Transport truck drivers", "Conducteurs/conductrices de camions de transport"),
    (2, "73301", 3, "Bus drivers", "Conducteurs/conductrices d'autobus"),
    (3, "31301", 1, "Registered nurses", "Infirmiers autorisés/infirmières autorisées"),
    (4, "63200", 3, "Cooks", "Cuisiniers/cuisinières"),
    (5, "63101", 3, "Real estate agents and salespersons", "Agents immobiliers/agentes immobilières"),
    (6, "64100", 4, "Retail clerks", "Commis de détail"),
]
JOB_TITLES = [
    (1, "en", "Truck driver"),
    (1, "en", "Log truck driver"),
    (1, "en", "Driver - long haul"),
    (2, "en", "School bus driver"),
    (2, "en", "Driver's guide"),
    (3, "en", "Registered nurse (R.N.)"),
    (3, "en", "Nurse"),
    (4, "en", "Line cook"),
    (4, "en", "Cook (except chef)"),
    (4, "fr", "Cuisinier/cuisinière de camp"),
    (6, "en", "Salesperson - retail"),
    (6, "en", "Cookie seller"),
]
VOCABULARY = Vocabulary(
    {("rn",): [("registered", "nurse")], ("hv",): [("log", "truck")]}, frozenset({"senior", "job"})
)
INDEX = Index(OCCUPATIONS, JOB_TITLES)


def found(query, index=INDEX):
    return find(query, index, VOCABULARY)


def codes(query, index=INDEX):
    return [match.code for match in found(query, index)]
