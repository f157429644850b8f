package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.dragoman.model.GenerationConfig;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SearchOptions.Bans;
import org.dragoman.model.SearchOptions.Beam;
import org.dragoman.model.SearchOptions.Forced;
import org.dragoman.model.SearchOptions.Ids;
import org.dragoman.model.SearchOptions.Lengths;
import org.dragoman.model.SearchOptions.Outputs;
import org.dragoman.model.SearchOptions.Repetition;
import org.dragoman.model.SearchOptions.Stopping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a search is enough to make it again, and nothing else. */
class GenerationOptionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;

    @Test
    void ofPlainGreedySearchNothingIsTold() {
        SearchOptions greedy = SearchOptions.greedy(0, 0);
        assertThat(GenerationOptions.of(greedy)).isEmpty();
        assertThat(GenerationOptions.of(greedy.telling(new Outputs(true, true)))).isEmpty();
    }

    @Test
    void theNamesAreThoseOfTransformersInCamelCase() {
        Lengths lengths = new Lengths(OptionalInt.of(90), OptionalInt.empty(), 0, 12);
        SearchOptions options =
                SearchOptions.greedy(0, 0)
                        .searchedBy(new Beam(4, 1, 0.6, Stopping.WHEN_IMPOSSIBLE))
                        .within(lengths)
                        .banning(new Bans(List.of(List.of(7)), List.of(), List.of()));
        assertThat(GenerationOptions.of(options))
                .isEqualTo(
                        Map.of(
                                "numBeams",
                                4,
                                "lengthPenalty",
                                0.6,
                                "earlyStopping",
                                "never",
                                "maxNewTokens",
                                90,
                                "minLength",
                                12,
                                "badWordsIds",
                                List.of(List.of(7))));
    }

    @Test
    void anySearchIsReadBackFromWhatIsToldOfIt() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < Integer.getInteger("dragoman.cases", 500) / 5; i++) {
            SearchOptions search = search(random);
            assertThat(read(GenerationOptions.of(search))).isEqualTo(search);
        }
    }

    private SearchOptions read(Map<String, Object> told) throws IOException {
        ObjectNode config = JSON.createObjectNode();
        config.put("decoder_start_token_id", 2).put("eos_token_id", 3).put("pad_token_id", 1);
        told.forEach((name, value) -> config.set(snakeCase(name), JSON.valueToTree(value)));
        Files.writeString(folder.resolve("config.json"), "{}");
        Files.writeString(folder.resolve("generation_config.json"), config.toString());
        return GenerationConfig.read(folder).search();
    }

    private static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            snake.append(Character.isUpperCase(letter) ? "_" : "");
            snake.append(Character.toLowerCase(letter));
        }
        return snake.toString();
    }

    private static Beam beam(Random random) {
        int width = 1 + random.nextInt(3);
        return width == 1
                ? Beam.GREEDY
                : new Beam(
                        width,
                        1 + random.nextInt(width),
                        random.nextInt(5) / 2.0,
                        List.of(Stopping.values()).get(random.nextInt(3)));
    }

    private static SearchOptions search(Random random) {
        OptionalInt most = OptionalInt.of(30 + random.nextInt(9));
        Lengths lengths =
                random.nextBoolean()
                        ? new Lengths(most, OptionalInt.empty(), random.nextInt(2) * 4, 0)
                        : new Lengths(OptionalInt.empty(), most, 0, random.nextInt(3));
        return new SearchOptions(
                new Ids(OptionalInt.of(2), List.of(3), 1),
                lengths,
                beam(random),
                new Repetition(
                        1 + random.nextInt(2) / 4.0,
                        1 + random.nextInt(2) / 2.0,
                        random.nextInt(4),
                        random.nextInt(2)),
                new Bans(
                        random.nextBoolean() ? List.of(List.of(4, 5), List.of(9)) : List.of(),
                        ids(random),
                        ids(random)),
                new Forced(id(random), id(random)),
                random.nextBoolean(),
                Outputs.IDS);
    }

    private static List<Integer> ids(Random random) {
        List<Integer> ids = new ArrayList<>();
        random.ints(random.nextInt(3), 0, 90).forEach(ids::add);
        return ids;
    }

    private static OptionalInt id(Random random) {
        return random.nextBoolean() ? OptionalInt.of(random.nextInt(90)) : OptionalInt.empty();
    }
}
