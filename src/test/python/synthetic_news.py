"""Small news in plain English, each article with its summary, from templates and word lists.

What a reader would leave out stands in brackets. An article is events and background in any order; its summary is
its first two events without what stands in brackets. Every letter of a summary knows where in the article it comes
from, which is what a small model needs to learn copying quickly. The same seed gives the same article.
"""

import random
import re

FIRST = ("Ana Bela Carl Dora Emil Fay Gil Hana Ivo Jonas Kira Lena Marta Nils Olga Paul Rosa Sven Tina Udo Vera Walter "
         "Yara Zeno Alma Boris Clara David Edith Franz Greta Hugo Ida Jakob Karla Leo Mila Noel Otto Pia").split()
LAST = ("Berg Lind Moreira Quendel Stone Hartley Novak Silva Brandt Keller Olsen Farrow Marsh Tavares Weber Holm Petrov "
        "Rask Duarte Winter Sommer Castell Bishop Carver Dunne Ekman Fuller Grieg Horn Ibsen").split()
PLACES = ("Vellmar Tavora Harbourton Eastley Norvik Salden Brimore Westhaven Kelso Lindau Marden Orlby Port-Ellis "
          "Quarrow Redhill Stanmoor Thornby Ulver Varne Wexley").split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
SYLLABLES = "ba ca da fe ga ho ki la me no pa ra se ta vo wi zu bel dor fin gar hal kor lin mar nor pel ros sten tor".split()

LISTS = {
    "day": DAYS, "month": MONTHS,
    "thing": ["library", "bridge", "school", "hospital", "market hall", "swimming pool", "museum", "station", "park", "theatre"],
    "building": ["factory", "warehouse", "hotel", "barn", "church", "sawmill", "bakery", "stable"],
    "job": ["teacher", "baker", "nurse", "driver", "farmer", "doctor", "student", "carpenter", "engineer", "painter"],
    "workers": ["dockers", "bus drivers", "miners", "teachers", "nurses", "pilots", "bakers", "postmen"],
    "goods": ["bread", "milk", "coal", "wheat", "coffee", "steel", "sugar", "paper", "glass", "timber"],
    "project": ["new roads", "schools", "railways", "hospitals", "clean water", "housing", "the army", "wind power"],
    "topic": ["taxes", "fishing", "pensions", "schools", "rents", "forests", "traffic", "energy"],
    "vehicle": ["bus", "lorry", "train", "tram", "car", "tractor"],
    "feeling": ["glad", "angry", "tired", "proud", "surprised", "worried", "relieved"],
    "weather": ["cold", "raining", "warm", "windy", "foggy", "snowing", "very hot"],
    "people": ["residents", "visitors", "parents", "families", "shopkeepers", "fishermen", "neighbours"],
    "prize": ["the gold medal", "the city race", "the book prize", "the chess final", "a prize for science", "the song contest"],
    "found": ["a new kind of beetle", "an old Roman wall", "a cure for the fever", "gold under the hill", "a lost painting"],
    "body": ["council", "national bank", "orchestra", "university", "railway company", "fire brigade"],
    "beast": ["bear", "wolf", "lynx", "seal", "stork", "boar"],
    "quote": ["We waited a long time for this", "Nobody told us anything", "This is a good day", "We will not give up",
              "It must never happen again", "I could hardly believe it", "The work has only begun"],
}

