package org.dragoman.model;

import java.util.regex.Pattern;

/**
 * A file of a model.
 *
 * @param path its name in the model's directory: letters, digits, {@code . _ -}, no directories
 * @param member its path in the source it comes from; the same as {@code path} when empty
 * @param sha256 of its content, 64 lower-case hexadecimal digits
 * @param bytes its size
 */
public record ModelFile(Role role, String path, String member, String sha256, long bytes) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public ModelFile {
        if (!NAME.matcher(path).matches()) {
            throw new IllegalArgumentException("Not a plain file name: " + path);
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 of " + path);
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("Not a size of " + path);
        }
        member = member.isEmpty() ? path : member;
    }

    /** What a file is for; the wire form is the name in kebab case. */
    public enum Role {
        WEIGHTS,
        CONFIG,
        SHORTLIST,
        VOCABULARY,
        SOURCE_VOCABULARY,
        TARGET_VOCABULARY,
        TOKENIZER
    }
}
