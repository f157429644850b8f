package org.dragoman.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TraceIdsTest {
    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void aCallKeepsTheTraceItComesWith() {
        given().header("traceparent", "00-" + ID + "-00f067aa0ba902b7-01")
                .contentType("application/json")
                .body("{\"texts\": 3}")
                .post("/v1/detections")
                .then()
                .statusCode(400)
                .header("X-Trace-Id", ID)
                .body("traceId", equalTo(ID));
    }

    @Test
    void aProblemTellsTheIdOfTheAnswer() {
        for (String body : new String[] {"", "{\"text\": 3}"}) {
            Response answer =
                    given().contentType("application/json").body(body).post("/v1/digests");

            assertThat(answer.jsonPath().getString("traceId"))
                    .isEqualTo(answer.header("X-Trace-Id"))
                    .matches("[0-9a-f]{32}");
        }
    }

    @Test
    void whatIsNoTraceIsNotTaken() {
        for (String parent : new String[] {"", "00-" + "0".repeat(32) + "-1-01", "x-" + ID}) {
            given().header("traceparent", parent)
                    .get("/v1/models")
                    .then()
                    .statusCode(200)
                    .header("X-Trace-Id", matchesPattern("(?!" + ID + ")[0-9a-f]{32}"));
        }
    }
}
