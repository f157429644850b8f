package org.dragoman.cli;

import java.util.Locale;
import org.dragoman.web.Reachable;

/** What stands in the matrix of languages for a pair, each one column wide. */
record Signs(String direct, String pivot, String directToInstall, String pivotToInstall) {
    /** For every terminal. */
    static final Signs ASCII = new Signs("#", "o", "+", ".");

    static final Signs UNICODE = new Signs("●", "○", "+", "·");

    /** What the terminal can show, as far as its locale tells. */
    static Signs ofTerminal() {
        String encoding = System.getProperty("native.encoding", "").toUpperCase(Locale.ROOT);
        return encoding.startsWith("UTF") ? UNICODE : ASCII;
    }

    String of(Reachable.Target target) {
        if (target.installed()) {
            return target.direct() ? direct : pivot;
        }
        return target.direct() ? directToInstall : pivotToInstall;
    }

    String legend() {
        return "%s one model, installed   %s several models, installed   %s one model, to be installed   %s several models, some to be installed"
                .formatted(direct, pivot, directToInstall, pivotToInstall);
    }
}
