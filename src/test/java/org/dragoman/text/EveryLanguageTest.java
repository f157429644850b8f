package org.dragoman.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.Test;

/** What holds of texts in every language of the catalogue, made of its words and what it lists. */
class EveryLanguageTest {
    private static final int CASES = Integer.getInteger("dragoman.cases", 500);
    private static final List<String> LANGUAGES = List.copyOf(new TreeSet<>(Lexicons.LANGUAGES));
    private static final List<String> NUMBERS =
            List.of(
                    "1.234.567,89",
                    "1 234 567",
                    "1,234.5",
                    "10.30",
                    "3.5",
                    "192.168.0.1",
                    "12:30.5");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern LISTED = Pattern.compile("[\\p{L}\\p{M}.]+");

    private final SentenceSplitter sentences = new SentenceSplitter();
    private final ClauseSplitter clauses = new ClauseSplitter();
    private final Lexicons lexicons = new Lexicons();
    private final Map<String, List<String>> words = new HashMap<>();

    @Test
    void everyLanguageHasALexiconAndASampleOfItsSentences() {
        for (String language : LANGUAGES) {
            assertThat(Lexicon.read(language).isEmpty()).as(language).isFalse();
            assertThat(words(language)).as(language).hasSizeGreaterThan(20);
        }
        assertThat(lexicons.of(new LanguageTag("no")))
                .isSameAs(lexicons.of(new LanguageTag("nb-NO")));
        assertThat(lexicons.of(new LanguageTag("zh-TW")))
                .isSameAs(lexicons.of(new LanguageTag("zh")));
        assertThat(lexicons.of(new LanguageTag("pt-BR")))
                .isSameAs(lexicons.of(new LanguageTag("pt")));
        assertThat(lexicons.of(new LanguageTag("sr-Latn")))
                .isNotSameAs(lexicons.of(new LanguageTag("sr")));
        assertThat(lexicons.of(new LanguageTag("eu"))).isSameAs(Lexicon.NONE);
    }

    @Test
    void noSentenceEndsWithinANumberOrAfterAListedAbbreviation() {
        Random random = new Random(13);
        for (int i = 0; i < CASES; i++) {
            String language = LANGUAGES.get(i % LANGUAGES.size());
            Composed composed = compose(language, random, true);

            for (Span sentence : sentences.split(composed.text(), new LanguageTag(language))) {
                assertThat(composed.whole())
                        .as("%s: %s", language, composed.text())
                        .noneMatch(unit -> inside(unit, sentence.end()));
            }
        }
    }

    @Test
    void sentencesAndTheWhiteSpaceBetweenThemAreTheText() {
        Random random = new Random(17);
        for (int i = 0; i < CASES; i++) {
            String language = LANGUAGES.get(i % LANGUAGES.size());
            String text = compose(language, random, true).text();
            int last = 0;
            for (Span sentence : sentences.split(text, new LanguageTag(language))) {
                assertThat(WhiteSpace.skip(text, last, text.length())).isEqualTo(sentence.start());
                last = sentence.end();
            }
            assertThat(WhiteSpace.skip(text, last, text.length())).isEqualTo(text.length());
        }
    }

    @Test
    void noPieceIsOverTheLimitNorCutWithinANumberOrAfterAnAbbreviation() {
        Random random = new Random(19);
        for (int i = 0; i < CASES; i++) {
            String language = LANGUAGES.get(i % LANGUAGES.size());
            Composed composed = compose(language, random, false);
            String text = composed.text();
            int limit = 50 + random.nextInt(30);
            Span all = new Span(0, text.length());

            List<Span> pieces =
                    clauses.split(
                            text, all, new LanguageTag(language), span -> span.length() <= limit);

            int last = 0;
            for (Span piece : pieces) {
                assertThat(piece.start()).isEqualTo(last);
                assertThat(piece.length()).as(text).isBetween(1, limit);
                last = piece.end();
                int cut = WhiteSpace.skipBack(text, piece.start(), piece.end());
                assertThat(composed.whole())
                        .as("%s: %s", language, piece.in(text))
                        .noneMatch(unit -> inside(unit, cut));
            }
            assertThat(last).isEqualTo(text.length());
        }
    }

    @Test
    void aLongTextIsAskedForAFewTimesItsLengthOnly() {
        for (String language : LANGUAGES) {
            String unit = String.join(language.equals("zh") ? "" : " ", words(language));
            String text = unit.repeat(1 + 20_000 / unit.length());
            long[] asked = new long[1];

            clauses.split(
                    text,
                    new Span(0, text.length()),
                    new LanguageTag(language),
                    span -> {
                        asked[0] += span.length();
                        return span.length() <= 200;
                    });

            double levels = Math.log(text.length() / 200.0) / Math.log(2);
            assertThat(asked[0]).as(language).isLessThan((long) (2.5 * levels * text.length()));
        }
    }

    private static boolean inside(Span unit, int end) {
        return end > unit.start() && end < unit.end();
    }

    /**
     * @param whole what must not be cut: a number, or an abbreviation with the word after it
     */
    private record Composed(String text, List<Span> whole) {}

    private Composed compose(String language, Random random, boolean ended) {
        StringBuilder text = new StringBuilder(word(language, random));
        List<Span> whole = new ArrayList<>();
        for (int n = 12 + random.nextInt(20); n > 0; n--) {
            text.append(' ').append(word(language, random)).append(' ');
            int start = text.length();
            String unit = unit(language, random);
            text.append(unit);
            if (!WORD.matcher(unit).matches()) {
                whole.add(new Span(start, start + uncut(unit)));
            }
            if (ended && random.nextInt(4) == 0) {
                text.append(' ').append(word(language, random)).append("! ");
                text.append(word(language, random));
            }
        }
        return new Composed(text.append(' ').append(word(language, random)).toString(), whole);
    }

    /** All of a number; of a word after an abbreviation the beginning. */
    private static int uncut(String unit) {
        return Character.isDigit(unit.charAt(unit.length() - 1))
                ? unit.length()
                : unit.lastIndexOf(' ') + 2;
    }

    private String unit(String language, Random random) {
        Lexicon lexicon = lexicons.of(new LanguageTag(language));
        return switch (random.nextInt(4)) {
            case 0 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case 1 ->
                    listed(lexicon.all(Lexicon.Kind.TITLE), random) + ' ' + word(language, random);
            case 2 -> listed(lexicon.all(Lexicon.Kind.NUMBER), random) + ' ' + random.nextInt(99);
            default -> word(language, random);
        };
    }

    private static String listed(Set<String> words, Random random) {
        List<String> plain =
                words.stream().filter(word -> LISTED.matcher(word).matches()).sorted().toList();
        return plain.isEmpty() ? "12" : plain.get(random.nextInt(plain.size())) + '.';
    }

    private String word(String language, Random random) {
        List<String> own = words(language);
        return own.get(random.nextInt(own.size()));
    }

    /** Words of the language, from the sentences of the other test. */
    private List<String> words(String language) {
        return words.computeIfAbsent(
                language,
                code ->
                        Arrays.stream(sample(code).split("[^\\p{L}\\p{M}]+"))
                                .filter(word -> word.length() > 1)
                                .filter(word -> word.length() < 25)
                                .distinct()
                                .toList());
    }

    private static String sample(String language) {
        String name = "/text/sentences-" + language + ".txt";
        try (InputStream in = EveryLanguageTest.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            String file = new String(bytes, StandardCharsets.UTF_8);
            return file.substring(file.indexOf('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
