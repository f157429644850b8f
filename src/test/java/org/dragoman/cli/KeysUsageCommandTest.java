package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.dragoman.access.AccessConfig;
import org.dragoman.access.Allowance;
import org.dragoman.access.Keys;
import org.dragoman.access.Quotas;
import org.dragoman.access.Scope;
import org.dragoman.access.Usage;
import org.dragoman.web.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KeysUsageCommandTest {
    @TempDir Path directory;
    private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
    private final StringWriter out = new StringWriter();
    private Keys keys;
    private CommandLine line;

    @BeforeEach
    void twoKeysOfWhichOneIsRevoked() {
        new Json().customize(mapper);
        AccessConfig config = config();
        Usage usage = new Usage(config, mapper);
        keys = new Keys(config, mapper);
        Quotas quotas = new Quotas(config, usage);
        Keys.Made desk = keys.make("news desk", Scope.USE, Allowance.USUAL, null);
        Keys.Made wire = keys.make("wire", Scope.USE, Allowance.USUAL, null);
        quotas.call(desk.key().caller());
        quotas.characters(desk.key().id(), 1234);
        quotas.call(wire.key().caller());
        keys.revoke(wire.key().id());
        line =
                new CommandLine(new KeysUsageCommand(keys, usage, mapper))
                        .setOut(new PrintWriter(out, true));
    }

    @Test
    void whatKeysWereUsedForIsATable() {
        assertThat(line.execute()).isZero();
        assertThat(out.toString())
                .containsPattern("(?m)^ID +NAME +DAYS +CALLS +CHARACTERS +REFUSED$")
                .containsPattern("(?m)^[0-9a-f]{12}  news desk  1     1      1234        0$")
                .containsPattern("(?m)^[0-9a-f]{12}  \\(revoked\\)  1     1      0           0$");
    }

    @Test
    void everyDayHasItsLine() {
        assertThat(line.execute("--daily")).isZero();
        assertThat(out.toString())
                .containsPattern("(?m)news desk  \\d{4}-\\d\\d-\\d\\d  1      1234        0$");
    }

    @Test
    void inJsonItIsTheAnswerOfHttp() throws IOException {
        assertThat(line.execute("--json")).isZero();
        JsonNode told = new ObjectMapper().readTree(out.toString()).get("keys");
        assertThat(told.get(0).get("id").asText()).isEqualTo(keys.all().get(0).id());
        assertThat(told.get(0).get("days").get(0).get("day").asText())
                .matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(told.get(1).has("name")).isFalse();
    }

    private AccessConfig config() {
        String file = directory.resolve("keys.json").toString();
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(AccessConfig.class)
                .withSources(
                        new PropertiesConfigSource(
                                Map.of("dragoman.access.keys", file), "test", 100))
                .build()
                .getConfigMapping(AccessConfig.class);
    }
}
