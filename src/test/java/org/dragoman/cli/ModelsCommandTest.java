package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Catalogue;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelFile;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelSource;
import org.dragoman.model.ModelStore;
import org.dragoman.model.Precision;
import org.dragoman.model.Precisions;
import org.dragoman.model.Upstream;
import org.dragoman.model.Uses;
import org.dragoman.web.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelsCommandTest {
    private static final String SHA256_OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path temporary;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private CommandLine line;

    @BeforeEach
    void aStoreWithOneModelInItsSource() throws IOException {
        Path source = Files.createDirectories(temporary.resolve("source"));
        Files.writeString(source.resolve("weights.bin"), "abc");
        ModelStore store =
                new ModelStore(
                        new Catalogue(List.of(card(source))), models(), false, "no-such-python");
        ObjectMapper mapper = new ObjectMapper();
        new Json().customize(mapper);
        ModelPool pool =
                new ModelPool(
                        store, List.of(), Precisions.of(Precision.INT8), 1 << 20, Duration.ZERO);
        line = ModelsLine.of(store, pool, mapper, out, err);
    }

    @Test
    void theListShowsWhatIsOnDisk() {
        assertThat(line.execute("list")).isZero();
        assertThat(out.toString())
                .containsPattern(
                        "(?m)^tiny +en → de +available +int8 +- +0.0 MB +- +- +1234567 +MIT$");

        assertThat(line.execute("add")).isZero();
        assertThat(line.execute("list")).isZero();
        assertThat(out.toString()).containsPattern("(?m)^tiny +en → de +ready ");
    }

    @Test
    void theListInJsonIsTheAnswerOfHttp() throws IOException {
        assertThat(line.execute("list", "--json")).isZero();

        JsonNode model = new ObjectMapper().readTree(out.toString()).at("/models/0");
        assertThat(model.path("name").asText()).isEqualTo("tiny");
        assertThat(model.path("state").asText()).isEqualTo("available");
        assertThat(model.at("/languages/to/0").asText()).isEqualTo("de");
    }

    @Test
    void aSoundModelVerifies() {
        assertThat(line.execute("add", "tiny")).isZero();
        assertThat(taken()).isEqualTo("tiny\n");

        assertThat(line.execute("verify")).isZero();
        assertThat(out.toString()).isEqualTo("tiny  sound\n");
    }

    @Test
    void aDamagedModelFailsByTheNameOfItsFile() throws IOException {
        line.execute("add");
        taken();
        Files.writeString(models().resolve("tiny/weights.bin"), "abd");

        assertThat(line.execute("verify")).isEqualTo(1);
        assertThat(out.toString()).startsWith("tiny  damaged\n    weights.bin does not have");
        assertThat(line.execute("list")).isZero();
        assertThat(out.toString()).contains("failed");
    }

    @Test
    void verifyingInJsonNamesTheProblems() throws IOException {
        line.execute("add");
        taken();
        Files.delete(models().resolve("tiny/weights.bin"));

        assertThat(line.execute("verify", "--json", "tiny")).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(out.toString()).at("/models/0/problems/0").asText())
                .isEqualTo("weights.bin is missing");
    }

    @Test
    void aNamedModelThatIsMissingFailsAndNothingInstalledDoesNot() {
        assertThat(line.execute("verify")).isZero();
        assertThat(line.execute("verify", "tiny")).isEqualTo(1);
        assertThat(out.toString()).isEqualTo("tiny  not installed\n");
    }

    @Test
    void withoutASubcommandTheUsageIsShown() {
        assertThat(line.execute()).isEqualTo(2);
        assertThat(err.toString())
                .contains("list, add, bundle, verify, update or remove")
                .contains("Usage:");
    }

    /** What was printed until now. */
    private String taken() {
        String text = out.toString();
        out.getBuffer().setLength(0);
        return text;
    }

    private Path models() {
        return temporary.resolve("models");
    }

    private static ModelCard card(Path source) {
        return new ModelCard(
                "tiny",
                "tiny",
                Uses.translating(Set.of(new LanguageTag("en")), Set.of(new LanguageTag("de"))),
                List.of(new ModelFile(ModelFile.Role.WEIGHTS, "weights.bin", "", SHA256_OF_ABC, 3)),
                new ModelSource.Folder(source),
                new Upstream("https://example.org/tiny", "1234567", "MIT", null),
                null,
                true);
    }
}
