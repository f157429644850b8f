package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressBarTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(written, true, StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({
        "0, 10000000, [..............................]   0 % of 10 MB  m",
        "5000000, 10000000, [###############...............]  50 % of 10 MB  m",
        "9999999, 10000000, [#############################.]  99 % of 10 MB  m",
        "10000000, 10000000, [##############################] 100 % of 10 MB  m",
        "20, 10, [##############################] 100 % of 1 MB  m",
        "0, 0, [##############################] 100 % of 1 MB  m"
    })
    void theBarShowsThePartThatIsDone(long done, long total, String line) {
        assertThat(ProgressBar.render("m", done, total)).isEqualTo(line);
    }

    @Test
    void theLineIsRedrawnOnlyWhenItChangesAndIsEnded() {
        try (ProgressBar bar = new ProgressBar(terminal, true)) {
            bar.update("m", 0, 1000);
            bar.update("m", 1, 1000);
            bar.update("m", 1000, 1000);
        }

        assertThat(List.of(text().split("\r", -1))).hasSize(3).last().asString().endsWith("m\n");
    }

    @Test
    void aPipeSeesNothing() {
        try (ProgressBar bar = new ProgressBar(terminal, false)) {
            bar.update("m", 1, 2);
        }

        assertThat(text()).isEmpty();
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
