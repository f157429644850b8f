package org.dragoman.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples under {@code articles}, each with what must be found in it and nothing else. */
class ArticleSampleTest {
    private static final Path FOLDER = Path.of("src/test/resources/articles");
    private static final String EXPECTED = ".expected.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArticleReader reader = new ArticleReader();

    static List<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(EXPECTED))
                    .map(name -> name.substring(0, name.length() - EXPECTED.length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleLosesItsClutterAndNothingElse(String name) throws IOException {
        String input = Files.readString(FOLDER.resolve(name + ".txt"));
        JsonNode expected = JSON.readTree(FOLDER.resolve(name + EXPECTED).toFile());

        Article article = reader.read(input);

        assertThat(dropped(article)).isEqualTo(dropped(expected));
        assertThat(text(article.headline())).isEqualTo(text(expected, "headline"));
        assertThat(text(article.byline())).isEqualTo(text(expected, "byline"));
        assertThat(text(article.dateline())).isEqualTo(text(expected, "dateline"));
        assertThat(article.paragraphs()).hasSize(expected.get("paragraphs").asInt());
        Accounting.check(input, article);
    }

    private static List<String> dropped(Article article) {
        return article.dropped().stream()
                .map(each -> wireForm(each.reason()) + " " + each.text())
                .toList();
    }

    private static String wireForm(Article.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> dropped(JsonNode expected) {
        List<String> lines = new ArrayList<>();
        expected.get("dropped")
                .forEach(each -> lines.add(each.get(0).asText() + " " + each.get(1).asText()));
        return lines;
    }

    private static String text(Article.@Nullable Part part) {
        return part == null ? "" : part.text();
    }

    private static String text(JsonNode expected, String field) {
        return expected.path(field).asText("");
    }
}
