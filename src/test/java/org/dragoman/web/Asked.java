package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.dragoman.failure.ErrorCode;

/** Any bytes, sent to a running service, and that what comes back is documented. */
final class Asked {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI service;
    private final HttpClient client;

    Asked(URI service) {
        this(service, HttpClient.newBuilder());
    }

    /** Over TLS. */
    Asked(URI service, SSLContext trust) {
        this(service, HttpClient.newBuilder().sslContext(trust));
    }

    private Asked(URI service, HttpClient.Builder client) {
        this.service = service;
        this.client = client.build();
    }

    /**
     * @param headers names and values in turn
     */
    HttpRequest request(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path))
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send(request("POST", path, body, headers));
    }

    HttpResponse<String> json(String path, String body) {
        return post(
                path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    /**
     * What came back is an answer in JSON, or a problem with a code and the status of that code.
     */
    static JsonNode documented(HttpResponse<String> answer) {
        JsonNode body = read(answer.body());
        if (answer.statusCode() == 200) {
            return body;
        }
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        String code = body.path("code").asText();
        assertThat(Arrays.stream(ErrorCode.values()).filter(one -> one.code().equals(code)))
                .extracting(ErrorCode::status)
                .containsExactly(answer.statusCode());
        assertThat(code).isNotEqualTo(ErrorCode.INTERNAL.code());
        return body;
    }

    static void refused(HttpResponse<String> answer, ErrorCode code) {
        assertThat(documented(answer).path("code").asText()).isEqualTo(code.code());
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException malformed) {
            throw new AssertionError("not JSON: " + json, malformed);
        }
    }

    static byte[] packed(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
