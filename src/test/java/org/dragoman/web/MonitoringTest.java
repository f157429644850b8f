package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The dashboard and the alert rules ask for metrics there are. */
@QuarkusTest
class MonitoringTest {
    private static final Path FOLDER = Path.of("deploy/monitoring");
    private static final Pattern OURS =
            Pattern.compile("\\b(dragoman|http|cache|jvm|process)_[a-z_]+[a-z]\\b");
    private static final Pattern CODE = Pattern.compile("code=~?\\\\?\"([a-z|-]+)");

    @TestHTTPResource("/")
    URI service = URI.create("http://localhost");

    @Test
    void everyMetricTheyNameIsExposed() throws IOException {
        Asked asked = new Asked(service);
        asked.json(
                "/v1/translations",
                "{\"texts\": [\"It rains.\"], \"source\": \"en\", \"targets\": [\"pt\"]}");
        asked.json(
                "/v1/checks",
                "{\"kind\": \"summary\", \"source\": \"It rains on Monday.\","
                        + " \"text\": \"It rains on Friday.\", \"sourceLanguage\": \"en\"}");

        Set<String> exposed =
                RestAssured.get("/q/metrics")
                        .asString()
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("[{ ]", 2)[0])
                        .collect(Collectors.toSet());

        for (String file : List.of("dashboard.json", "alerts.yaml")) {
            Set<String> named = named(Files.readString(FOLDER.resolve(file)), OURS, 0);
            assertThat(named).hasSizeGreaterThan(5);
            assertThat(exposed).as(file).containsAll(named);
        }
    }

    @Test
    void everyCodeTheyNameIsTold() throws IOException {
        Set<String> codes = named(Files.readString(FOLDER.resolve("alerts.yaml")), CODE, 1);
        String metrics = RestAssured.get("/q/metrics").asString();
        assertThat(codes).isNotEmpty();
        for (String code : codes) {
            for (String one : code.split("\\|", -1)) {
                assertThat(metrics).contains("dragoman_problems_total{code=\"" + one + "\"}");
            }
        }
    }

    private static Set<String> named(String text, Pattern pattern, int group) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }
}
