package org.dragoman.model;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
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

    /**
     * One checksum for a model's weights: the file's own, or where they are split that of the
     * checksums of all parts, in their order.
     *
     * @param files of a model, at least one with weights
     */
    public static String fingerprint(List<ModelFile> files) {
        List<String> sums =
                files.stream()
                        .filter(file -> file.role() == Role.WEIGHTS)
                        .map(ModelFile::sha256)
                        .toList();
        if (sums.size() == 1) {
            return sums.get(0);
        }
        byte[] all = String.join("\n", sums).getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of().formatHex(CheckedFile.sha256().digest(all));
    }

    /** What a file is for; the wire form is the name in kebab case. */
    public enum Role {
        /** Several where they are split. */
        WEIGHTS,
        WEIGHTS_INDEX,
        CONFIG,
        GENERATION_CONFIG,
        SHORTLIST,
        VOCABULARY,
        SOURCE_VOCABULARY,
        TARGET_VOCABULARY,
        MERGES,
        TOKENIZER,
        TOKENIZER_CONFIG,
        SPECIAL_TOKENS,
        POOLING,
        SENTENCE_CONFIG
    }
}
