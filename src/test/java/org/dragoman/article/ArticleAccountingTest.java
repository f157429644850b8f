package org.dragoman.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every input, however it was put together. */
class ArticleAccountingTest {
    private static final Path FOLDER = Path.of("src/test/resources/articles");
    private static final int CASES = Integer.getInteger("dragoman.cases", 500);
    private static final int LONGEST_INPUT = 200_000;
    private static final List<String> BREAKS =
            List.of(
                    "\n",
                    "\n\n",
                    "\r\n",
                    "\r\n\r\n",
                    "\r",
                    "\u2028",
                    "\u2029",
                    "\u0085",
                    "\n\u00a0\n");
    private static final List<String> ODD =
            List.of(
                    "👩‍👩‍👧 ",
                    "e\u0301",
                    "\u200b",
                    "\u200f",
                    "אבג ",
                    "\u00a0",
                    "\ufeff",
                    " . ",
                    " | ",
                    " – ",
                    "(",
                    ")",
                    ":",
                    "“",
                    "©",
                    "\ud83d",
                    "1",
                    "\t");

    private final ArticleReader reader = new ArticleReader();

    @Test
    void everyCharacterOfAnyMixtureOfLinesIsAccountedFor() throws IOException {
        Random random = new Random(20310503L);
        List<String> lines = lines();
        int articles = 0;
        for (int i = 0; i < CASES; i++) {
            articles += read(mixture(random, lines)) ? 1 : 0;
        }
        assertThat(articles).isGreaterThan(CASES / 2);
    }

    private boolean read(String input) {
        try {
            Accounting.check(input, reader.read(input));
            return true;
        } catch (DragomanException refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.NO_ARTICLE);
            return false;
        }
    }

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.addAll(Files.readAllLines(FOLDER.resolve("lines/kept.txt")));
        for (String line : Files.readAllLines(FOLDER.resolve("lines/dropped.txt"))) {
            lines.add(line.substring(line.indexOf(' ') + 1));
        }
        for (String sample : ArticleSampleTest.samples()) {
            lines.addAll(Files.readAllLines(FOLDER.resolve(sample + ".txt")));
        }
        return lines;
    }

    private static String mixture(Random random, List<String> lines) {
        StringBuilder input = new StringBuilder();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            StringBuilder line = new StringBuilder(lines.get(random.nextInt(lines.size())));
            for (int odd = random.nextInt(3); odd > 0; odd--) {
                line.insert(random.nextInt(line.length() + 1), ODD.get(random.nextInt(ODD.size())));
            }
            input.append(line).append(BREAKS.get(random.nextInt(BREAKS.size())));
        }
        return input.toString();
    }

    @ParameterizedTest
    @MethodSource("org.dragoman.article.ArticleSampleTest#samples")
    void theTextOfAnArticleHoldsNoMoreClutter(String sample) throws IOException {
        Article article = reader.read(Files.readString(FOLDER.resolve(sample + ".txt")));

        assertThat(reader.read(article.text()).dropped()).isEmpty();
    }

    /** Each would keep a rule that tries all ways to read a line busy for hours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n",
                "By Ana Reis\n",
                "Home\n",
                "Related stories\n\n",
                "(",
                "\"(",
                "(Photo: ",
                "|",
                ". ",
                " . ",
                "A . ",
                "! ",
                "  \t",
                "By . ",
                "PUBLISHED: 1 . ",
                "3 May 2031\n",
                "a | b\n",
                "a\n\n",
                "Storm hits coast – A – B – C\n",
                "we use ",
                "\u200b",
                "Aaaa: Bb cc dd ee ff gg .",
                "Is it?\n",
                "A b c d e f g h.\nRelated\n\nX y z\n\n"
            })
    void theLongestInputIsReadHoweverItRepeats(String unit) {
        String body = unit.repeat(LONGEST_INPUT / unit.length());

        assertThat(read("Zz " + body + " end.")).isTrue();
    }
}
