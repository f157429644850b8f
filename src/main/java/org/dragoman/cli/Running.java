package org.dragoman.cli;

import jakarta.enterprise.context.Dependent;
import org.dragoman.inference.Deadline;
import org.dragoman.model.ModelStore;
import org.dragoman.web.HttpLimits;

/** What every command that works needs: the default models, and a deadline to work under. */
@Dependent
final class Running {
    private final ModelStore store;
    private final HttpLimits limits;

    Running(ModelStore store, HttpLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /** Fetches the default models if they are missing, with a bar on a terminal; then time runs. */
    Deadline start() {
        try (ProgressBar bar = ProgressBar.onTerminal()) {
            store.installDefaults(bar);
        }
        return Deadline.after(limits.deadline());
    }
}
