package org.dragoman.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.concurrent.TimeUnit;
import org.dragoman.inference.Deadline;

/** The HTTP call being answered: its deadline, which counts from admission. */
@RequestScoped
public class Call {
    static final String KEY = Call.class.getName();

    private final RoutingContext context;
    private final Admitted admitted;

    Call(CurrentVertxRequest current) {
        this.context = current.getCurrent();
        this.admitted = context.get(KEY);
    }

    RoutingContext context() {
        return context;
    }

    /** Until when the caller waits; cancelled when the connection closes. */
    public Deadline deadline() {
        return admitted.deadline();
    }

    /** Milliseconds since the call was admitted. */
    public long elapsedMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - admitted.nanos());
    }

    /** Who asks. */
    Visitor visitor() {
        return admitted.visitor();
    }

    record Admitted(Deadline deadline, long nanos, Visitor visitor) {}
}
