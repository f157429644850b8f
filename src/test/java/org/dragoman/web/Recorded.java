package org.dragoman.web;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What is logged while this is open: categories, contexts, messages and traces. */
final class Recorded extends Handler implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 10_000;

    private final Formatter formatter = new PatternFormatter("%c %X %m%e");
    private final List<String> lines = new ArrayList<>();

    Recorded() {
        Logger.getLogger("").addHandler(this);
    }

    @Override
    public synchronized void publish(LogRecord logged) {
        lines.add(formatter.format(logged));
        notifyAll();
    }

    /** Returns when there is such a line, or after a while. */
    synchronized void await(String part) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (lines.stream().noneMatch(line -> line.contains(part))
                && System.currentTimeMillis() < end) {
            wait(100);
        }
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
