package org.dragoman.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model before it is loaded. Immutable.
 *
 * @param name lower-case letters, digits, {@code . -}; also the name of its directory
 * @param family which runtime and adapter: bergamot, sentence-transformer
 * @param from languages it reads
 * @param to languages it writes; empty for an embedder
 * @param revision of the upstream, a commit or a version
 * @param upstream where the weights were published
 * @param preset whether it is one of the default models
 */
public record ModelCard(
        String name,
        String family,
        Set<LanguageTag> from,
        Set<LanguageTag> to,
        List<ModelFile> files,
        ModelSource source,
        String revision,
        String licence,
        String upstream,
        @Nullable Published published,
        boolean preset) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    public ModelCard {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name of a model: " + name);
        }
        from = Set.copyOf(from);
        to = Set.copyOf(to);
        files = List.copyOf(files);
    }

    /** Quality the publisher states; null where it states none. */
    public record Published(@Nullable Double bleu, @Nullable Double comet) {}

    /**
     * The file with this role.
     *
     * @throws DragomanException model-unavailable when there is none
     */
    public ModelFile file(ModelFile.Role role) {
        return files.stream()
                .filter(file -> file.role() == role)
                .findFirst()
                .orElseThrow(
                        () ->
                                new DragomanException(
                                        ErrorCode.MODEL_UNAVAILABLE,
                                        "Model " + name + " has no file with the role " + role));
    }

    /** Whether it has a file with this role. */
    public boolean has(ModelFile.Role role) {
        return files.stream().anyMatch(file -> file.role() == role);
    }

    /** Size of all files together. */
    public long bytes() {
        return files.stream().mapToLong(ModelFile::bytes).sum();
    }
}
