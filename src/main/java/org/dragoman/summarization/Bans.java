package org.dragoman.summarization;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dragoman.model.Tokenizer;
import org.dragoman.model.Tokens;
import org.dragoman.text.Finding;

/** What a model may not write when it is asked again: the words it was refused for. */
final class Bans {
    private static final int MOST = 32;

    private Bans() {}

    /** Their ids, at the beginning of a text and after a space. */
    static List<List<Integer>> of(List<Guarding.Sentence> refused, Tokenizer tokenizer) {
        return refused.stream()
                .flatMap(Bans::words)
                .distinct()
                .flatMap(word -> Stream.of(word, " " + word))
                .map(word -> ids(word, tokenizer))
                .filter(ids -> !ids.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Stream<String> words(Guarding.Sentence sentence) {
        return sentence.findings().stream()
                .filter(found -> found.severity() == Finding.Severity.SEVERE)
                .filter(found -> found.target() != null)
                .map(found -> Objects.requireNonNull(found.target()).in(sentence.text()).strip())
                .filter(word -> tells(word) && word.length() < sentence.text().length());
    }

    private static boolean tells(String word) {
        return word.length() > 1 || (!word.isEmpty() && Character.isDigit(word.charAt(0)));
    }

    private static List<Integer> ids(String word, Tokenizer tokenizer) {
        Tokens tokens = tokenizer.encode(word, Tokenizer.Direction.TARGET);
        List<Integer> ids = new ArrayList<>();
        IntStream.range(0, tokens.length())
                .filter(i -> tokens.spans().get(i) != null)
                .forEach(i -> ids.add(tokens.ids()[i]));
        return ids;
    }
}
