package org.dragoman.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UsageTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Caller DESK = key("0123456789ab");
    private static final Caller WIRE = key("ba9876543210");

    @TempDir Path directory;

    @Test
    void useIsKeptByKeyAndDayOverRestarts() {
        Usage first = on(DAY);
        first.call(DESK);
        first.characters(DESK, 40);
        first.refused(WIRE);
        assertThat(first.byKey()).hasSize(2);
        first.end();
        Usage next = on(DAY.plusDays(1));
        next.call(DESK);
        next.write();
        next.call(DESK);

        assertThat(next.byKey())
                .isEqualTo(
                        Map.of(
                                DESK.id(),
                                Map.of(
                                        DAY,
                                        new Totals(1, 40, 0),
                                        DAY.plusDays(1),
                                        new Totals(2, 0, 0)),
                                WIRE.id(),
                                Map.of(DAY, new Totals(0, 0, 1))));
    }

    @Test
    void aProcessThatIsKilledLosesNoMoreThanWhatItHadNotWritten() throws Exception {
        long before = 0;
        for (int i = 0; i < 2; i++) {
            Process child = counting();
            long seen = before;
            while (seen < before + 1000) {
                Thread.sleep(20);
                seen = calls();
            }
            child.destroyForcibly().waitFor();

            assertThat(calls()).isGreaterThanOrEqualTo(seen);
            before = calls();
        }
        // A whole file, and at most one that was being written.
        assertThat(files()).contains(DAY + ".json").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void processesAddToEachOther() {
        Usage one = on(DAY);
        Usage other = on(DAY);
        for (int i = 0; i < 10; i++) {
            one.call(DESK);
            one.write();
            other.call(DESK);
            other.write();
        }

        assertThat(on(DAY).byKey().get(DESK.id())).containsEntry(DAY, new Totals(20, 0, 0));
    }

    @Test
    void noMoreDaysAreKeptThanWereAskedFor() {
        for (int i = 0; i < 8; i++) {
            Usage usage = on(DAY.plusDays(i));
            usage.call(DESK);
            usage.end();
        }

        assertThat(on(DAY).byKey().get(DESK.id()))
                .containsOnlyKeys(DAY.plusDays(5), DAY.plusDays(6), DAY.plusDays(7));
    }

    @Test
    void thereIsRoomForManyKeys() {
        for (int round = 0; round < 2; round++) {
            Usage usage = on(DAY);
            for (int i = 0; i < 10_000; i++) {
                usage.call(key("%012x".formatted(i)));
            }
            usage.end();
        }

        assertThat(on(DAY).byKey())
                .hasSize(10_000)
                .containsEntry("00000000000a", new TreeMap<>(Map.of(DAY, new Totals(2, 0, 0))));
    }

    @Test
    void aDamagedFileCostsItsDayAlone() throws IOException {
        for (int i = 0; i < 2; i++) {
            Usage usage = on(DAY.plusDays(i));
            usage.call(DESK);
            usage.end();
        }
        for (String content : List.of("{\"keys\": {\"01234", "", "{\"keys\": {\"a\": null}}")) {
            Files.writeString(place().resolve(DAY.plusDays(1) + ".json"), content);
            Usage usage = on(DAY.plusDays(1));
            usage.begin();
            assertThat(usage.byKey().get(DESK.id())).containsOnlyKeys(DAY);
            usage.characters(DESK, 7);
            usage.end();

            assertThat(on(DAY).byKey().get(DESK.id()))
                    .containsEntry(DAY, new Totals(1, 0, 0))
                    .containsEntry(DAY.plusDays(1), new Totals(0, 7, 0));
        }
    }

    @Test
    void whatCannotBeWrittenIsKeptUntilItCan() throws IOException {
        Files.writeString(place(), "a file where the directory should be");
        Usage usage = on(DAY);
        usage.begin();
        usage.call(DESK);
        usage.write();
        usage.write();

        Files.delete(place());
        usage.call(DESK);
        usage.end();
        assertThat(on(DAY).byKey().get(DESK.id())).containsEntry(DAY, new Totals(2, 0, 0));
    }

    @Test
    void useIsItsOwnersAloneToRead() throws IOException {
        Usage usage = on(DAY);
        usage.call(DESK);
        usage.end();

        Path file = place().resolve(DAY + ".json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private long calls() {
        return on(DAY).byKey().values().stream()
                .map(days -> days.getOrDefault(DAY, Totals.NONE).calls())
                .reduce(0L, Long::sum);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(place())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private Process counting() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Counting.class.getName(),
                        place().toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile(), "counting.log"))
                .start();
    }

    private Path place() {
        return directory.resolve("usage");
    }

    private Usage on(LocalDate day) {
        return usage(place(), day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    static Usage usage(Path place, Instant now) {
        return new Usage(
                new UsageFiles(place, KeysTest.json(), 3),
                Duration.ofMillis(1),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Caller key(String id) {
        return new Caller(id, Scope.USE, Allowance.USUAL);
    }

    /** A process that counts until it is killed. */
    static final class Counting {
        private Counting() {}

        public static void main(String[] arguments) throws InterruptedException {
            Usage usage = usage(Path.of(arguments[0]), DAY.atTime(12, 0).toInstant(ZoneOffset.UTC));
            usage.begin();
            while (true) {
                for (int i = 0; i < 100; i++) {
                    usage.call(DESK);
                }
                Thread.sleep(1);
            }
        }
    }
}