EVENTS = [
    "The mayor of {place}[, {name},] opened a new {thing} on {day}[, after {n} years of work].",
    "The mayor of {place} closed the old {thing} on {day}[ because the roof was no longer safe].",
    "{firm}[, a maker of {goods},] will cut {n} jobs in {place}[, the firm said on {day}].",
    "{firm}[, which sells {goods} in {n} countries,] will build a factory in {place}[ for {n} million crowns].",
    "A fire destroyed a {building} in {place} on {day}[, the police said, but nobody was hurt].",
    "{name}[, a {job} from {place},] won {prize} on {day}[ before {n} spectators].",
    "[After {n} days of talks, ]the {workers} of {place} ended their strike on {day}.",
    "The {workers} of {place} will strike on {day}[ because their pay has not risen since {month}].",
    "The government will spend {n} million crowns on {project}[, a minister said in {place} on {day}].",
    "The police arrested {n} people[, most of them young men,] in {place} on {day}[ after a quarrel in a bar].",
    "A {vehicle} hit a {vehicle} in {place} on {day}[ and {n} people were hurt, two of them badly].",
    "The river flooded {n} houses in {place} on {day}[, after it had rained for {n} days].",
    "Researchers in {place} found {found}[, according to a report that came out in {month}].",
    "Parliament passed a law on {topic} on {day}[, by {n} votes to {n}, after a long debate].",
    "A court in {place} sent {name}[, a {job},] to prison for {n} years[ on {day}].",
    "{place} beat {place} by {n} goals to {n}[ in front of {n} spectators, who sang until late].",
    "The ferry between {place} and {place} runs again from {day}[, since the storm damage has been repaired].",
    "The price of {goods} rose by {n} percent in {month}[, more than in any month before].",
    "{name}[, who was a {job} for {n} years,] will lead the {body} of {place} from {month}.",
    "A {beast} escaped from the zoo of {place} on {day}[, when {name} left a gate open].",
    "[In spite of the {weather} days, ]{n} people walked through {place} on {day}.",
    "The {body} of {place} chose {name}[, a {job},] as its head on {day}[, by {n} votes to {n}].",
]

BACKGROUND = [
    "{name}, a {job}, said that everybody was {feeling}.",
    "“{quote},” said {name}.",
    "“{quote},” a {job} from {place} told reporters.",
    "It was {weather} that day.",
    "{place} has {n} inhabitants and {n} schools.",
    "Many {people} had hoped for this since {month}.",
    "Some {people} were {feeling}, others were {feeling}.",
    "Nobody knows yet how much it will cost.",
    "The {thing} is {n} years old.",
    "There had been much talk about it in the {thing}.",
    "The {people} of {place} are {feeling}.",
    "Most {people} heard of it in the morning.",
]

KEPT_OR_NOT = re.compile(r"\[([^\]]*)\]|([^\[]+)")


class Newsroom:
    """Writes articles from one seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def invented(self):
        return "".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 3))).capitalize()

    def word(self, slot):
        pick = self.random
        if slot == "n":
            return str(pick.choice([pick.randint(2, 9), pick.randint(10, 99), pick.randint(100, 999)]))
        if slot == "place":
            return self.invented() if pick.random() < 0.5 else pick.choice(PLACES)
        if slot == "firm":
            return self.invented() + " " + pick.choice(["Works", "Mills", "Brothers", "Group"])
        if slot == "name":
            last = self.invented() if pick.random() < 0.5 else pick.choice(LAST)
            return pick.choice(FIRST) + " " + last
        return pick.choice(LISTS[slot])

    def sentence(self, template):
        """A sentence and the ranges of it that its summary keeps."""
        text, kept = "", []
        for match in KEPT_OR_NOT.finditer(template):
            part = re.sub(r"\{(\w+)\}", lambda slot: self.word(slot[1]), match[1] or match[2])
            if match[2]:
                kept.append((len(text), len(text) + len(part)))
            text += part
        return text[0].upper() + text[1:], kept

    def article(self, sentences, share=0.45):
        """The text, its summary, and for each letter of the summary the place in the text it stands for."""
        text, summary, places, told = "", "", [], 0
        event_at = self.random.randrange(min(3, sentences)) if self.random.random() < 0.3 else 0
        for i in range(sentences):
            event = i == event_at or (i > event_at and self.random.random() < share)
            written, kept = self.sentence(self.random.choice(EVENTS if event else BACKGROUND))
            text += " " if text else ""
            if event and told < 2:
                told += 1
                if summary:
                    summary, places = summary + " ", places + [len(text) - 1]
                start = len(summary)
                for a, b in kept:
                    summary += written[a:b]
                    places += range(len(text) + a, len(text) + b)
                summary = summary[:start] + summary[start].upper() + summary[start + 1:]
            text += written
        return text, summary, places


if __name__ == "__main__":
    import sys
    newsroom = Newsroom(int(sys.argv[1]))
    text, summary, _ = newsroom.article(int(sys.argv[2]))
    print(text, "\n", summary, sep="\n")
