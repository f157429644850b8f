package org.dragoman.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What there is of a file that was not fetched to its end, and beside it where that came from.
 * Lasts from one run of the service to the next. One thread.
 */
final class Partial {
    private final Path part;
    private final Path from;

    Partial(Path whole) {
        part = whole.resolveSibling(whole.getFileName() + ".part");
        from = whole.resolveSibling(whole.getFileName() + ".from");
    }

    Path path() {
        return part;
    }

    /** Bytes there are. */
    long size() {
        return part.toFile().length();
    }

    /** What the server called the content these bytes are of, when they came from this address. */
    Optional<String> validator(URI address) throws IOException {
        try {
            List<String> lines = Files.readAllLines(from);
            return lines.size() == 2 && lines.get(0).equals(address.toString())
                    ? Optional.of(lines.get(1)).filter(line -> !line.isEmpty())
                    : Optional.empty();
        } catch (NoSuchFileException | MalformedInputException none) {
            return Optional.empty();
        }
    }

    /** The bytes that follow come from here; the first of the file, or more of the same content. */
    void comesFrom(URI address, String validator) throws IOException {
        Files.write(from, (address + "\n" + validator + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Throws away what there is. */
    void discard() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(from);
    }

    /** Makes it the file that was wanted. */
    void complete(Path whole, Storage storage) throws IOException {
        storage.move(part, whole);
        Files.deleteIfExists(from);
    }
}
