package org.dragoman.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dragoman.TinyWeb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is taken for a file and what is not, from a real server. */
@Timeout(60)
class FetcherTest extends Downloads {
    @Test
    void aFileIsFetchedWholeAndNothingIsLeftBesideIt() throws IOException {
        List<Long> heard = new ArrayList<>();

        fetcher().fetch(known(web.at(FILE)), into, heard::add);

        assertThat(into).hasBinaryContent(content);
        assertThat(names()).containsExactly("weights.bin");
        assertThat(heard).isSorted().last().isEqualTo((long) content.length);
    }

    @Test
    void whatIsThereWholeIsNotFetchedAgainAndWhatIsDamagedIs() throws IOException {
        fetch(known(web.at(FILE)));
        fetch(known(web.at(FILE)));
        assertThat(web.asked()).hasSize(1);

        Files.write(into, new byte[content.length]);
        fetch(known(web.at(FILE)));
        assertThat(into).hasBinaryContent(content);
    }

    @Test
    void aWrongChecksumIsRefusedAndTheNextTryIsFresh() throws IOException {
        byte[] wrong = content.clone();
        wrong[30_000] ^= 1;
        web.next(FILE, web.whole(wrong));

        FetchException refusal = refusal(() -> fetch(known(web.at(FILE))));

        assertThat(refusal)
                .hasMessage(
                        "weights.bin: what came does not have the checksum that is"
                                + " stated for it");
        assertThat(names()).isEmpty();
        fetch(known(web.at(FILE)));
        assertThat(into).hasBinaryContent(content);
    }

    @Test
    void aWrongSizeIsRefused() throws IOException {
        for (int length : new int[] {100, 39_999, 40_001, 90_000}) {
            web.put(FILE, new byte[length]);
            refusal(() -> fetch(known(web.at(FILE))));
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void whatSendsWithoutEndIsStoppedWhenItIsTooLong() throws IOException {
        web.next(
                FILE,
                (asked, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        out.write(content);
                    }
                });

        assertThat(refusal(() -> fetch(known(web.at(FILE)))))
                .hasMessageContaining("longer than 40000 bytes");
        assertThat(names()).isEmpty();
    }

    @Test
    void whatComesInPlaceOfAFileIsNamed() {
        web.put(
                FILE,
                "version https://git-lfs.github.com/spec/v1\noid sha256:12\n"
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(refusal(() -> fetch(known(web.at(FILE))))).hasMessageContaining("git-lfs");

        byte[] page = "<!DOCTYPE html><p>Log in".getBytes(StandardCharsets.US_ASCII);
        web.put(FILE, page);
        assertThat(refusal(() -> fetch(known(web.at(FILE))))).hasMessageContaining("web page");

        web.next(FILE, web.whole(page, "Content-Type: text/html; charset=utf-8"));
        assertThat(refusal(() -> fetch(known(web.at(FILE))))).hasMessageContaining("web page");
    }

    @Test
    void aRedirectionIsFollowedAndTheTokenStaysBehind() throws IOException {
        try (TinyWeb other = new TinyWeb().put(FILE, content)) {
            web.next("/hub/file", TinyWeb.redirect(other.at(FILE)));
            web.next("/hub/near", TinyWeb.status(307, "Location: /models/weights.bin"));
            FetchSettings settings =
                    new FetchSettings(
                            Map.of(),
                            Map.of(web.at("/"), "secret"),
                            ProxySelector.of(null),
                            4,
                            patience());
            Fetcher fetcher = new Fetcher(settings, new PlainStorage());

            fetcher.fetch(known(web.at("/hub/file")), into, b -> {});
            Files.delete(into);
            fetcher.fetch(known(web.at("/hub/near")), into, b -> {});

            assertThat(other.asked())
                    .extracting(each -> each.header("authorization"))
                    .containsOnly("");
            assertThat(web.asked())
                    .hasSize(3)
                    .extracting(each -> each.header("authorization"))
                    .containsOnly("Bearer secret");
            assertThat(settings.toString()).doesNotContain("secret");
        }
    }

    @Test
    void aCircleOfRedirectionsEnds() {
        for (int i = 0; i < 20; i++) {
            web.next(FILE, TinyWeb.redirect(web.at(FILE)));
        }

        assertThat(refusal(() -> fetch(known(web.at(FILE)))))
                .hasMessageContaining("from one address to the next");
        assertThat(web.asked()).hasSize(9);
    }
}
