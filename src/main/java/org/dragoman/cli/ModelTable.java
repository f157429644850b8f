package org.dragoman.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.ModelStatus;
import org.dragoman.model.ModelTask;
import org.dragoman.model.Upstream;
import org.jspecify.annotations.Nullable;

/** Models as a table for a person: a line a model, and below it what is wrong with it. */
final class ModelTable {
    private static final double MEGA = 1e6;
    private static final int MOST_TAGS = 8;
    private static final int SHORT = 7;
    private static final String NONE = "-";
    private static final List<String> HEAD =
            List.of(
                    "NAME",
                    "LANGUAGES",
                    "STATE",
                    "PRECISION",
                    "VARIANT",
                    "SIZE",
                    "BLEU",
                    "COMET",
                    "REVISION",
                    "LICENCE");

    private ModelTable() {}

    static String render(List<ModelStatus> models) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        models.forEach(model -> rows.add(row(model)));
        int[] widths = Table.widths(rows);
        StringBuilder table = new StringBuilder(Table.line(HEAD, widths));
        for (int i = 0; i < models.size(); i++) {
            table.append(Table.line(rows.get(i + 1), widths));
            String problem = models.get(i).problem();
            if (problem != null) {
                table.append("    ").append(problem).append('\n');
            }
        }
        return table.toString();
    }

    private static List<String> row(ModelStatus model) {
        Upstream.Published published = model.published();
        return List.of(
                model.name(),
                model.task() == ModelTask.TRANSLATION
                        ? tags(model.from()) + " → " + tags(model.to())
                        : tags(model.from()),
                model.state().code(),
                model.precision().name().toLowerCase(Locale.ROOT),
                model.variant().isEmpty() ? NONE : model.variant(),
                size(model),
                published == null ? NONE : score(published.bleu(), "%.1f"),
                published == null ? NONE : score(published.comet(), "%.4f"),
                revision(model.revision()),
                licence(model));
    }

    private static String size(ModelStatus model) {
        long bytes = model.bytesOnDisk() > 0 ? model.bytesOnDisk() : model.bytes();
        return bytes == 0 ? NONE : megabytes(bytes);
    }

    /** As people read sizes: {@code 17.1 MB}. */
    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGA);
    }

    private static String score(@Nullable Double score, String form) {
        return score == null ? NONE : String.format(Locale.ROOT, form, score);
    }

    /** Enough of it to tell one from another, as git shortens a commit. */
    static String revision(String revision) {
        if (revision.isEmpty()) {
            return "pinned by its first installation";
        }
        String plain = revision.replaceFirst("^sha256:", "");
        return plain.substring(0, Math.min(SHORT, plain.length()));
    }

    private static String licence(ModelStatus model) {
        return model.nonCommercial() ? model.licence() + " (non-commercial)" : model.licence();
    }

    private static String tags(List<LanguageTag> tags) {
        return tags.size() > MOST_TAGS
                ? tags.size() + " languages"
                : tags.stream().map(LanguageTag::value).collect(Collectors.joining(","));
    }
}
