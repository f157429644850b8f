package org.dragoman.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As an operator may set the service up: each call in the log, and a page that may ask it. */
public final class Watched implements QuarkusTestProfile {
    static final String PAGE = "https://reader.example";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "dragoman.http.access-log", "true",
                "quarkus.otel.sdk.disabled", "false",
                "quarkus.otel.bsp.schedule.delay", "1H",
                "quarkus.log.category.\"org.dragoman\".level", "DEBUG",
                "quarkus.http.cors.enabled", "true",
                "quarkus.http.cors.origins", PAGE);
    }
}
