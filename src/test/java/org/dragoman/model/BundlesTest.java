package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models as one file: written, read on another machine, and refused where something is wrong. */
class BundlesTest {
    @TempDir Path temporary;
    private ModelCard one;
    private ModelCard two;
    private byte[] bundle;
    private TinyBundles machine;

    @BeforeEach
    void aBundleOfTwoModels() throws IOException {
        TinyBundles tiny = new TinyBundles(temporary);
        one = tiny.one;
        two = tiny.two;
        bundle = tiny.bundle;
        machine = tiny;
    }

    @Test
    void aMachineWithoutTheSourceInstallsWhatIsInTheBundle() throws IOException {
        ModelStore there = TinyModels.store(temporary.resolve("there"), machine.offline(one));

        List<ModelCard> added = new Bundles(there).add(file(bundle), Progress.NONE);

        assertThat(added).extracting(ModelCard::name).containsExactly("one", "two");
        assertThat(there.cards()).extracting(ModelCard::name).containsExactly("one", "two");
        assertThat(there.cards()).allMatch(there::present);
        for (String name : List.of("one", "two")) {
            assertThat(there.verify(name)).isEmpty();
            assertThat(there.installed(name).file(ModelFile.Role.WEIGHTS))
                    .hasBinaryContent(TinyModels.weights(name));
        }
    }

    @Test
    void aModelOfABundleIsADefaultOnlyWhereTheCatalogueSaysSo() throws IOException {
        ModelStore there = TinyModels.store(temporary.resolve("there"), machine.offline(one));

        new Bundles(there).add(file(bundle), Progress.NONE);

        assertThat(there.card("one").preset()).isTrue();
        assertThat(there.card("two").preset()).isFalse();
    }

    @Test
    void theSameModelsGiveTheSameBytesWithoutAnythingOfThisMachine() {
        ModelStore again = TinyModels.store(temporary.resolve("here"), two, one);

        assertThat(TinyBundles.written(again, "one", "two")).isEqualTo(bundle);
        assertThat(new String(bundle, StandardCharsets.ISO_8859_1))
                .startsWith(BundleManifest.NAME)
                .doesNotContain(temporary.toString())
                .doesNotContain(System.getProperty("user.name") + "\0");
    }

    @Test
    void whatIsInstalledSoundlyIsLeftAsItIs() throws IOException {
        ModelStore there = TinyModels.store(temporary.resolve("there"), machine.offline(one));
        Path file = file(bundle);
        new Bundles(there).add(file, Progress.NONE);
        Object before = Files.getAttribute(there.installed("one").directory(), "unix:ino");

        new Bundles(there).add(file, Progress.NONE);

        assertThat(Files.getAttribute(there.installed("one").directory(), "unix:ino"))
                .isEqualTo(before);
    }

    @Test
    void progressIsToldOncePerByteOfEachPass() throws IOException {
        List<Long> told = Collections.synchronizedList(new ArrayList<>());
        ModelStore there = TinyModels.store(temporary.resolve("there"), machine.offline(one));

        new Bundles(there)
                .add(
                        file(bundle),
                        (model, done, total) -> {
                            if (model.equals("one")) {
                                assertThat(total).isEqualTo(2 * one.bytes());
                                told.add(done);
                            }
                        });

        assertThat(told).isSorted().last().isEqualTo(2 * one.bytes());
    }

    @Test
    void aFileThatIsNoBundleIsNotTakenForOne() throws IOException {
        assertThat(Bundles.recognises(file(bundle))).isTrue();
        assertThat(Bundles.recognises(file("other".getBytes(StandardCharsets.UTF_8)))).isFalse();
        assertThat(Bundles.recognises(temporary)).isFalse();
        assertThat(Bundles.recognises(temporary.resolve("none"))).isFalse();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(temporary.resolve("bundle.tar"), content);
    }
}
