package org.dragoman.quality.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dragoman.language.LanguageDetector;
import org.dragoman.language.LanguageTag;

/**
 * Makes faults of each kind in the aligned lines of {@code DIR/<language>.txt}, English with each
 * other language both ways and a few other pairs, and tells how many the segment guard catches and
 * how often it speaks of untouched lines. Lines are counted from 1; of odd ones only with {@code
 * --odd}, which is what thresholds were tuned on.
 */
public final class Faults {
    private static final List<String> OTHERS = List.of("pt-es", "es-pt", "fr-de", "ru-uk");

    private final TreeMap<String, List<String>> lines = new TreeMap<>();
    private final LanguageDetector detector = new LanguageDetector();
    private final boolean odd;
    private final String show;

    private Faults(Path folder, boolean odd, String show) throws IOException {
        this.odd = odd;
        this.show = show;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
                String language = file.getFileName().toString().replace(".txt", "");
                lines.put(language, Files.readAllLines(file).stream().map(Faults::plain).toList());
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        int show = options.indexOf("--show");
        Faults faults = new Faults(Path.of(arguments[0]), options.contains("--odd"),
                show < 0 ? "" : arguments[show + 1]);
        int only = options.indexOf("--pairs");
        faults.report(only < 0 ? faults.pairs() : List.of(arguments[only + 1].split(",")));
    }

    /** Some lines carry the quoting of a table: in marks, with each mark inside doubled. */
    private static String plain(String line) {
        String text = line.strip();
        boolean quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"") && text.contains("\"\"");
        return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }

    private List<String> pairs() {
        List<String> pairs = new ArrayList<>();
        for (String language : lines.keySet()) {
            if (!language.equals("en")) {
                pairs.add("en-" + language);
                pairs.add(language + "-en");
            }
        }
        OTHERS.stream().filter(this::known).forEach(pairs::add);
        return pairs;
    }

    private boolean known(String pair) {
        return Stream.of(pair.split("-")).allMatch(lines::containsKey);
    }

    private void report(List<String> pairs) {
        FaultTable all = new FaultTable();
        System.out.println("| pair | mechanical kinds caught | severe on untouched | severe or warning |");
        System.out.println("|---|---:|---:|---:|");
        for (String pair : pairs) {
            FaultTable table = table(pair);
            System.out.printf(Locale.ROOT, "| %s | %.1f %% | %.2f %% | %.2f %% |%n", pair,
                    100 * table.mechanical(), 100 * table.severe(), 100 * table.alarmed());
            all.add(table);
        }
        System.out.println();
        System.out.println(all.markdown());
    }

    private FaultTable table(String pair) {
        LanguageTag from = new LanguageTag(pair.split("-")[0]);
        LanguageTag to = new LanguageTag(pair.split("-")[1]);
        SegmentGuard guard = SegmentGuard.of(from, to, detector);
        List<AlignedPair> aligned = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        List<String> third = lines.get(third(from, to));
        for (int at = odd ? 0 : 1; at < lines.get(from.value()).size(); at += 2) {
            aligned.add(new AlignedPair(from, to, lines.get(from.value()).get(at), lines.get(to.value()).get(at)));
            foreign.add(third.get(at));
        }
        FaultTable table = new FaultTable();
        aligned.forEach(one -> table.untouched(guard, one));
        for (Injector.Injected injected : new Injector(7).inject(aligned, foreign)) {
            boolean caught = table.damaged(guard, injected);
            if (!caught && injected.fault().name().matches(show)) {
                System.out.println("  missed " + injected.fault() + "\n    " + injected.damaged().source()
                        + "\n    " + injected.damaged().target());
            }
        }
        return table;
    }

    /** A language of the target's script if there is one, so that only words tell it is wrong. */
    private String third(LanguageTag from, LanguageTag to) {
        List<String> others =
                lines.keySet().stream()
                        .filter(language -> !language.equals(from.value()) && !language.equals(to.value()))
                        .toList();
        return others.stream()
                .filter(language -> new LanguageTag(language).script().equals(to.script()))
                .findFirst()
                .orElse(others.get(0));
    }
}
