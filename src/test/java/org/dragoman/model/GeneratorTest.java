package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dragoman.model.ModelFile.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code models/generate.py} on a made-up checkout, registry and list of facts. */
class GeneratorTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final Path SOURCES = Path.of("src/test/resources/generator");

    @TempDir Path temporary;

    @Test
    void aCheckoutGivesWhatItsPointersAndItsMetadataState() throws Exception {
        String students = generate("checkout", SOURCES.resolve("checkout"), "--commit", COMMIT);

        assertThat(students).isEqualTo(Files.readString(SOURCES.resolve("from-checkout.json")));
        ModelCard bokmal = cards(students).get(0);
        assertThat(bokmal.file(Role.WEIGHTS).packed()).isEqualTo(new Checksum(sum(1), 101));
        assertThat(bokmal.file(Role.WEIGHTS).content()).isEqualTo(new Checksum(sum(11), 1001));
        assertThat(bokmal.file(Role.VOCABULARY).content()).isNull();
        assertThat(bokmal.upstream().published()).isEqualTo(new Upstream.Published(31.5, 0.8125));
    }

    @Test
    void aRegistryGivesReleasedModelsAndNoChecksumThatItDoesNotState() throws Exception {
        String students = generate("registry", SOURCES.resolve("registry.json"));

        assertThat(students).isEqualTo(Files.readString(SOURCES.resolve("from-registry.json")));
        List<ModelCard> cards = cards(students);
        assertThat(cards)
                .extracting(ModelCard::name)
                .containsExactly("firefox-de-en-tiny", "firefox-en-zh-hant-base-memory");
        assertThat(cards.get(0).files()).noneMatch(ModelFile::pinned);
        assertThat(cards.get(0).revision()).isEmpty();
        assertThat(cards.get(1).files()).allMatch(file -> file.packed() == null);
        assertThat(cards.get(1).revision()).isEqualTo("sha256:" + sum(21));
    }

    @Test
    void aRegistrysFilesMayBeFetchedElsewhereAndTestsOfThePublisherAreThereWhenAskedFor()
            throws Exception {
        String base = "http://localhost/mirror";
        String students =
                generate(
                        "registry",
                        SOURCES.resolve("registry.json"),
                        "--unreleased",
                        "--base-url",
                        base);

        assertThat(cards(students))
                .hasSize(3)
                .allSatisfy(card -> assertThat(card.source()).asString().contains(base + "/"));
    }

    @Test
    void factsGiveTheSameFormAndCanBeNamedByAnotherBase() throws Exception {
        String students = generate("facts", SOURCES.resolve("facts.json"));

        assertThat(students).isEqualTo(Files.readString(SOURCES.resolve("from-facts.json")));
        assertThat(cards(students).get(0).upstream().published())
                .isEqualTo(new Upstream.Published(30.0, null));
    }

    @Test
    void theCommittedStudentsAreInTheGeneratorsForm() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("models/students.json"));

        assertThat(lines).hasSize(139);
        assertThat(lines.subList(1, 138))
                .allMatch(line -> line.startsWith("{\"name\": \"firefox-"));
    }

    private String generate(String source, Path from, String... more) throws Exception {
        Path output = temporary.resolve("students.json");
        List<String> command =
                new ArrayList<>(
                        List.of("python3", "models/generate.py", source, from.toString(), "-o"));
        command.add(output.toString());
        command.addAll(List.of(more));
        Path told = temporary.resolve("told");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(told.toFile())
                        .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(told)).isZero();
        return Files.readString(output);
    }

    private static List<ModelCard> cards(String students) throws IOException {
        return Catalogue.read(new ByteArrayInputStream(students.getBytes(StandardCharsets.UTF_8)))
                .cards();
    }

    private static String sum(int number) {
        return String.format("%064d", number);
    }
}
