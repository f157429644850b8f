package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts nobody wrote to be read: each is worked on and told exactly, or refused with a reason. */
@QuarkusTest
class HostileTextTest {
    @TestHTTPResource("/")
    URI service = URI.create("http://localhost");

    /** Halves of surrogate pairs can only be sent escaped. */
    private final ObjectMapper json =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static Stream<Arguments> texts() {
        String sentence = "The ferry%s to the islands%s runs again from Monday.%s";
        return Stream.of(
                arguments("unpaired surrogates", sentence.formatted("\ud83d", "\udc00", "\ud800")),
                arguments("NUL", sentence.formatted("\0", "\0\0", "\0")),
                arguments(
                        "control characters", sentence.formatted("\u0001", "\u001b[31m", "\u0085")),
                arguments("marks of direction", sentence.formatted("\u202e", "\u2067", "\u200f")),
                arguments(
                        "unassigned code points", sentence.formatted("\uffff", "\ufdd0", "\u0378")),
                arguments("stacked accents", "a" + "\u0301".repeat(20_000)),
                arguments("joiners", "a\u200d".repeat(5_000)),
                arguments("one long word", "x".repeat(20_000)),
                arguments("brackets", "([{\u201c".repeat(5_000)),
                arguments("white space", "\u00a0\u2003\n".repeat(20_000) + "Yes."),
                arguments("50,000 emoji", "\ud83d\ude00".repeat(50_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void anArticleOfItIsToldExactlyOrHeldForNone(String name, String text) throws IOException {
        JsonNode digest = ask("/v1/digests", Map.of("text", text, "language", "en"));

        for (JsonNode paragraph : digest.at("/article/paragraphs")) {
            String told = digest.at("/article/text").textValue();
            assertThat(span(told, paragraph.get("span")))
                    .isEqualTo(span(text, paragraph.get("source")));
        }
        assertThat(digest.has("code") || digest.at("/coverage/characters").asInt() == text.length())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aTranslationOfItPointsIntoBothTexts(String name, String text) throws IOException {
        JsonNode answer =
                ask(
                        "/v1/translations",
                        Map.of("texts", List.of(text), "source", "en", "targets", List.of("pt")));

        JsonNode version = answer.at("/translations/0/versions/0");
        assertThat(version.get("status").asText()).isEqualTo("translated");
        String target = version.get("text").textValue();
        for (JsonNode segment : version.get("segments")) {
            assertThat(segment.at("/source/end").asInt()).isLessThanOrEqualTo(text.length());
            assertThat(segment.at("/target/end").asInt()).isLessThanOrEqualTo(target.length());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void itsLanguageIsToldOrNot(String name, String text) throws IOException {
        assertThat(ask("/v1/detections", Map.of("texts", List.of(text))).get("detections"))
                .hasSize(1);
    }

    @Test
    void tenMegabytesOfOneCharacterAreTooLarge() {
        String body = "{\"text\": \"" + "a".repeat(10 << 20) + "\"}";
        Asked.refused(new Asked(service).json("/v1/digests", body), ErrorCode.TOO_LARGE);
    }

    private JsonNode ask(String path, Map<String, ?> request) throws IOException {
        HttpResponse<String> answer =
                new Asked(service).json(path, json.writeValueAsString(request));
        assertThat(answer.statusCode()).isIn(200, 422);
        return Asked.documented(answer);
    }

    private static String span(String text, JsonNode span) {
        return text.substring(span.get("start").asInt(), span.get("end").asInt());
    }
}
