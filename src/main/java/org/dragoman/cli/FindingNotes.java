package org.dragoman.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.dragoman.text.Finding;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** Findings in a person's words. */
final class FindingNotes {
    /** Of a longer place only the beginning is told. */
    private static final int LONGEST = 60;

    private static final int MOST = 12;

    private FindingNotes() {}

    /** The lines for those that matter, each once: the first of many. */
    static List<String> of(List<Finding> findings, Function<Finding, String> note) {
        List<String> notes = new ArrayList<>();
        findings.stream()
                .filter(finding -> finding.severity() != Finding.Severity.INFO)
                .map(note)
                .distinct()
                .forEach(notes::add);
        if (notes.size() > MOST) {
            int more = notes.size() - MOST;
            notes.subList(MOST, notes.size()).clear();
            notes.add("and " + more + " more: see --json");
        }
        return notes;
    }

    /** One line: what was found, and the places it is about. */
    static String of(Finding finding, String source, String text) {
        List<String> places = new ArrayList<>();
        add(finding.source(), source, places);
        add(finding.target(), text, places);
        String kind = finding.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return places.isEmpty() ? kind : kind + ": " + String.join(" → ", places);
    }

    private static void add(@Nullable Span span, String text, List<String> places) {
        if (span != null && span.end() <= text.length()) {
            String place = span.in(text).replaceAll("\\s+", " ");
            places.add("“" + (place.length() > LONGEST ? cut(place) : place) + "”");
        }
    }

    private static String cut(String place) {
        int end = Character.isHighSurrogate(place.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return place.substring(0, end) + "…";
    }
}
