package org.dragoman.translation;

import java.util.List;
import java.util.function.Supplier;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * What is to become one version: what will become of it is known when it is ordered, its texts when
 * the models are done.
 *
 * @param bodies one a part, to be called after the models are done
 * @param missing the answer when there will be no text
 */
record Order(
        LanguageTag target,
        Status status,
        List<String> route,
        List<Supplier<Draft.Body>> bodies,
        @Nullable Unwritten missing) {

    static Order of(
            LanguageTag target,
            Status status,
            List<String> route,
            List<Supplier<Draft.Body>> bodies) {
        return new Order(target, status, route, bodies, null);
    }

    static Order missing(Unwritten missing) {
        return new Order(missing.language(), missing.status(), List.of(), List.of(), missing);
    }

    /** The version of the one text that was ordered. */
    TextVersion text() {
        if (missing != null) {
            return missing;
        }
        Draft.Body body = bodies.get(0).get();
        return new TextVersion.Written(target, status, route, body.text(), body.segments());
    }

    /** The version of the parts that were ordered. */
    Version version(List<Part> parts) {
        if (missing != null) {
            return missing;
        }
        List<Draft.Body> written = bodies.stream().map(Supplier::get).toList();
        return Parts.of(parts, written).version(target, status, route);
    }
}
