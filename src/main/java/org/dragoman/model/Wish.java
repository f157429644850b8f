package org.dragoman.model;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dragoman.language.LanguageTag;

/**
 * What an operator says of a folder that is to become a model; what is left empty is told from the
 * files. Immutable.
 *
 * @param from languages it reads
 * @param to languages it writes, of a translator
 * @param licence SPDX identifier of the weights' licence
 * @param prefix put before every source
 */
public record Wish(
        Optional<String> name,
        Optional<ModelTask> task,
        Set<LanguageTag> from,
        Set<LanguageTag> to,
        Optional<Precision> precision,
        Optional<String> licence,
        Optional<String> prefix) {
    /** Nothing is said. */
    public static final Wish NONE =
            new Wish(
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public Wish {
        Objects.requireNonNull(name);
        Objects.requireNonNull(task);
        Objects.requireNonNull(precision);
        Objects.requireNonNull(licence);
        Objects.requireNonNull(prefix);
        from = Set.copyOf(from);
        to = Set.copyOf(to);
    }
}
