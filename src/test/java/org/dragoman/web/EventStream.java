package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Reads server-sent events, with the key of an administrator. */
public final class EventStream {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String key;

    EventStream(String key) {
        this.key = key;
    }

    /** All events until the stream ends. */
    List<Event> of(String method, URI address) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Accept", "text/event-stream")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + key)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        return events(response.body());
    }

    /** The events of a whole stream, without its comments. */
    public static List<Event> events(String stream) {
        List<Event> events = new ArrayList<>();
        for (String block : stream.split("\n\n", -1)) {
            String type = "";
            StringBuilder data = new StringBuilder();
            for (String line : block.split("\n", -1)) {
                type = line.startsWith("event:") ? line.substring(6).strip() : type;
                data.append(line.startsWith("data:") ? line.substring(5) : "");
            }
            if (!type.isEmpty()) {
                events.add(new Event(type, json(data.toString())));
            }
        }
        return events;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("Not one JSON object", broken);
        }
    }

    /** One event. */
    public record Event(String type, JsonNode data) {}
}
