package org.dragoman.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dragoman.web.EventStream;
import org.dragoman.web.EventStream.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Timeout(120)
class StreamingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARTICLE =
            "The Harbour Post\n\nFerry to the islands runs again\n\nBy Ana Moreira\n\n"
                    + "The ferry to the northern islands runs again from Monday, the port said on"
                    + " Friday. It had been in repair since a storm in March. \"We are glad,\" said"
                    + " the captain, \"that people can go home.\"\n\nTickets cost 4 crowns, and"
                    + " children travel for nothing. The last boat leaves at 9 in the evening.\n";

    @TestHTTPResource("/")
    URI server = URI.create("http://localhost");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aDigestComesInPartsAndThenWhole() throws Exception {
        String request = JSON.writeValueAsString(Map.of("text", ARTICLE, "targets", List.of("pt")));
        List<Event> events = EventStream.events(stream("v1/digests", request).body());
        JsonNode whole = JSON.readTree(plain("v1/digests", request).body());

        assertThat(events.get(0).type()).isEqualTo("article");
        assertThat(events.get(0).data().get("article")).isEqualTo(whole.get("article"));
        assertThat(events.get(0).data().get("dropped")).isEqualTo(whole.get("dropped"));
        assertThat(events.get(0).data().get("language")).isEqualTo(whole.get("language"));
        List<JsonNode> sentences = data(events, "summary-sentence");
        assertThat(sentences).hasSize(whole.at("/summary/sentences").size());
        for (int i = 0; i < sentences.size(); i++) {
            assertThat(sentences.get(i).get("index").asInt()).isEqualTo(i);
            assertThat(sentences.get(i).get("sentence"))
                    .isEqualTo(whole.at("/summary/sentences/" + i));
        }
        Event last = events.get(events.size() - 1);
        assertThat(last.type()).isEqualTo("digest");
        Figures.assertAlike(List.of(untimed(last.data())), List.of(untimed(whole)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flag", "source", "fail"})
    void theSegmentsOfAPartAreItsTextAndComeInOrder(String policy) throws Exception {
        Map<String, Object> request =
                Map.of("text", ARTICLE, "targets", List.of("pt", "en"), "onLowQuality", policy);
        List<Event> events =
                EventStream.events(stream("v1/digests", JSON.writeValueAsString(request)).body());
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        Map<String, Integer> next = new LinkedHashMap<>();
        Map<String, List<JsonNode>> segments = new LinkedHashMap<>();
        for (JsonNode told : data(events, "version-segment")) {
            String language = told.get("language").asText();
            String key = language + " " + told.get("part").asText();
            texts.computeIfAbsent(key, any -> new StringBuilder())
                    .append(told.get("text").asText());
            assertThat(told.get("index").asInt()).isEqualTo(next.merge(key, 1, Integer::sum) - 1);
            segments.computeIfAbsent(language, any -> new ArrayList<>()).add(told.get("segment"));
        }

        assertThat(texts).hasSize(6);
        for (JsonNode version : events.get(events.size() - 1).data().get("versions")) {
            String language = version.get("language").asText();
            for (String part : new String[] {"headline", "summary", "article"}) {
                assertThat(texts.get(language + " " + part))
                        .hasToString(version.at("/" + part + "/text").asText());
            }
            assertThat(segments.get(language))
                    .containsExactlyInAnyOrderElementsOf(version.get("segments"));
        }
    }

    @Test
    void theSegmentsOfSeveralTextsTellWhichTheyAreOf() throws Exception {
        List<String> texts =
                List.of("  The sea is calm. \n The boat leaves. ", "", "42", "Who pays?");
        String request =
                JSON.writeValueAsString(
                        Map.of("texts", texts, "source", "en", "targets", List.of("pt")));
        List<Event> events = EventStream.events(stream("v1/translations", request).body());

        Event last = events.get(events.size() - 1);
        assertThat(last.type()).isEqualTo("translations");
        Map<Integer, StringBuilder> told = new LinkedHashMap<>();
        for (JsonNode each : data(events, "version-segment")) {
            assertThat(each.has("part")).isFalse();
            told.computeIfAbsent(each.get("textIndex").asInt(), any -> new StringBuilder())
                    .append(each.get("text").asText());
        }
        assertThat(told.keySet()).contains(0, 3).doesNotContain(1);
        told.forEach(
                (index, text) ->
                        assertThat(text.toString())
                                .isEqualTo(
                                        last.data()
                                                .at("/translations/" + index + "/versions/0/text")
                                                .asText()));
        assertThat(data(events, "progress")).isNotEmpty();
    }

    @Test
    void aSummaryComesInPartsAndThenWhole() throws Exception {
        String request = JSON.writeValueAsString(Map.of("text", ARTICLE));
        List<Event> events = EventStream.events(stream("v1/summaries", request).body());

        assertThat(events).extracting(Event::type).startsWith("article", "summary-sentence");
        Event last = events.get(events.size() - 1);
        assertThat(last.type()).isEqualTo("summary");
        assertThat(untimed(last.data()))
                .isEqualTo(untimed(JSON.readTree(plain("v1/summaries", request).body())));
    }

    @Test
    void whatFailsBeforeTheFirstEventIsAPlainError() throws Exception {
        assertProblem(stream("v1/digests", "{\"text\": 3}"), 400, "invalid-field");
        assertProblem(stream("v1/digests", "{\"text\": \" \"}"), 422, "no-article");
        assertProblem(
                stream(
                        "v1/translations",
                        "{\"texts\": [\"The sea.\"], \"source\": \"en\", \"targets\": [\"tr\"]}"),
                422,
                "language-unsupported");
    }

    @Test
    void whatFailsLaterIsTheLastEvent() throws Exception {
        String request =
                JSON.writeValueAsString(
                        Map.of("text", ARTICLE, "language", "en", "targets", List.of("tr")));
        List<Event> events = EventStream.events(stream("v1/digests", request).body());

        assertThat(events.get(0).type()).isEqualTo("article");
        Event last = events.get(events.size() - 1);
        assertThat(last.type()).isEqualTo("problem");
        assertThat(last.data().get("code").asText()).isEqualTo("language-unsupported");
        assertThat(last.data().get("traceId").asText()).matches("[0-9a-f]{32}");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code)
            throws Exception {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(JSON.readTree(response.body()).get("code").asText()).isEqualTo(code);
    }

    private static List<JsonNode> data(List<Event> events, String type) {
        return events.stream().filter(each -> each.type().equals(type)).map(Event::data).toList();
    }

    private static JsonNode untimed(JsonNode answer) {
        return ((ObjectNode) answer).without("timing");
    }

    private HttpResponse<String> stream(String path, String body) throws Exception {
        return client.send(
                post(path, "text/event-stream", body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> plain(String path, String body) throws Exception {
        return client.send(post(path, "*/*", body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest post(String path, String accept, String body) {
        return HttpRequest.newBuilder(server.resolve("/" + path))
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
