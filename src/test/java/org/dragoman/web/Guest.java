package org.dragoman.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who calls a {@link Hardened} service, each from an address of its own. */
final class Guest {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TEXT = "{\"texts\": [\"The sea is calm.\"]}";

    private final Asked asked;
    private final String address;

    Guest(URI service, Path chain) {
        int number = COUNT.incrementAndGet();
        this.asked = new Asked(service, Certificate.trusting(chain));
        this.address = "203.0.%d.%d".formatted(number >> 8, number & 255);
    }

    String address() {
        return address;
    }

    HttpResponse<String> get(String path, String bearer) {
        return send("GET", path, "", bearer);
    }

    /** Detects the language of a text of 16 characters. */
    HttpResponse<String> detect(String bearer) {
        return detect(TEXT, bearer);
    }

    HttpResponse<String> detect(String body, String bearer) {
        return send("POST", "/v1/detections", body, bearer);
    }

    /** A new key, from the operator's address. */
    static String key(URI service, Path chain) {
        HttpResponse<String> made =
                new Guest(service, chain)
                        .send("POST", "/v1/keys", "{\"name\": \"desk\"}", Hardened.ADMIN_KEY);
        return Asked.read(made.body()).path("key").asText();
    }

    private HttpResponse<String> send(String method, String path, String body, String bearer) {
        return asked.send(
                asked.request(
                        method,
                        path,
                        body.getBytes(UTF_8),
                        "Authorization",
                        "Bearer " + bearer,
                        "X-Forwarded-For",
                        address,
                        "Content-Type",
                        "application/json"));
    }
}
