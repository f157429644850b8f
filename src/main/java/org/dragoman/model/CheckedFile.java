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

    /** What is wrong with the file at this place; nothing when it is as its card says. */
    Optional<String> problem(Path path) throws IOException {
        try {
            long size = Files.size(path);
            if (size != file.bytes()) {
                return Optional.of(sizeProblem(size));
            }
            try (InputStream in = Files.newInputStream(path)) {
                return copy(in, OutputStream.nullOutputStream(), read -> {});
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
        return found.length() == file.bytes()
                ? Optional.empty()
                : Optional.of(sizeProblem(found.length()));
    }

    /**
     * Copies at most the size of the card and one byte, and says what is wrong with what came.
     *
     * @param copied hears the bytes of each piece
     */
    Optional<String> copy(InputStream in, OutputStream out, LongConsumer copied)
            throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        int read;
        while (total <= file.bytes() && (read = in.read(buffer)) >= 0) {
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
            total += read;
            copied.accept(read);
        }
        if (total > file.bytes()) {
            return Optional.of(file.path() + " is longer than " + file.bytes() + " bytes");
        }
        if (total < file.bytes()) {
            return Optional.of(sizeProblem(total));
        }
        return HexFormat.of().formatHex(digest.digest()).equals(file.sha256())
                ? Optional.empty()
                : Optional.of(file.path() + " does not have the checksum of its card");
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
