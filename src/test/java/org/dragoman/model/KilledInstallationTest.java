package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.dragoman.TinyWeb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model is updated from revision 1 to 2, and the update dies. At 50 points, seeded among all
 * operations on the disk, it dies in this process: the operation and all that follow fail with an
 * {@link Error}, which no code here catches, as if the process were gone; only what a process
 * cannot take with it, its locks, is let go. At four points of the network a child process really
 * gets SIGKILL.
 */
@Timeout(120)
class KilledInstallationTest {
    private static final int POINTS = 50;

    @TempDir Path temporary;
    private TinyWeb web;
    private ModelCard first;
    private ModelCard second;

    @BeforeEach
    void twoRevisions() throws IOException {
        web = new TinyWeb();
        first = WebModels.card(web.at("/media/"), "one", 1);
        second = WebModels.card(web.at("/media/"), "one", 2);
    }

    @AfterEach
    void closeTheServer() throws IOException {
        web.close();
    }

    @Test
    void atFiftyPointsTheStoreIsOldOrNewAndTheNextUpdateSucceeds() throws IOException {
        int operations = operationsOfAnUpdate();
        Random random = new Random(1985);
        int newer = 0;
        for (int point = 0; point < POINTS; point++) {
            Path directory = temporary.resolve("at-" + point);
            old(directory);
            // Every operation of the last steps, where models change places, and others at random.
            int last = point < 14 ? operations - 13 + point : random.nextInt(operations);
            try {
                store(directory, new DyingDisk(last)).update("one", Progress.NONE);
            } catch (DyingDisk.Killed dead) {
                assertThat(dead.after()).isEqualTo(last);
            }

            newer += revisionIn(directory);
            updated(directory);
        }
        assertThat(newer).isBetween(1, POINTS - 1);
    }

    @Test
    void atEveryPointOfAFirstInstallationThereIsNoModelOrAllOfIt() throws IOException {
        WebModels.publish(web, "one", 2);
        DyingDisk counting = new DyingDisk(Integer.MAX_VALUE);
        store(temporary.resolve("counted"), counting).install("one", Progress.NONE);
        for (int last = 0; last < counting.done(); last += 2) {
            Path directory = temporary.resolve("first-" + last);
            try {
                store(directory, new DyingDisk(last)).install("one", Progress.NONE);
            } catch (DyingDisk.Killed dead) {
                assertThat(dead.after()).isEqualTo(last);
            }

            ModelStore next = store(directory, new Disk());
            assertThat(next.state(next.card("one"))).isIn(ModelState.AVAILABLE, ModelState.READY);
            assertThat(next.verify("one")).isEmpty();
            assertThat(next.install("one", Progress.NONE).card().revision())
                    .isEqualTo(second.revision());
        }
    }

    @Test
    void aProcessThatIsReallyKilledLeavesWhatItFetchedToTheNext() throws Exception {
        Path directory = temporary.resolve("killed");
        old(directory);
        WebModels.publish(web, "one", 2);
        int size = WebModels.packed(WebModels.weights(2)).length;
        long before = web.served();
        for (int quarter = 1; quarter <= 4; quarter++) {
            CountDownLatch sent = new CountDownLatch(1);
            CountDownLatch dead = new CountDownLatch(1);
            int cut = size * quarter / 4;
            web.next(WebModels.path("one", "model.bin"), sticking(cut, sent, dead));
            Process child = update(directory);
            sent.await();
            awaitPart(directory, cut);
            child.destroyForcibly().waitFor();
            dead.countDown();

            assertThat(revisionIn(directory)).isZero();
        }

        updated(directory);

        assertThat(web.served() - before)
                .isEqualTo(size + WebModels.packed(WebModels.vocabulary(2)).length);
    }

    @Test
    void twoProcessesThatUpdateAtOnceFetchOnce() throws Exception {
        Path directory = temporary.resolve("both");
        old(directory);
        WebModels.publish(web, "one", 2);
        int asked = web.asked().size();

        Process one = update(directory);
        Process two = update(directory);

        assertThat(one.waitFor()).isZero();
        assertThat(two.waitFor()).isZero();
        assertThat(web.asked()).hasSize(asked + 2);
        assertThat(revisionIn(directory)).isEqualTo(1);
    }

    private int operationsOfAnUpdate() throws IOException {
        Path directory = temporary.resolve("counted");
        old(directory);
        WebModels.publish(web, "one", 2);
        DyingDisk counting = new DyingDisk(Integer.MAX_VALUE);
        store(directory, counting).update("one", Progress.NONE);
        return counting.done();
    }

    private void old(Path directory) {
        WebModels.publish(web, "one", 1);
        WebModels.store(directory, WebModels.settings(), first).install("one", Progress.NONE);
        WebModels.publish(web, "one", 2);
    }

    private ModelStore store(Path directory, Disk disk) {
        return TinyModels.store(
                WebModels.installation(directory, WebModels.settings(), disk), true, second);
    }

    /** 0: the old one lies there, whole; 1: the new one. */
    private int revisionIn(Path directory) {
        ModelStore store = store(directory, new Disk());
        InstalledModel installed = store.installed("one");
        int version = installed.card().revision().equals(second.revision()) ? 2 : 1;
        assertThat(installed.file(ModelFile.Role.WEIGHTS))
                .hasBinaryContent(WebModels.weights(version));
        assertThat(installed.file(ModelFile.Role.VOCABULARY))
                .hasBinaryContent(WebModels.vocabulary(version));
        assertThat(store.cards()).hasSize(1);
        return version - 1;
    }

    private void updated(Path directory) throws IOException {
        store(directory, new Disk()).update("one", Progress.NONE);
        store(directory, new Disk()).install("one", Progress.NONE);
        assertThat(revisionIn(directory)).isEqualTo(1);
    }

    private TinyWeb.Page sticking(int cut, CountDownLatch sent, CountDownLatch dead) {
        TinyWeb.Page page = web.cut(length -> cut);
        return (asked, out) -> {
            page.answer(asked, out);
            out.flush();
            sent.countDown();
            try {
                dead.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** What was sent is on its way until it is in the file. */
    private static void awaitPart(Path directory, int size) throws Exception {
        Path kept = new Places(directory).fetched("one");
        while (true) {
            try (Stream<Path> files = Files.list(kept)) {
                List<Path> all = files.toList();
                if (all.stream().anyMatch(KilledInstallationTest::vocabulary)
                        && all.stream().anyMatch(file -> file.toFile().length() >= size)) {
                    return;
                }
            }
            Thread.sleep(5);
        }
    }

    /** Whether it is the whole vocabulary, which is fetched beside the weights. */
    private static boolean vocabulary(Path file) {
        return file.getFileName().toString().matches("vocab\\.spm-[0-9a-f]+");
    }

    private Process update(Path directory) throws IOException {
        File log = temporary.resolve("log").toFile();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UpdatesElsewhere.class.getName(),
                        directory.toString(),
                        web.at("/media/").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }
}
