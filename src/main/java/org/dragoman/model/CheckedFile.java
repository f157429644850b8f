package org.dragoman.model;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Reads a file's bytes against the size and checksum of its card. Immutable. */
record CheckedFile(ModelFile file) {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_EXPANSION = 64;

    /** What is wrong with the file at this place; nothing when it is as its card says. */
    Optional<String> problem(Path path) throws IOException {
        if (!file.pinned()) {
            return Optional.of(unpinned());
        }
        try {
            long size = Files.size(path);
            if (size != file.bytes()) {
                return Optional.of(sizeProblem(size));
            }
            try (InputStream in = Files.newInputStream(path)) {
                return copy(in, OutputStream.nullOutputStream(), read -> {}).problem();
            }
        } catch (NoSuchFileException missing) {
            return Optional.of(file.path() + " is missing");
        }
    }

    /** What is wrong with the size of the file in this directory; reads no content. */
    Optional<String> wrongSize(Path directory) {
        File found = directory.resolve(file.path()).toFile();
        if (!found.isFile()) {
            return Optional.of(file.path() + " is missing");
        }
        if (!file.pinned()) {
            return Optional.of(unpinned());
        }
        return found.length() == file.bytes()
                ? Optional.empty()
                : Optional.of(sizeProblem(found.length()));
    }

    /**
     * Copies at most what the card allows and one byte, and says what came and what is wrong with
     * it. Of a file that is not pinned all is taken, but of a packed one not more than 64 times
     * what it was packed in.
     *
     * @param copied hears all bytes there are after each piece
     */
    Copied copy(InputStream in, OutputStream out, LongConsumer copied) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long most = most();
        long total = 0;
        int read;
        while (total <= most && (read = in.read(buffer)) >= 0) {
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
            total += read;
            copied.accept(total);
        }
        Checksum found = new Checksum(HexFormat.of().formatHex(digest.digest()), total);
        return new Copied(found, problem(found, most));
    }

    private long most() {
        if (file.content() != null) {
            return file.content().bytes();
        }
        return file.packed() == null ? Long.MAX_VALUE - 1 : MOST_EXPANSION * file.packed().bytes();
    }

    private Optional<String> problem(Checksum found, long most) {
        if (found.bytes() > most) {
            return Optional.of(file.path() + " is longer than " + most + " bytes");
        }
        if (file.content() == null || found.equals(file.content())) {
            return Optional.empty();
        }
        return Optional.of(
                found.bytes() < most
                        ? sizeProblem(found.bytes())
                        : file.path() + " does not have the checksum of its card");
    }

    /** What a file turned out to hold, and what is wrong with that. */
    record Copied(Checksum found, Optional<String> problem) {}

    private String unpinned() {
        return file.path() + " has no checksum, for its model has no card beside it";
    }

    private String sizeProblem(long size) {
        return file.path() + " has " + size + " bytes instead of " + file.bytes();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
