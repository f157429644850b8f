package org.dragoman.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Keeps what callers wrote out of the labels of the framework's meters of calls: it takes the
 * address itself where no endpoint answers, and the method whatever it is.
 */
@Singleton
final class CallLabels {
    private static final String OF_CALLS = "http.server.";

    private final AllowedMethods methods;

    CallLabels(AllowedMethods methods) {
        this.methods = methods;
    }

    @Produces
    @Singleton
    MeterFilter knownLabels() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().startsWith(OF_CALLS)
                        ? id.replaceTags(id.getTags().stream().map(CallLabels.this::known).toList())
                        : id;
            }
        };
    }

    private Tag known(Tag label) {
        return switch (label.getKey()) {
            case "uri" -> Tag.of("uri", methods.template(label.getValue()));
            case "method" -> Tag.of("method", methods.known(label.getValue()));
            default -> label;
        };
    }
}
