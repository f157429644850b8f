package org.dragoman.translation;

import java.util.List;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * What is to become one version: what will become of it is known when it is ordered, its texts when
 * the models are done.
 *
 * @param route names of the models, in order
 * @param drafts one a part
 * @param missing the answer when there will be no text
 */
record Order(
        LanguageTag target,
        Status status,
        List<String> route,
        List<Draft> drafts,
        @Nullable Unwritten missing) {

    static Order of(LanguageTag target, Status status, List<String> route, List<Draft> drafts) {
        return new Order(target, status, route, drafts, null);
    }

    static Order missing(Unwritten missing) {
        return new Order(missing.language(), missing.status(), List.of(), List.of(), missing);
    }

    /** The version of the one text that was ordered. */
    TextVersion text() {
        if (missing != null) {
            return missing;
        }
        Draft.Body body = drafts.get(0).write();
        return new TextVersion.Written(target, status, route, body.text(), body.segments());
    }

    /** The version of the parts that were ordered. */
    Version version(List<Part> parts) {
        if (missing != null) {
            return missing;
        }
        List<Draft.Body> written = drafts.stream().map(Draft::write).toList();
        return Parts.of(parts, written).version(target, status, route);
    }
}
