package org.dragoman.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns as wide as what stands in them. */
final class Table {
    private Table() {}

    /** A line a row, each with as many cells as the head. */
    static String of(List<String> head, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(head));
        all.addAll(rows);
        int[] widths = widths(all);
        StringBuilder table = new StringBuilder();
        all.forEach(row -> table.append(line(row, widths)));
        return table.toString();
    }

    /** What each column needs. */
    static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
        return line.toString().stripTrailing() + '\n';
    }
}
