package org.dragoman.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.ModelStatus;

/** Models as a table for a person: a line a model, and below it what is wrong with it. */
final class ModelTable {
    private static final double MEGA = 1e6;
    private static final int MOST_TAGS = 8;
    private static final List<String> HEAD =
            List.of("NAME", "LANGUAGES", "STATE", "PRECISION", "ON DISK", "LICENCE");

    private ModelTable() {}

    static String render(List<ModelStatus> models) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        models.forEach(model -> rows.add(row(model)));
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder table = new StringBuilder(line(HEAD, widths));
        for (int i = 0; i < models.size(); i++) {
            table.append(line(rows.get(i + 1), widths));
            String problem = models.get(i).problem();
            if (problem != null) {
                table.append("    ").append(problem).append('\n');
            }
        }
        return table.toString();
    }

    private static List<String> row(ModelStatus model) {
        return List.of(
                model.name(),
                model.to().isEmpty()
                        ? tags(model.from())
                        : tags(model.from()) + " → " + tags(model.to()),
                model.state().code(),
                model.precision().name().toLowerCase(Locale.ROOT),
                String.format(Locale.ROOT, "%.1f MB", model.bytesOnDisk() / MEGA),
                model.licence());
    }

    private static String tags(List<LanguageTag> tags) {
        return tags.size() > MOST_TAGS
                ? tags.size() + " languages"
                : tags.stream().map(LanguageTag::value).collect(Collectors.joining(","));
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
        return line.toString().stripTrailing() + '\n';
    }
}
