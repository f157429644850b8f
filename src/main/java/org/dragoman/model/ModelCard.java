package org.dragoman.model;

import java.util.List;
import java.util.Objects;
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
 * @param family which runtime and adapter: bergamot, marian, bart, sentence-transformer
 * @param precision how its weights are to be held; null to leave it to the configuration
 * @param preset whether it is one of the default models
 */
public record ModelCard(
        String name,
        String family,
        Uses uses,
        List<ModelFile> files,
        ModelSource source,
        Upstream upstream,
        @Nullable Precision precision,
        boolean preset) {

    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    public ModelCard {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name of a model: " + name);
        }
        Objects.requireNonNull(family);
        Objects.requireNonNull(uses);
        Objects.requireNonNull(source);
        Objects.requireNonNull(upstream);
        files = List.copyOf(files);
    }

    /** Whether all is known of what is installed: the files, their content and the revision. */
    public boolean pinned() {
        return !revision().isEmpty()
                && !files.isEmpty()
                && files.stream().allMatch(ModelFile::pinned);
    }

    /** The same model in these files, of this revision. */
    ModelCard with(List<ModelFile> found, String revision) {
        return new ModelCard(
                name, family, uses, found, source, upstream.at(revision), precision, preset);
    }

    public ModelTask task() {
        return uses.task();
    }

    /** Languages it reads. */
    public Set<LanguageTag> from() {
        return uses.from();
    }

    /** Languages it writes; empty for an embedder. */
    public Set<LanguageTag> to() {
        return uses.to();
    }

    /** Put before every source; empty for most. */
    public String prefix() {
        return uses.prefix();
    }

    /** A commit, a version or a checksum; empty when it is not known before it is installed. */
    public String revision() {
        return upstream.revision();
    }

    /** Which of the publisher's sizes it is; empty where there is one. */
    public String variant() {
        return upstream.variant();
    }

    public String licence() {
        return upstream.licence();
    }

    /** Whether it translates this very pair; what it reads it does not translate into itself. */
    public boolean translates(LanguageTag source, LanguageTag target) {
        return task() == ModelTask.TRANSLATION
                && from().contains(source)
                && to().contains(target)
                && !source.sameLanguage(target);
    }

    /**
     * The file with this role, the first where there are several.
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

    /** Size of its weights, which is about what it takes in memory; 0 when it is not known. */
    public long weightsBytes() {
        return files.stream()
                .filter(file -> file.role() == ModelFile.Role.WEIGHTS)
                .mapToLong(ModelFile::bytes)
                .sum();
    }

    /** Size of all files together. */
    public long bytes() {
        return files.stream().mapToLong(ModelFile::bytes).sum();
    }
}
