package org.dragoman.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.dragoman.TinyWeb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads that are cut off go on where they were. */
@Timeout(60)
class ResumedDownloadTest extends Downloads {
    @ParameterizedTest
    @ValueSource(ints = {0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100})
    void aCutIsResumedAndOnlyTheRestIsSentAgain(int percent) throws IOException {
        int cut = content.length * percent / 100;
        web.next(FILE, web.cut(length -> cut));

        fetch(known(web.at(FILE)));

        assertThat(into).hasBinaryContent(content);
        assertThat(web.served()).isEqualTo(content.length);
        if (cut > 0 && cut < content.length) {
            assertThat(web.asked().get(1).header("range")).isEqualTo("bytes=" + cut + "-");
            assertThat(web.asked().get(1).header("if-range")).isNotEmpty();
        }
    }

    @Test
    void aServerThatBreaksEveryTenthOfTheWayIsStillReadToTheEnd() throws IOException {
        for (int tenth = 1; tenth < 10; tenth++) {
            int cut = content.length * tenth / 10;
            web.next(FILE, web.cut(length -> cut));
        }

        fetch(known(web.at(FILE)));

        assertThat(into).hasBinaryContent(content);
        assertThat(web.served()).isEqualTo(content.length);
    }

    @Test
    void anotherProcessGoesOnWhereThisOneDied() throws IOException {
        web.next(FILE, web.cut(length -> 25_000)).next(FILE, gone(), gone(), gone(), gone());
        refusal(() -> fetch(known(web.at(FILE))));
        assertThat(temporary.resolve("weights.bin.part")).hasSize(25_000);
        assertThat(into).doesNotExist();

        new Fetcher(settings(Map.of()), new PlainStorage())
                .fetch(known(web.at(FILE)), into, b -> {});

        assertThat(into).hasBinaryContent(content);
        assertThat(web.served()).isEqualTo(content.length);
    }

    @Test
    void aFileThatChangedMeanwhileIsFetchedFromItsStart() throws IOException {
        byte[] newer = "newer".repeat(9_000).getBytes(StandardCharsets.US_ASCII);
        web.next(
                FILE,
                web.cut(length -> 20_000),
                (asked, out) -> {
                    web.put(FILE, newer);
                    TinyWeb.status(503).answer(asked, out);
                });

        fetch(Remote.unknown("weights.bin", List.of(web.at(FILE)), 1 << 20));

        assertThat(into).hasBinaryContent(newer);
    }

    @Test
    void aServerWithoutRangesBeginsAgain() throws IOException {
        web.next(FILE, web.cut(length -> 20_000), web.whole(content));

        fetch(known(web.at(FILE)));

        assertThat(into).hasBinaryContent(content);
        assertThat(web.served()).isEqualTo(20_000 + content.length);
    }

    @Test
    void aRangeThatIsRefusedOrWrongIsAskedForFromTheStart() throws IOException {
        web.next(FILE, web.cut(length -> 20_000), TinyWeb.status(416));
        fetch(known(web.at(FILE)));
        assertThat(into).hasBinaryContent(content);

        Files.delete(into);
        web.next(
                FILE,
                web.cut(length -> 20_000),
                (asked, out) -> TinyWeb.head(out, 206, 0, "Content-Range: bytes 7-8/40000"));
        fetch(known(web.at(FILE)));
        assertThat(into).hasBinaryContent(content);
    }

    @Test
    void aRestThatDoesNotFitItsBeginningIsFetchedFromTheStart() throws IOException {
        Files.write(temporary.resolve("weights.bin.part"), new byte[10_000]);

        fetch(known(web.at(FILE)));

        assertThat(into).hasBinaryContent(content);
        assertThat(web.served()).isEqualTo(30_000 + content.length);
    }

    @Test
    void aMirrorGoesOnWhereTheFirstServerStopped() throws IOException {
        try (TinyWeb mirror = new TinyWeb()) {
            mirror.put(FILE, content);
            mirror.next(FILE, mirror.cut(length -> 30_000), gone(), gone(), gone(), gone());
            Map<String, List<String>> mirrors =
                    Map.of(web.at("/").toString(), List.of(mirror.at("/").toString()));

            new Fetcher(settings(mirrors), new PlainStorage())
                    .fetch(known(web.at(FILE)), into, b -> {});

            assertThat(into).hasBinaryContent(content);
            assertThat(mirror.served() + web.served()).isEqualTo(content.length);
        }
    }
}
