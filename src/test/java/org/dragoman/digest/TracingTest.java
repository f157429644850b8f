package org.dragoman.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything a digest says can be traced to where its source says it. */
@QuarkusTest
class TracingTest {
    private static final List<String> PARTS = List.of("headline", "summary", "article");

    private static JsonNode digest(String sample, String target) throws Exception {
        String answer =
                given().contentType("application/json")
                        .body(Map.of("text", Samples.text(sample), "targets", List.of(target)))
                        .post("/v1/digests")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        return new ObjectMapper().readTree(answer);
    }

    @ParameterizedTest
    @CsvSource({"harbour-strike, en, pt", "interview, en, pt", "portuguese, pt, en"})
    void everySentenceAndSegmentTracesToExactPlaces(String sample, String source, String target)
            throws Exception {
        JsonNode digest = digest(sample, target);
        String article = digest.at("/article/text").asText();
        assertSupported(digest.at("/summary/sentences"), article, new LanguageTag(source));

        JsonNode version = digest.at("/versions/0");
        for (String part : PARTS) {
            List<JsonNode> segments = segments(version, part);
            assertTold(segments, "source", text(digest, part));
            assertTold(segments, "target", version.at("/" + part + "/text").asText());
            segments.forEach(TracingTest::assertInside);
        }
        assertThat(version.at("/segments")).hasSize(count(version));
    }

    private static String text(JsonNode digest, String part) {
        String place =
                switch (part) {
                    case "headline" -> "/article/headline/text";
                    case "summary" -> "/summary/text";
                    default -> "/article/text";
                };
        return digest.at(place).asText();
    }

    private static int count(JsonNode version) {
        return PARTS.stream().mapToInt(part -> segments(version, part).size()).sum();
    }

    private static List<JsonNode> segments(JsonNode version, String part) {
        List<JsonNode> segments = new ArrayList<>();
        for (JsonNode segment : version.at("/segments")) {
            if (segment.get("part").asText().equals(part)) {
                segments.add(segment);
            }
        }
        return segments;
    }

    /** What supports a sentence is whole sentences of the article, the first without a dateline. */
    private static void assertSupported(JsonNode summary, String article, LanguageTag language) {
        List<Span> sentences = new SentenceSplitter().split(article, language);
        assertThat(summary).isNotEmpty();
        for (JsonNode sentence : summary) {
            assertThat(sentence.get("support")).isNotEmpty();
            sentence.get("support")
                    .forEach(one -> assertThat(whole(sentences, article)).contains(span(one)));
        }
    }

    private static List<Span> whole(List<Span> sentences, String article) {
        Span first = sentences.get(0);
        Matcher dateline = Pattern.compile("^[^.]{3,60} [–—-] ").matcher(first.in(article));
        List<Span> whole = new ArrayList<>(sentences);
        if (dateline.find()) {
            whole.add(new Span(first.start() + dateline.end(), first.end()));
        }
        return whole;
    }

    /** Segments are in order and apart, and everything that is not white is in one. */
    private static void assertTold(List<JsonNode> segments, String side, String text) {
        StringBuilder outside = new StringBuilder();
        int done = 0;
        for (JsonNode segment : segments) {
            Span span = span(segment.get(side));
            assertThat(span.start()).isGreaterThanOrEqualTo(done);
            assertThat(span.end()).isGreaterThan(span.start());
            outside.append(text.substring(done, span.start()));
            done = span.end();
        }
        assertThat(segments).isNotEmpty();
        assertThat(outside.append(text.substring(done))).isBlank();
    }

    /** What was found in a segment is in it, on both sides. */
    private static void assertInside(JsonNode segment) {
        for (JsonNode finding : segment.get("findings")) {
            for (String side : List.of("source", "target")) {
                if (!finding.get(side).isNull()) {
                    Span inner = span(finding.get(side));
                    Span outer = span(segment.get(side));
                    assertThat(inner.start()).isGreaterThanOrEqualTo(outer.start());
                    assertThat(inner.end()).isLessThanOrEqualTo(outer.end());
                }
            }
        }
    }

    private static Span span(JsonNode node) {
        return new Span(node.get("start").asInt(), node.get("end").asInt());
    }
}
