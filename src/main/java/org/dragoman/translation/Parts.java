package org.dragoman.translation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** The parts of a digest beside what was written for each. */
record Parts(List<Part> sources, List<Draft.Body> bodies) {
    static Parts of(List<Part> sources, List<Draft.Body> bodies) {
        return new Parts(sources, bodies);
    }

    Version version(LanguageTag target, Status status, List<String> route) {
        return new Version.Written(
                target,
                status,
                route,
                VersionQuality.of(segments()),
                text(Part.Kind.HEADLINE),
                summary(),
                text(Part.Kind.ARTICLE),
                segments(),
                coverage());
    }

    private List<Segment> segments() {
        return bodies.stream().flatMap(body -> body.segments().stream()).toList();
    }

    private Version.@Nullable Body text(Part.Kind kind) {
        return index(kind).map(at -> new Version.Body(bodies.get(at).text())).orElse(null);
    }

    private Version.@Nullable Summary summary() {
        return index(Part.Kind.SUMMARY)
                .map(
                        at ->
                                new Version.Summary(
                                        bodies.get(at).text(),
                                        sentences(sources.get(at), bodies.get(at))))
                .orElse(null);
    }

    private Optional<Integer> index(Part.Kind kind) {
        return IntStream.range(0, sources.size())
                .filter(at -> sources.get(at).kind() == kind)
                .boxed()
                .findFirst();
    }

    /** The given sentences of the source; when none were given each segment is one. */
    private static List<Version.Sentence> sentences(Part source, Draft.Body body) {
        List<Span> given =
                source.sentences().isEmpty()
                        ? body.segments().stream().map(Segment::source).toList()
                        : source.sentences();
        return IntStream.range(0, given.size())
                .mapToObj(at -> new Version.Sentence(target(given.get(at), body), at))
                .toList();
    }

    private static String target(Span sentence, Draft.Body body) {
        List<Span> targets =
                body.segments().stream()
                        .filter(segment -> within(segment.source(), sentence))
                        .map(Segment::target)
                        .toList();
        return targets.isEmpty()
                ? ""
                : body.text()
                        .substring(targets.get(0).start(), targets.get(targets.size() - 1).end());
    }

    private static boolean within(Span inner, Span outer) {
        return inner.start() >= outer.start() && inner.end() <= outer.end();
    }

    private Coverage coverage() {
        return bodies.stream()
                .map(Draft.Body::coverage)
                .reduce(new Coverage(0, 0, 0), Coverage::plus);
    }
}
