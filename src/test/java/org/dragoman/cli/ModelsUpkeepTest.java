package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code dragoman models list, remove, update} and {@code bundle}. */
class ModelsUpkeepTest {
    @TempDir Path temporary;
    private PairsCatalogue pairs;
    private StringWriter out;
    private StringWriter err;
    private CommandLine line;

    @BeforeEach
    void aCatalogueOfPairs() throws IOException {
        pairs = new PairsCatalogue(temporary);
        out = pairs.out;
        err = pairs.err;
        line = pairs.line("here", 1 << 20);
    }

    @Test
    void theListHoldsWhatIsOnDiskUnlessMoreIsAskedFor() throws IOException {
        line.execute("add", "en-de");
        PairsCatalogue.taken(out);

        assertThat(line.execute("list")).isZero();
        assertThat(PairsCatalogue.taken(out))
                .contains("m-en-de-base")
                .doesNotContain("m-en-tr-base");
        assertThat(PairsCatalogue.taken(err))
                .isEqualTo("9 models are known: --all, --from and --to list more.\n");
        assertThat(line.execute("list", "--all")).isZero();
        assertThat(PairsCatalogue.taken(out).lines()).hasSize(10);
        assertThat(line.execute("list", "--to", "tr-TR")).isZero();
        assertThat(PairsCatalogue.taken(out).lines())
                .hasSize(3)
                .anyMatch(
                        row ->
                                row.matches(
                                        "m-en-tr-base +en → tr +available +int8 +base +0.0 MB"
                                                + " +30.0 +0.9000 +1234567 +MPL-2.0"));
        assertThat(line.execute("list", "--from", "vi", "--json")).isZero();
        JsonNode models = new ObjectMapper().readTree(PairsCatalogue.taken(out)).path("models");
        assertThat(models).hasSize(1);
        assertThat(models.get(0).path("variant").asText()).isEqualTo("tiny");
        assertThat(models.get(0).path("task").asText()).isEqualTo("translation");
        assertThat(PairsCatalogue.taken(err)).isEmpty();
    }

    @Test
    void modelsAreRemovedByNameAndByPairAndASlipRemovesNothing() {
        line.execute("add", "en-de", "m-en-de-tiny", "en-tr");
        PairsCatalogue.taken(out);

        assertThat(line.execute("remove", "m-en-tr-base", "m-en-tr-tiny")).isEqualTo(1);
        assertThat(PairsCatalogue.taken(err))
                .isEqualTo("dragoman: Nothing of m-en-tr-tiny is installed\n");
        assertThat(line.execute("remove", "en-de")).isZero();
        assertThat(PairsCatalogue.taken(out).lines())
                .containsExactlyInAnyOrder("m-en-de-base", "m-en-de-tiny");
        assertThat(pairs.installed("here")).containsExactly("m-en-tr-base");
        assertThat(line.execute("remove")).isEqualTo(2);
        assertThat(line.execute("remove", "none")).isEqualTo(1);
    }

    @Test
    void nothingIsUpdatedThatIsAsTheCatalogueSays() {
        line.execute("add", "en-de");
        PairsCatalogue.taken(out);

        assertThat(line.execute("update")).isZero();

        assertThat(PairsCatalogue.taken(out)).isEqualTo("m-en-de-base  up to date\n");
    }

    @Test
    void anotherRevisionOfTheCatalogueIsInstalledOverTheOld() {
        line.execute("add", "en-de");
        PairsCatalogue.taken(out);
        pairs.cards.replaceAll(
                card -> card.name().equals("m-en-de-base") ? PairsCatalogue.revised(card) : card);
        CommandLine newer = pairs.line("here", 1 << 20);

        assertThat(newer.execute("update", "en-de", "--dry-run")).isZero();
        assertThat(PairsCatalogue.taken(out))
                .isEqualTo("m-en-de-base  1234567 → another revision\n");
        assertThat(newer.execute("update", "m-en-de-base")).isZero();
        assertThat(PairsCatalogue.taken(out)).isEqualTo("m-en-de-base  1234567 → 7654321\n");
        assertThat(newer.execute("update")).isZero();
        assertThat(PairsCatalogue.taken(out)).isEqualTo("m-en-de-base  up to date\n");
    }

    @Test
    void aBundleCarriesModelsToAMachineThatHasNothing() throws IOException {
        Path bundle = temporary.resolve("bundle.tar");

        assertThat(line.execute("bundle", "--to", "tr", "m-en-de-tiny", "-o", bundle.toString()))
                .as(err.toString())
                .isZero();
        assertThat(PairsCatalogue.taken(out))
                .isEqualTo("m-en-de-tiny\nm-en-tr-base\nm-tr-en-base\n");
        assertThat(pairs.installed("here")).hasSize(3);
        Files.delete(temporary.resolve("source/small"));
        Files.delete(temporary.resolve("source/large"));
        CommandLine there = pairs.line("there", 1 << 20);
        assertThat(there.execute("add", bundle.toString())).as(err.toString()).isZero();
        assertThat(PairsCatalogue.taken(out))
                .isEqualTo("m-en-de-tiny\nm-en-tr-base\nm-tr-en-base\n");
        assertThat(there.execute("verify")).isZero();
        assertThat(PairsCatalogue.taken(out).lines())
                .hasSize(3)
                .allMatch(found -> found.endsWith("  sound"));
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void aDamagedBundleIsRefusedAndABundleNeedsAPlace() throws IOException {
        Path bundle = temporary.resolve("bundle.tar");
        line.execute("bundle", "en-de", "-o", bundle.toString());
        byte[] whole = Files.readAllBytes(bundle);
        Files.write(bundle, java.util.Arrays.copyOf(whole, 3000));

        assertThat(pairs.line("there", 1 << 20).execute("add", bundle.toString())).isEqualTo(1);
        assertThat(PairsCatalogue.taken(err)).startsWith("dragoman: The bundle cannot be used: ");
        assertThat(pairs.installed("there")).isEmpty();
        assertThat(line.execute("bundle", "en-de")).isEqualTo(2);
        assertThat(line.execute("bundle", "en-de", "-o", temporary.resolve("no/b").toString()))
                .isEqualTo(1);
    }
}
