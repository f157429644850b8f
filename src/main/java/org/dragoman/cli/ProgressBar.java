package org.dragoman.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.dragoman.model.Progress;

/**
 * A line on standard error that shows how far an installation is, redrawn in place. Used by one
 * thread; closing it ends the line.
 */
final class ProgressBar implements Progress, AutoCloseable {
    private static final int CELLS = 30;
    private static final long MEGA = 1_000_000;
    private static final String START_OF_LINE = "\r\u001b[K";

    private final PrintStream terminal;
    private final boolean shown;
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

    @Override
    public void update(String model, long done, long total) {
        String line = render(model, done, total);
        if (shown && !line.equals(drawn)) {
            terminal.print(START_OF_LINE + line);
            terminal.flush();
            drawn = line;
        }
    }

    @Override
    public void close() {
        if (!drawn.isEmpty()) {
            terminal.println();
            drawn = "";
        }
    }

    /** The line for {@code done} of {@code total} bytes. */
    static String render(String model, long done, long total) {
        double part = total <= 0 ? 1 : Math.min(1, Math.max(0, (double) done / total));
        int full = (int) (part * CELLS);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %% of %d MB  %s",
                "#".repeat(full),
                ".".repeat(CELLS - full),
                (int) (part * 100),
                Math.max(1, total / MEGA),
                model);
    }
}
