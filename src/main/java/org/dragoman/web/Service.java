package org.dragoman.web;

import org.eclipse.microprofile.config.ConfigProvider;

/** What this service is called. */
public final class Service {
    private Service() {}

    /** Name and version, as provenance and {@code --version} tell it. */
    public static String nameAndVersion() {
        return "dragoman "
                + ConfigProvider.getConfig().getValue("quarkus.application.version", String.class);
    }
}
