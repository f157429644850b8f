package org.dragoman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dragoman.Manifests.at;
import static org.dragoman.Manifests.list;
import static org.dragoman.Manifests.object;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** That the manifests agree with each other, with the image and with the build. */
class DeploymentTest {
    private static final String POD = "spec/template/spec";

    @Test
    void everyContainerIsLockedAndEveryPodIsOneUserWithoutRights() throws IOException {
        for (String kind : List.of("Deployment", "Job")) {
            Object pod = at(object(kind), POD);
            assertThat(at(pod, "securityContext/runAsNonRoot")).isEqualTo(true);
            assertThat(at(pod, "securityContext/runAsUser")).isEqualTo(10001);
            assertThat(at(pod, "securityContext/seccompProfile/type")).isEqualTo("RuntimeDefault");
            assertThat(at(pod, "automountServiceAccountToken")).isEqualTo(false);
            for (Map<String, Object> container : containers(pod)) {
                assertThat(at(container, "securityContext/readOnlyRootFilesystem")).isEqualTo(true);
                assertThat(at(container, "securityContext/allowPrivilegeEscalation"))
                        .isEqualTo(false);
                assertThat(at(container, "securityContext/capabilities/drop"))
                        .isEqualTo(List.of("ALL"));
                assertThat(at(container, "resources/limits/memory")).isNotNull();
            }
        }
        assertThat(Files.readString(Path.of("Dockerfile"))).contains("USER 10001:10001");
    }

    @Test
    void theServersReadTheVolumeAndOnlyTheJobWritesIt() throws IOException {
        Object server = at(object("Deployment"), POD);
        assertThat(at(server, "containers/0/volumeMounts/0/readOnly")).isEqualTo(true);
        String claim = at(object("PersistentVolumeClaim"), "metadata/name").toString();
        for (String kind : List.of("Deployment", "Job")) {
            Object pod = at(object(kind), POD);
            assertThat(at(pod, "volumes/0/persistentVolumeClaim/claimName")).isEqualTo(claim);
            assertThat(environment(at(pod, "containers/0")))
                    .containsEntry(
                            "DRAGOMAN_MODELS_DIRECTORY",
                            at(pod, "containers/0/volumeMounts/0/mountPath").toString());
        }
        assertThat(environment(at(server, "containers/0")))
                .containsEntry("DRAGOMAN_MODELS_FETCH", "false");
    }

    @Test
    void whatFindsPodsFindsTheServersAlone() throws IOException {
        Object labels = at(object("Deployment"), "spec/template/metadata/labels");
        assertThat(at(object("Deployment"), "spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(at(object("Service"), "spec/selector")).isEqualTo(labels);
        assertThat(at(object("PodDisruptionBudget"), "spec/selector/matchLabels"))
                .isEqualTo(labels);
        assertThat(at(object("Job"), "spec/template/metadata/labels")).isNotEqualTo(labels);
        assertThat(at(object("HorizontalPodAutoscaler"), "spec/scaleTargetRef/name"))
                .isEqualTo(at(object("Deployment"), "metadata/name"));
        Map<String, Object> closed =
                Manifests.objects().stream()
                        .filter(o -> o.get("kind").equals("NetworkPolicy"))
                        .filter(o -> at(o, "spec/podSelector/matchLabels").equals(labels))
                        .findFirst()
                        .orElseThrow();
        assertThat(at(closed, "spec/policyTypes")).isEqualTo(List.of("Ingress", "Egress"));
        assertThat((List<?>) at(closed, "spec/egress")).isEmpty();
    }

    @Test
    void portsAgree() throws IOException {
        Object server = at(object("Deployment"), POD + "/containers/0");
        String port = at(server, "ports/0/containerPort").toString();
        assertThat(environment(server)).containsEntry("QUARKUS_HTTP_PORT", port);
        assertThat(Files.readString(Path.of("Dockerfile"))).contains("EXPOSE " + port);
        Object annotations = at(object("Deployment"), "spec/template/metadata/annotations");
        assertThat(((Map<?, ?>) annotations).get("prometheus.io/port")).isEqualTo(port);
        assertThat(at(object("Service"), "spec/ports/0/targetPort"))
                .isEqualTo(at(server, "ports/0/name"));
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(at(server, probe + "/httpGet/port")).isEqualTo(at(server, "ports/0/name"));
        }
    }

    @Test
    void imagesAreOfTheVersionThatIsBuilt() throws IOException {
        Matcher version =
                Pattern.compile("<version>([^<]+)</version>")
                        .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        List<String> images = new ArrayList<>();
        for (String kind : List.of("Deployment", "Job")) {
            containers(at(object(kind), POD)).forEach(c -> images.add(c.get("image").toString()));
        }
        Map<?, ?> services = (Map<?, ?>) Manifests.file("compose.yaml").get("services");
        services.values().forEach(service -> images.add(at(service, "image").toString()));
        String tag = "dragoman:" + version.group(1);
        assertThat(images).isSubsetOf(tag, tag + "-slim").contains(tag, tag + "-slim");
    }

    @Test
    void theStopWaitsLongerThanTheService() throws IOException {
        Object pod = at(object("Deployment"), POD);
        String settings = Files.readString(Path.of("src/main/resources/application.properties"));
        assertThat(settings).contains("quarkus.shutdown.timeout=25s");
        Object pause = at(pod, "containers/0/lifecycle/preStop/exec/command/1");
        assertThat((int) at(pod, "terminationGracePeriodSeconds"))
                .isGreaterThan(25 + Integer.parseInt(pause.toString()));
    }

    private static List<Map<String, Object>> containers(Object pod) {
        List<Map<String, Object>> all = new ArrayList<>(list(pod, "containers"));
        if (((Map<?, ?>) pod).containsKey("initContainers")) {
            all.addAll(list(pod, "initContainers"));
        }
        return all;
    }

    private static Map<String, String> environment(Object container) {
        Map<String, String> values = new HashMap<>();
        list(container, "env")
                .forEach(
                        one -> values.put(one.get("name").toString(), one.get("value").toString()));
        return values;
    }
}
