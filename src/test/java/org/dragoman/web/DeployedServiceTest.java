package org.dragoman.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dragoman.Manifests.at;
import static org.dragoman.Manifests.file;
import static org.dragoman.Manifests.list;
import static org.dragoman.Manifests.object;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dragoman.inference.InferenceSettings;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** That the service has the routes, metrics and settings the manifests speak of. */
@QuarkusTest
class DeployedServiceTest {
    private static final String SERVER = "spec/template/spec/containers/0";

    @Test
    void theProbesAskForWhatIsThere() throws IOException {
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            Object path = at(object("Deployment"), SERVER + "/" + probe + "/httpGet/path");
            assertThat(given().get(path.toString()).statusCode()).isIn(200, 503);
        }
        Object annotations = at(object("Deployment"), "spec/template/metadata/annotations");
        Object metrics = ((Map<?, ?>) annotations).get("prometheus.io/path");
        assertThat(given().get(String.valueOf(metrics)).statusCode()).isEqualTo(200);
    }

    @Test
    void theAutoscalerReadsAMetricThatIsServedAndAdapted() throws IOException {
        Object autoscaler = object("HorizontalPodAutoscaler");
        Object name = at(autoscaler, "spec/metrics/0/pods/metric/name");
        assertThat(given().get("/q/metrics").asString()).containsPattern("(?m)^" + name + "[ {]");
        Object rule = at(file("prometheus-adapter.yaml"), "rules/custom/0");
        assertThat(at(rule, "name/as")).isEqualTo(name);
        assertThat(at(rule, "seriesQuery").toString()).startsWith(name + "{");
    }

    @Test
    void everyVariableIsASetting() throws IOException {
        Set<String> settings = new HashSet<>();
        ConfigProvider.getConfig().getPropertyNames().forEach(name -> settings.add(variable(name)));
        // Settings without a value have no name in the configuration.
        ConfigMappings.getProperties(ConfigClass.configClass(InferenceSettings.class))
                .keySet()
                .forEach(name -> settings.add(variable(name)));
        for (String kind : List.of("Deployment", "Job")) {
            list(object(kind), SERVER + "/env")
                    .forEach(one -> assertThat(settings).contains(String.valueOf(one.get("name"))));
        }
        Object services = file("compose.yaml").get("services");
        for (String service : List.of("add", "server")) {
            Map<?, ?> variables = (Map<?, ?>) at(services, service + "/environment");
            variables.keySet().forEach(name -> assertThat(settings).contains(name.toString()));
        }
    }

    private static String variable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
