package org.dragoman.translation;

import java.util.List;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.OnLowQuality;
import org.jspecify.annotations.Nullable;

/**
 * What is to become one version: what will become of it is known when it is ordered, save where it
 * turns out not to be good enough; its texts when the models are done.
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

    /** The same when its models are done and what they gave is known. */
    Order under(OnLowQuality policy) {
        boolean refused = policy == OnLowQuality.FAIL && drafts.stream().anyMatch(Draft::severe);
        return refused ? missing(Unwritten.lowQuality(target)) : this;
    }

    /** Tells of what has not been told of its segments. */
    void finish() {
        drafts.forEach(Draft::finish);
    }

    /** The version of the one text that was ordered. */
    TextVersion text(OnLowQuality policy) {
        if (missing != null) {
            return missing;
        }
        Draft.Body body = drafts.get(0).write();
        return new TextVersion.Written(
                target,
                status(policy, List.of(body)),
                route,
                body.text(),
                VersionQuality.of(body.segments()),
                body.segments());
    }

    /** The version of the parts that were ordered. */
    Version version(List<Part> parts, OnLowQuality policy) {
        if (missing != null) {
            return missing;
        }
        List<Draft.Body> written = drafts.stream().map(draft -> draft.write()).toList();
        return Parts.of(parts, written).version(target, status(policy, written), route);
    }

    private Status status(OnLowQuality policy, List<Draft.Body> written) {
        boolean replaced =
                policy == OnLowQuality.SOURCE
                        && !written.isEmpty()
                        && written.stream().allMatch(Draft.Body::kept);
        return replaced ? Status.SOURCE : status;
    }
}
