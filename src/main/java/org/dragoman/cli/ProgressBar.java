package org.dragoman.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.dragoman.model.Progress;

/**
 * A line on standard error that shows how far installations are, all of them together, redrawn in
 * place; closing it ends the line. Thread-safe.
 */
final class ProgressBar implements Progress, AutoCloseable {
    private static final int CELLS = 30;
    private static final long MEGA = 1_000_000;
    private static final String START_OF_LINE = "\r\u001b[K";

    private final PrintStream terminal;
    private final boolean shown;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private String drawn = "";

    ProgressBar(PrintStream terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    /** On standard error when a person watches, silent in a pipe (as Java 17 tells it). */
    @SuppressWarnings("SystemConsoleNull")
    static ProgressBar onTerminal() {
        return new ProgressBar(System.err, System.console() != null);
    }

    /** Counts a model in before it begins, so that the bar does not fall back when it does. */
    synchronized void expect(String model, long bytes) {
        parts.putIfAbsent(model, new Part(0, bytes));
    }

    @Override
    public synchronized void update(String model, long done, long total) {
        // Models of one package are installed at once, under their joined names.
        for (String packaged : model.split(", ", -1)) {
            parts.remove(packaged);
        }
        parts.put(model, new Part(done, total));
        draw(model);
    }

    private void draw(String model) {
        long done = parts.values().stream().mapToLong(Part::done).sum();
        long total = parts.values().stream().mapToLong(Part::total).sum();
        long ready = parts.values().stream().filter(Part::ready).count();
        String what = parts.size() == 1 ? model : ready + " of " + parts.size() + " models";
        String line = render(what, done, total);
        if (shown && !line.equals(drawn)) {
            terminal.print(START_OF_LINE + line);
            terminal.flush();
            drawn = line;
        }
    }

    @Override
    public synchronized void close() {
        if (!drawn.isEmpty()) {
            terminal.println();
            drawn = "";
        }
    }

    /** The line for {@code done} of {@code total} bytes. */
    static String render(String what, long done, long total) {
        double part = total <= 0 ? 1 : Math.min(1, Math.max(0, (double) done / total));
        int full = (int) (part * CELLS);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %% of %d MB  %s",
                "#".repeat(full),
                ".".repeat(CELLS - full),
                (int) (part * 100),
                Math.max(1, total / MEGA),
                what);
    }

    private record Part(long done, long total) {
        boolean ready() {
            return done >= total && total > 0;
        }
    }
}
