package org.dragoman.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.dragoman.TinyWeb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that are busy, slow, out of order or not there. */
@Timeout(60)
class UnwillingServersTest extends Downloads {
    @Test
    void aBusyServerIsAskedAgainWhenItSays() throws IOException {
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        web.next(
                FILE,
                TinyWeb.status(429, "Retry-After: 0"),
                TinyWeb.status(503, "Retry-After: " + now),
                TinyWeb.status(503, "Retry-After: 0"),
                TinyWeb.status(429, "Retry-After: 0"),
                TinyWeb.status(503, "Retry-After: 0"));

        fetch(known(web.at(FILE)));

        assertThat(into).hasBinaryContent(content);
        assertThat(web.asked()).hasSize(6);
    }

    @Test
    void aServerThatIsBusyForLongerThanAnybodyWaitsIsLeft() {
        web.next(FILE, TinyWeb.status(503, "Retry-After: 3600"));

        assertThat(refusal(() -> fetch(known(web.at(FILE)))))
                .hasMessageContaining("busy")
                .extracting(FetchException::status)
                .isEqualTo(503);
        assertThat(web.asked()).hasSize(1);
    }

    @Test
    void aServerThatFailsIsTriedAFewTimesAndThenTheMirrorsInTheirOrder() throws IOException {
        try (TinyWeb second = new TinyWeb();
                TinyWeb third = new TinyWeb().put("/copy/weights.bin", content)) {
            web.next(FILE, gone(), gone(), gone(), gone());
            Map<String, List<String>> mirrors =
                    Map.of(
                            "http://models.example/",
                                    List.of(
                                            web.at("/models/").toString(),
                                            second.at("/x/").toString(),
                                            third.at("/copy/").toString()),
                            "http://models.ex", List.of("http://127.0.0.1:9/"));

            new Fetcher(settings(mirrors), new PlainStorage())
                    .fetch(known(URI.create("http://models.example/weights.bin")), into, b -> {});

            assertThat(into).hasBinaryContent(content);
            assertThat(web.asked(FILE)).hasSize(4);
            assertThat(second.asked("/x/weights.bin")).hasSize(1);
            assertThat(third.asked()).hasSize(1);
        }
    }

    @Test
    void aServerThatTricklesIsLeftForAMirrorAndWhatItSentIsKept() throws IOException {
        CountDownLatch left = new CountDownLatch(1);
        try (TinyWeb slow = new TinyWeb()) {
            slow.next(
                    FILE,
                    (asked, out) -> {
                        TinyWeb.head(out, 200, content.length);
                        out.write(content, 0, 9_000);
                        trickle(left, out, 9_000);
                    });
            Map<String, List<String>> mirrors =
                    Map.of(web.at("/").toString(), List.of(slow.at("/").toString()));
            FetchSettings hasty =
                    new FetchSettings(mirrors, Map.of(), ProxySelector.of(null), 4, hasty());

            new Fetcher(hasty, new PlainStorage()).fetch(known(web.at(FILE)), into, b -> {});

            assertThat(into).hasBinaryContent(content);
            assertThat(web.served()).isBetween(30_000L, 31_000L);
        } finally {
            left.countDown();
        }
    }

    @Test
    void noMoreFilesThanConfiguredAreFetchedAtOnceAndOneThatWaitsCanBeInterrupted()
            throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        web.next(
                FILE,
                (asked, out) -> {
                    first.countDown();
                    await(release);
                    TinyWeb.status(404).answer(asked, out);
                });
        Fetcher one =
                new Fetcher(
                        new FetchSettings(
                                Map.of(), Map.of(), ProxySelector.of(null), 1, patience()),
                        new PlainStorage());
        AtomicReference<Throwable> told = new AtomicReference<>();
        Thread busy = thread(() -> one.fetch(known(web.at(FILE)), into, b -> {}), told);
        first.await();
        Thread waiting =
                thread(() -> one.fetch(known(web.at(FILE)), temporary.resolve("b"), b -> {}), told);

        waiting.interrupt();
        waiting.join();
        assertThat(told.get()).isInstanceOf(InterruptedIOException.class);
        release.countDown();
        busy.join();
        assertThat(web.asked()).hasSize(1);
    }

    @Test
    void aServerThatIsNotThereIsSaidWithoutAnyPath() {
        FetchException refusal = refusal(() -> fetch(known(URI.create("http://127.0.0.1:9/file"))));

        assertThat(refusal)
                .hasMessageContaining("weights.bin: 127.0.0.1:9 cannot be reached")
                .hasMessageNotContaining(temporary.toString());
    }

    private static FetchSettings.Patience hasty() {
        return new FetchSettings.Patience(
                Duration.ofSeconds(5),
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                Duration.ofMillis(1));
    }

    private void trickle(CountDownLatch left, OutputStream out, int from) throws IOException {
        try {
            for (int at = from; !left.await(20, TimeUnit.MILLISECONDS); at++) {
                out.write(content[at]);
                out.flush();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Work work, AtomicReference<Throwable> told) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                work.run();
                            } catch (IOException failed) {
                                told.set(failed);
                            }
                        });
        thread.start();
        return thread;
    }
}
