package org.dragoman.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A line in the log for each call that ended: method, endpoint, status and milliseconds. What the
 * caller wrote is not in it, in addresses neither: an address of nothing is a dash.
 */
@ApplicationScoped
final class AccessLog {
    private static final Logger LOG = Logger.getLogger(AccessLog.class);

    /** Before the admission, which may end a call. */
    private static final int FIRST = 200;

    /** Of a caller that left before there was one. */
    private static final int LEFT = 499;

    private final HttpLimits settings;
    private final AllowedMethods methods;

    AccessLog(HttpLimits settings, AllowedMethods methods) {
        this.settings = settings;
        this.methods = methods;
    }

    void register(@Observes Filters filters) {
        if (settings.accessLog()) {
            filters.register(this::follow, FIRST);
        }
    }

    /** Probes and scrapes come all the time and tell nothing. */
    private void follow(RoutingContext context) {
        if (AllowedMethods.path(context).startsWith("/q/")) {
            context.next();
            return;
        }
        long start = System.nanoTime();
        context.addEndHandler(
                ended ->
                        log(
                                context,
                                ended.succeeded(),
                                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
        context.next();
    }

    private void log(RoutingContext context, boolean answered, long millis) {
        LOG.infof(
                "%s %s %d %d ms",
                methods.known(context.request().method().name()),
                methods.template(AllowedMethods.path(context)),
                answered ? context.response().getStatusCode() : LEFT,
                millis);
    }
}
