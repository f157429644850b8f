package org.dragoman.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dragoman.model.Upstream;
import org.dragoman.web.Reachable;
import org.jspecify.annotations.Nullable;

/**
 * Sources by targets, a row a source, in blocks of as many columns as fit a terminal; then the
 * quality that is published, a line a pair.
 */
final class LanguageMatrix {
    private static final int WIDTH = 100;

    private final List<Reachable.Source> sources;
    private final Signs signs;
    private final int label;

    LanguageMatrix(List<Reachable.Source> sources, Signs signs) {
        this.sources = sources;
        this.signs = signs;
        this.label =
                sources.stream().mapToInt(source -> label(source).length()).max().orElse(0) + 1;
    }

    String render() {
        List<String> targets =
                List.copyOf(
                        sources.stream()
                                .flatMap(source -> source.targets().stream())
                                .map(target -> target.code().value())
                                .collect(Collectors.toCollection(TreeSet::new)));
        List<String> lines = new ArrayList<>();
        int columns = Math.max(1, (WIDTH - label) / 2);
        for (int from = 0; from < targets.size(); from += columns) {
            block(targets.subList(from, Math.min(from + columns, targets.size())), lines);
            lines.add("");
        }
        lines.add("Rows are translated into columns: " + signs.legend());
        lines.addAll(published());
        return String.join("\n", lines);
    }

    private void block(List<String> targets, List<String> lines) {
        int longest = targets.stream().mapToInt(String::length).max().orElse(0);
        // A tag stands upright over its column and ends just above it.
        for (int row = longest; row > 0; row--) {
            int above = row;
            lines.add(line("", targets, tag -> letter(tag, above)));
        }
        for (Reachable.Source source : sources) {
            Map<String, String> marks =
                    source.targets().stream()
                            .collect(Collectors.toMap(target -> target.code().value(), signs::of));
            lines.add(line(label(source), targets, tag -> marks.getOrDefault(tag, " ")));
        }
    }

    private String line(String name, List<String> targets, Function<String, String> cell) {
        String cells = targets.stream().map(cell).collect(Collectors.joining(" "));
        return (name + " ".repeat(label - name.length()) + cells).stripTrailing();
    }

    /** The letter of a tag so many places from its end. */
    private static String letter(String tag, int fromEnd) {
        int at = tag.length() - fromEnd;
        return at < 0 ? " " : tag.substring(at, at + 1);
    }

    private static String label(Reachable.Source source) {
        return source.code().value();
    }

    private List<String> published() {
        List<String> lines = new ArrayList<>();
        for (Reachable.Source source : sources) {
            for (Reachable.Target target : source.targets()) {
                Upstream.@Nullable Published stated = target.published();
                if (stated != null) {
                    lines.add(
                            "  %-12s COMET %s  BLEU %s  %s"
                                    .formatted(
                                            source.code() + " → " + target.code(),
                                            figure("%.4f", stated.comet()),
                                            figure("%4.1f", stated.bleu()),
                                            target.route().get(0)));
                }
            }
        }
        if (!lines.isEmpty()) {
            lines.addAll(
                    0,
                    List.of(
                            "",
                            "Published quality (FLORES-200, as the models' publisher states"
                                    + " it):"));
        }
        return lines;
    }

    private static String figure(String format, @Nullable Double value) {
        return value == null ? "   –" : String.format(Locale.ROOT, format, value);
    }
}
