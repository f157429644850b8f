package org.dragoman.quality.segment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;
import org.dragoman.text.Span;

/** Sentences run together without a space, left out, or said twice. */
final class SentencesKept implements Rule {
    private static final Pattern CASED =
            Pattern.compile("[.!?…]{1,3}[\"”’»)]{0,2}(?=\\p{Lu}\\p{L}|\\p{Lu} )");
    private static final Pattern UNCASED =
            Pattern.compile("[.!?؟।۔]{1,3}[\"”’»)]{0,2}(?=\\p{Lo}{2})");

    /** So much of the usual length is left when a sentence is missing. */
    private static final double SHORTENED = 0.72;

    /** Shorter ones are the number of an item. */
    private static final int SHORTEST_REPEATED = 2;

    @Override
    public List<Finding> check(Side source, Side target) {
        List<Finding> findings = new ArrayList<>(joined(source, target));
        findings.addAll(repeated(source, target));
        boolean fewer = target.sentences().size() < source.sentences().size();
        if (fewer && findings.isEmpty() && Lengths.ratio(source, target) < SHORTENED) {
            findings.add(
                    new Finding(
                            Kind.SENTENCE_MISSING,
                            Severity.WARNING,
                            source.whole(),
                            target.whole()));
        }
        return findings;
    }

    private static List<Finding> joined(Side source, Side target) {
        if (!target.tongue().writing().spacedSentences()) {
            return List.of();
        }
        Pattern seam = target.tongue().writing().cased() ? CASED : UNCASED;
        List<Span> theirs = seams(source, seam);
        List<Span> own = seams(target, seam);
        return own.size() <= theirs.size()
                ? List.of()
                : own.stream()
                        .map(
                                span ->
                                        new Finding(
                                                Kind.SENTENCES_JOINED,
                                                Severity.WARNING,
                                                null,
                                                span))
                        .toList();
    }

    private static List<Span> seams(Side side, Pattern seam) {
        List<Span> seams = new ArrayList<>();
        Matcher matcher = seam.matcher(side.text());
        while (matcher.find()) {
            if (afterWord(side.text(), matcher.start()) && !side.inLiteral(matcher.start())) {
                seams.add(new Span(matcher.start(), matcher.end()));
            }
        }
        return seams;
    }

    /** Whether two letters stand before {@code at}, no capitals: the end of no abbreviation. */
    private static boolean afterWord(String text, int at) {
        return at > 1 && small(text.charAt(at - 1)) && small(text.charAt(at - 2));
    }

    private static boolean small(char unit) {
        return Character.isLetter(unit) && !Character.isUpperCase(unit);
    }

    private static List<Finding> repeated(Side source, Side target) {
        List<Span> twice = twice(target);
        return twice.size() <= twice(source).size()
                ? List.of()
                : twice.stream()
                        .map(
                                span ->
                                        new Finding(
                                                Kind.SENTENCE_REPEATED,
                                                Severity.WARNING,
                                                null,
                                                span))
                        .toList();
    }

    /** Sentences that were said before in the same text. */
    private static List<Span> twice(Side side) {
        Set<String> said = new HashSet<>();
        List<Span> twice = new ArrayList<>();
        for (Span sentence : side.sentences()) {
            String letters = letters(sentence.in(side.text()));
            if (letters.length() >= SHORTEST_REPEATED && !said.add(letters)) {
                twice.add(sentence);
            }
        }
        return twice.isEmpty() ? halves(side) : twice;
    }

    /** The second half of a text that says the same words twice and has no stop between. */
    private static List<Span> halves(Side side) {
        List<Words.Word> words = side.words();
        int half = words.size() / 2;
        boolean same = half > 0 && words.size() % 2 == 0;
        for (int at = 0; same && at < half; at++) {
            same = words.get(at).form().equals(words.get(at + half).form());
        }
        return same
                ? List.of(new Span(words.get(half).span().start(), side.text().length()))
                : List.of();
    }

    private static String letters(String sentence) {
        StringBuilder letters = new StringBuilder();
        sentence.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
