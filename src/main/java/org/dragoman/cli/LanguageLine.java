package org.dragoman.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dragoman.web.Reachable;

/** A source language in one line: {@code pt Portuguese → en; by pivot de, fr}. */
final class LanguageLine {
    private LanguageLine() {}

    static String of(Reachable.Source source) {
        List<String> groups = new ArrayList<>();
        add(groups, "", source, target -> target.installed() && target.direct());
        add(groups, "by pivot ", source, target -> target.installed() && !target.direct());
        add(
                groups,
                "from the catalogue ",
                source,
                target -> !target.installed() && target.direct());
        add(
                groups,
                "by pivot from the catalogue ",
                source,
                target -> !target.installed() && !target.direct());
        return source.code() + "  " + source.name() + " → " + String.join("; ", groups);
    }

    private static void add(
            List<String> groups,
            String name,
            Reachable.Source source,
            Predicate<Reachable.Target> which) {
        String targets =
                source.targets().stream()
                        .filter(which)
                        .map(target -> target.code().value())
                        .collect(Collectors.joining(", "));
        if (!targets.isEmpty()) {
            groups.add(name + targets);
        }
    }
}
