package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Severity;
import org.dragoman.text.Span;

/** Tells by all rules what an article makes of a claim. For one thread. */
final class Judge {
    /** Below it nearly all of a claim stands in one place of the article. */
    private static final double SUPPORTED = 0.4;

    /** No sentence that people write is longer; rules see its beginning alone. */
    private static final int MOST_WORDS = 300;

    private final List<Rule> rules;
    private final Source source;
    private final Lexicon lexicon;
    private final LanguageTag language;
    private final Reader reader;

    Judge(List<Rule> rules, Source source, Lexicon lexicon, LanguageTag language) {
        this.rules = rules;
        this.source = source;
        this.lexicon = lexicon;
        this.language = language;
        this.reader = new Reader(lexicon);
    }

    Judgement of(Claim claim) {
        String text = claim.text();
        List<Word> words = reader.words(text, new Span(0, text.length()));
        if (words.isEmpty()) {
            return new Judgement(List.of(), 0, Verdict.SUPPORTED);
        }
        Line line = Line.of(0, words.subList(0, Math.min(words.size(), MOST_WORDS)));
        Match match = new Match(text, line, Facts.of(text, language), source, lexicon);
        List<Finding> findings = new ArrayList<>();
        rules.forEach(rule -> findings.addAll(rule.check(match)));
        double risk = Risk.of(match, findings, claim.likeness());
        return new Judgement(findings, risk, verdict(findings, risk));
    }

    private static Verdict verdict(List<Finding> findings, double risk) {
        if (findings.stream().anyMatch(f -> f.severity() == Severity.SEVERE)) {
            return Verdict.UNSUPPORTED;
        }
        return risk < SUPPORTED ? Verdict.SUPPORTED : Verdict.UNCLEAR;
    }
}
