package org.dragoman.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceSplitterTest {
    private final SentenceSplitter splitter = new SentenceSplitter();

    /** Cases of {@code /text/sentences-<language>.txt}: a bar stands where a sentence ends. */
    static Stream<Arguments> cases() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        for (String language : new TreeSet<>(Lexicons.LANGUAGES)) {
            String name = "/text/sentences-" + language + ".txt";
            try (InputStream in = SentenceSplitterTest.class.getResourceAsStream(name)) {
                byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
                new String(bytes, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .forEach(line -> cases.add(Arguments.of(language, line)));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void sentencesEndWhereAReaderEndsThem(String language, String marked) {
        String lines = marked.replace("\\n", "\n");
        List<String> expected = Arrays.stream(lines.split("\\|")).map(String::strip).toList();
        String text = lines.replace("|", "");

        assertThat(sentences(text, language)).isEqualTo(expected);
    }

    @Test
    void blankTextHasNoSentences() {
        assertThat(splitter.split("", LanguageTag.ENGLISH)).isEmpty();
        assertThat(splitter.split(" \n\u00A0\u200B\r\n\uFEFF ", LanguageTag.ENGLISH)).isEmpty();
    }

    @Test
    void aLongTextWithoutAnEndIsOneSentence() {
        String words = "word ".repeat(40_000).strip();

        assertThat(splitter.split(words, LanguageTag.ENGLISH))
                .containsExactly(new Span(0, words.length()));
    }

    @Test
    void manyMarksOfAnyKindAreSplitToTheEnd() {
        for (String unit : List.of(".", ". ", "a. ", "A. ", "ab.Cd", "\n", ".\n", "”. ", "1. ")) {
            String text = "x" + unit.repeat(200_000 / unit.length()) + "y";

            List<Span> sentences = splitter.split(text, LanguageTag.ENGLISH);

            assertThat(sentences.get(0).start()).isZero();
            assertThat(sentences.get(sentences.size() - 1).end()).isEqualTo(text.length());
        }
    }

    private List<String> sentences(String text, String language) {
        return splitter.split(text, new LanguageTag(language)).stream()
                .map(span -> span.in(text))
                .toList();
    }
}
