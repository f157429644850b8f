package org.dragoman.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** What is in a file that was fetched, against what was wanted. */
final class Content {
    private static final int BUFFER = 1 << 16;
    private static final int HEAD = 64;
    private static final String POINTER = "version https://git-lfs.github.com/spec/";

    private Content() {}

    /** What is wrong with a file; nothing when it is what was wanted. */
    static Optional<String> problem(Remote remote, Path file) throws IOException {
        long size = Files.size(file);
        boolean sized = remote.bytes() < 0 || size == remote.bytes();
        if (sized && remote.pinned() && sha256(file).equals(remote.sha256())) {
            return Optional.empty();
        }
        Optional<String> other = other(head(file));
        if (other.isPresent()) {
            return other;
        }
        if (!sized) {
            return Optional.of("it has " + size + " bytes instead of " + remote.bytes());
        }
        return remote.pinned()
                ? Optional.of("what came does not have the checksum that is stated for it")
                : Optional.empty();
    }

    /** What is known to come in place of a file. */
    private static Optional<String> other(String head) {
        if (head.startsWith(POINTER)) {
            return Optional.of(
                    "the server sent git's note of where the file lies, not the file: take the"
                            + " address of its git-lfs media");
        }
        return head.toLowerCase(Locale.ROOT).matches("(?s)\\s*<(!doctype html|html).*")
                ? Optional.of("a web page came in its place (a login, or a proxy's notice?)")
                : Optional.empty();
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            int read;
            while ((read = in.read(buffer)) >= 0) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
