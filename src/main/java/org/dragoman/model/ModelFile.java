package org.dragoman.model;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of a model. Immutable.
 *
 * @param path its name in the model's directory: letters, digits, {@code . _ -}, no directories
 * @param member its path in the source it comes from; the same as {@code path} when empty
 * @param content what it holds in the model's directory; null when no publisher states it, until
 *     the first installation pins what came
 * @param packed what the gzip file holds that it is fetched as; null when it is fetched as it is
 */
public record ModelFile(
        Role role,
        String path,
        String member,
        @Nullable Checksum content,
        @Nullable Checksum packed) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    public ModelFile {
        Objects.requireNonNull(role);
        if (!NAME.matcher(path).matches()) {
            throw new IllegalArgumentException("Not a plain file name: " + path);
        }
        member = member.isEmpty() ? path : member;
    }

    /** A file that is fetched as it is and whose content is known. */
    public ModelFile(Role role, String path, String member, String sha256, long bytes) {
        this(role, path, member, new Checksum(sha256, bytes), null);
    }

    /** Whether its content is known. */
    public boolean pinned() {
        return content != null;
    }

    /** The checksum of its content; empty when it is not pinned. */
    public String sha256() {
        return content == null ? "" : content.sha256();
    }

    /** The size of its content; of what is fetched, or 0, when it is not pinned. */
    public long bytes() {
        if (content != null) {
            return content.bytes();
        }
        return packed == null ? 0 : packed.bytes();
    }

    /**
     * Whether it is fetched as a gzip file: somebody states what that holds, or its name in the
     * source says so and its name here does not.
     */
    boolean gzipped() {
        return packed != null || (member.endsWith(".gz") && !path.endsWith(".gz"));
    }

    /** What the file holds that is fetched; null when nobody states it. */
    @Nullable Checksum fetched() {
        return gzipped() ? packed : content;
    }

    /** The same file, pinned to this content. */
    public ModelFile pinnedTo(Checksum found) {
        return new ModelFile(role, path, member, found, packed);
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
        SENTENCE_CONFIG,
        /** Told from an answer, how good it is; kept for the day it is read. */
        QUALITY
    }
}
