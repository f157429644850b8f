package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code dragoman models add} with pairs and languages. */
class ModelsOfLanguagesTest {
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
    void aPairIsTheBestModelForIt() {
        assertThat(line.execute("add", "en-de")).isZero();

        assertThat(PairsCatalogue.taken(out)).isEqualTo("m-en-de-base\n");
        assertThat(PairsCatalogue.taken(err)).isEmpty();
        assertThat(pairs.installed("here")).containsExactly("m-en-de-base");
    }

    @Test
    void regionsOfAPairFindTheirLanguage() {
        assertThat(line.execute("add", "en-GB-de-AT", "en-tr-TR")).isZero();

        assertThat(PairsCatalogue.taken(out)).isEqualTo("m-en-de-base\nm-en-tr-base\n");
    }

    @Test
    void languagesAreBothWaysAndWhatIsMissingIsTold() {
        assertThat(line.execute("add", "--to", "tr,vi")).isZero();

        assertThat(PairsCatalogue.taken(out))
                .isEqualTo("m-en-tr-base\nm-tr-en-base\nm-vi-en-tiny\n");
        assertThat(PairsCatalogue.taken(err))
                .isEqualTo("There is no model en-vi: vi can be read only\n");
    }

    @Test
    void fromAndToAreTheWayThroughEnglish() {
        assertThat(line.execute("add", "--from", "vi,en", "--to", "de")).isZero();

        assertThat(PairsCatalogue.taken(out)).isEqualTo("m-en-de-base\nm-vi-en-tiny\n");
    }

    @Test
    void aSizeIsTakenWhereThereIsOne() {
        assertThat(line.execute("add", "--to", "de", "--variant", "base")).isZero();

        assertThat(PairsCatalogue.taken(out)).isEqualTo("m-en-de-base\nm-de-en-tiny\n");
        assertThat(PairsCatalogue.taken(err)).isEqualTo("m-de-en-tiny: the pair has no base\n");
        assertThat(line.execute("add", "en-de", "--variant", "tiny")).isZero();
        assertThat(PairsCatalogue.taken(out)).isEqualTo("m-en-de-tiny\n");
        assertThat(line.execute("add", "en-de", "--variant", "huge")).isEqualTo(2);
    }

    @Test
    void smallerOnesAreTakenWhereTheBestDoNotFitTogetherAndToldWhy() {
        // Two out of English and one into it: 6,000 bytes of the best, 5,000 with one smaller.
        CommandLine narrow = pairs.line("here", 5000);

        assertThat(narrow.execute("add", "--to", "tr,de")).isZero();

        assertThat(PairsCatalogue.taken(out))
                .contains("m-en-tr-", "m-tr-en-", "m-en-de-", "m-de-en-tiny");
        assertThat(PairsCatalogue.taken(err)).contains(" instead of ").doesNotContain("One digest");
    }

    @Test
    void whatNeverFitsIsInstalledWithAWarning() {
        CommandLine tooNarrow = pairs.line("here", 500);

        assertThat(tooNarrow.execute("add", "en-de")).isZero();

        assertThat(PairsCatalogue.taken(out)).isEqualTo("m-en-de-tiny\n");
        assertThat(PairsCatalogue.taken(err))
                .contains("dragoman.models.memory allows 1 MiB: raise it");
    }

    @Test
    void anUnknownPairSaysWhatThereIs() {
        assertThat(line.execute("add", "de-tr")).isEqualTo(1);
        assertThat(PairsCatalogue.taken(err))
                .isEqualTo(
                        "dragoman: There is no model de-tr. Through English: dragoman models add"
                                + " de-en en-tr\n");
        assertThat(line.execute("add", "de-vi")).isEqualTo(1);
        assertThat(PairsCatalogue.taken(err)).contains("None writes vi.").contains("From de: en.");
        assertThat(line.execute("add", "--to", "xx")).isEqualTo(1);
        assertThat(PairsCatalogue.taken(err))
                .contains("None writes xx.")
                .contains("From en: de, tr.");
        assertThat(line.execute("add", "nothing like that")).isEqualTo(1);
        assertThat(PairsCatalogue.taken(err)).contains("models list --all");
        assertThat(line.execute("add", "someone/something")).isEqualTo(1);
        assertThat(PairsCatalogue.taken(err)).contains("dragoman.models.fetch is off");
        assertThat(pairs.installed("here")).isEmpty();
    }

    @Test
    void aNonCommercialLicenceIsToldAndNeverChosenForAPair() {
        assertThat(line.execute("add", "en-is")).isEqualTo(1);
        PairsCatalogue.taken(err);
        assertThat(line.execute("add", "m-en-is-tiny")).isZero();
        assertThat(PairsCatalogue.taken(err))
                .isEqualTo("m-en-is-tiny: its licence CC-BY-NC-4.0 is non-commercial\n");
        line.execute("list");
        assertThat(PairsCatalogue.taken(out)).contains("CC-BY-NC-4.0 (non-commercial)");
    }

    @Test
    void aDryRunInstallsNothing() {
        line.execute("add", "m-en-tr-tiny");
        PairsCatalogue.taken(out);

        assertThat(line.execute("add", "m-en-tr-tiny", "en-de", "--dry-run")).isZero();

        assertThat(PairsCatalogue.taken(out))
                .isEqualTo("m-en-tr-tiny  installed\nm-en-de-base  0.0 MB\n");
        assertThat(pairs.installed("here")).containsExactly("m-en-tr-tiny");
    }

    @Test
    void whatIsSaidOfAFolderCannotBeSaidOfAPair() {
        assertThat(line.execute("add", "en-de", "--name", "x")).isEqualTo(2);
        assertThat(line.execute("add", temporary.toString(), "en-de", "--to", "de")).isEqualTo(2);
        assertThat(PairsCatalogue.taken(err)).contains("for one folder");
    }
}
