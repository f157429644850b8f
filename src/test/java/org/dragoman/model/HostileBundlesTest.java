package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles that somebody has damaged, or made to do harm. */
class HostileBundlesTest {
    private static final int CASES = Integer.getInteger("dragoman.cases", 500);

    @TempDir Path temporary;
    private ModelCard one;
    private ModelCard two;
    private byte[] bundle;
    private TinyBundles machine;

    @BeforeEach
    void aBundleOfTwoModels() throws IOException {
        machine = new TinyBundles(temporary);
        one = machine.one;
        two = machine.two;
        bundle = machine.bundle;
    }

    @Test
    void whatTheCatalogueKnowsBetterIsRefused() throws IOException {
        ModelStore there =
                TinyModels.store(
                        temporary.resolve("there"), machine.offline(TinyBundles.other(one)));

        refused(() -> new Bundles(there).add(file(bundle), Progress.NONE), "the catalogue");
        assertNothingIn(there);
    }

    @Test
    void namesOutsideLinksDuplicatesAndStrangersAreRefused() throws IOException {
        byte[] weights = TinyModels.weights("one");
        List<TarArchiveEntry> hostile =
                List.of(
                        TinyBundles.entry("../one/weights.bin", weights.length),
                        TinyBundles.entry("/one/weights.bin", weights.length),
                        TinyBundles.entry("one/../../weights.bin", weights.length),
                        TinyBundles.entry("one/card.json", weights.length),
                        TinyBundles.entry("one/weights.bin", weights.length),
                        link("one/config.json", TarConstants.LF_SYMLINK),
                        link("one/weights.bin", TarConstants.LF_LINK),
                        link("one/", TarConstants.LF_DIR),
                        link("one/fifo", TarConstants.LF_FIFO));
        for (TarArchiveEntry strange : hostile) {
            refused(archive(strange, weights), "");
        }
    }

    @Test
    void aBundleThatDoesNotBeginWithItsManifestIsRefused() throws IOException {
        refused(TinyBundles.tar(), "does not begin with");
        TinyBundles.Part stranger = new TinyBundles.Part("one/config.json", "{}");
        refused(TinyBundles.tar(stranger), "does not begin with");
    }

    @Test
    void aManifestThatIsDamagedOrIncompleteIsRefused() throws IOException {
        String unpinned =
                TinyBundles.manifest(one)
                        .replaceAll(
                                "(?s)\"sha256\" : \"[0-9a-f]+\",\\s+\"bytes\" : [0-9]+",
                                "\"member\" : \"x\"");
        Map<String, String> manifests =
                Map.of(
                        "{",
                        "manifest is damaged",
                        "{\"bundle\": 2}",
                        "another version",
                        "{\"bundle\": 1, \"models\": []}",
                        "names no model",
                        unpinned,
                        "lacks a checksum",
                        TinyBundles.manifest(one, one),
                        "twice",
                        TinyBundles.manifest(one),
                        "is missing");
        for (Map.Entry<String, String> each : manifests.entrySet()) {
            TinyBundles.Part manifest = new TinyBundles.Part(BundleManifest.NAME, each.getKey());
            refused(TinyBundles.tar(manifest), each.getValue());
        }
    }

    @Test
    void aDamagedBundleInstallsWhatIsSoundOrNothing() throws IOException {
        Random random = new Random(20_261_125);
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] damaged = damage(bundle, random);
            Path directory = temporary.resolve("case-" + i);
            ModelStore there =
                    TinyModels.store(directory, machine.offline(one), machine.offline(two));
            try {
                new Bundles(there).add(file(damaged), Progress.NONE);
                assertThat(there.verify("one")).isEmpty();
                assertThat(there.verify("two")).isEmpty();
                assertThat(there.cards()).allMatch(there::present);
            } catch (DragomanException failure) {
                refused++;
                assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
                assertThat(failure).hasMessageNotContaining(temporary.toString());
                assertNothingIn(there);
            }
        }
        assertThat(refused).isGreaterThan(CASES / 2);
    }

    /** Cut off, bits turned, a block left out, doubled, or filled with ones. */
    private static byte[] damage(byte[] whole, Random random) {
        byte[] damaged = whole.clone();
        int block = 512 * random.nextInt(whole.length / 512);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(damaged, random.nextInt(payload(whole)));
            case 1 -> turned(damaged, random);
            case 2 -> joined(Arrays.copyOf(damaged, block), tail(damaged, block + 512));
            case 3 -> joined(Arrays.copyOf(damaged, block + 512), tail(damaged, block));
            default -> {
                Arrays.fill(damaged, block, block + 512, (byte) 0xff);
                yield damaged;
            }
        };
    }

    private static byte[] turned(byte[] damaged, Random random) {
        int end = payload(damaged);
        for (int bits = 1 + random.nextInt(4); bits > 0; bits--) {
            damaged[random.nextInt(end)] ^= (byte) (1 << random.nextInt(8));
        }
        return damaged;
    }

    /** Without the zeros at the end. */
    private static int payload(byte[] whole) {
        int end = whole.length;
        while (whole[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private static byte[] tail(byte[] whole, int from) {
        return Arrays.copyOfRange(whole, from, whole.length);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The good bundle of one model with something more at its end. */
    private byte[] archive(TarArchiveEntry more, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            TinyBundles.put(
                    tar, new TinyBundles.Part(BundleManifest.NAME, TinyBundles.manifest(one)));
            TinyBundles.put(
                    tar,
                    new TinyBundles.Part(
                            "one/weights.bin", new String(content, StandardCharsets.UTF_8)));
            TinyBundles.put(tar, new TinyBundles.Part("one/config.json", "{}"));
            tar.putArchiveEntry(more);
            if (more.getSize() > 0) {
                tar.write(content);
            }
            tar.closeArchiveEntry();
        }
        return out.toByteArray();
    }

    private static TarArchiveEntry link(String name, byte kind) {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind);
        entry.setLinkName("/etc/passwd");
        return entry;
    }

    private void refused(byte[] archive, String reason) throws IOException {
        ModelStore there = TinyModels.store(temporary.resolve("there"), machine.offline(one));
        Path file = file(archive);
        refused(() -> new Bundles(there).add(file, Progress.NONE), reason);
        assertNothingIn(there);
    }

    private static void refused(ThrowingCallable adding, String reason) {
        assertThatThrownBy(adding)
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        refused ->
                                assertThat(refused.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE))
                .hasMessageStartingWith("The bundle cannot be used: ")
                .hasMessageContaining(reason);
    }

    private static void assertNothingIn(ModelStore store) {
        assertThat(store.cards()).noneMatch(store::present);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(temporary.resolve("bundle.tar"), content);
    }
}
