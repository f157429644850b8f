package org.dragoman.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One line in a plain article: of prose that looks like clutter, or of clutter. */
class ClutterLinesTest {
    private static final Path FOLDER = Path.of("src/test/resources/articles/lines");
    private static final String HEADLINE = "Villages fight over the last bus";
    private static final String FIRST =
            "The council of Castrel met on Monday to talk about the bus until midnight.";
    private static final String LAST =
            "Nothing was decided, and the driver went home on foot through the snow.";

    private final ArticleReader reader = new ArticleReader();

    static List<String> kept() throws IOException {
        return Files.readAllLines(FOLDER.resolve("kept.txt"));
    }

    static List<String> dropped() throws IOException {
        return Files.readAllLines(FOLDER.resolve("dropped.txt"));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aLineOfTheArticleStaysWhereverItStands(String line) {
        for (String input : inputs(line)) {
            Article article = reader.read(input);

            assertThat(article.dropped()).as(input).isEmpty();
        }
    }

    /** The reason, a space, the line. */
    @ParameterizedTest
    @MethodSource("dropped")
    void aLineOfClutterGoesWithItsReasonWhereverItStands(String reasonAndLine) {
        int space = reasonAndLine.indexOf(' ');
        String line = reasonAndLine.substring(space + 1);
        for (String input : inputs(line)) {
            Article article = reader.read(input);

            assertThat(article.dropped()).as(input).hasSize(1);
            Article.Dropped dropped = article.dropped().get(0);
            assertThat(dropped.text()).isEqualTo(line);
            assertThat(dropped.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .isEqualTo(reasonAndLine.substring(0, space));
            assertThat(article.paragraphs()).hasSize(2);
        }
    }

    private static List<String> inputs(String line) {
        return List.of(
                String.join("\n\n", HEADLINE, FIRST, line, LAST),
                String.join("\n\n", HEADLINE, line, FIRST, LAST),
                String.join("\n\n", HEADLINE, FIRST, LAST, line),
                String.join("\n", HEADLINE, FIRST, line, LAST),
                String.join("\n", HEADLINE, line, FIRST, LAST),
                String.join("\n", HEADLINE, FIRST, LAST, line));
    }
}
