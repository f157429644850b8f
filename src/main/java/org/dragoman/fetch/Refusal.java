package org.dragoman.fetch;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.dragoman.fetch.FetchException.Remedy;
import org.jspecify.annotations.Nullable;

/** What an answer says that does not bring a file. */
final class Refusal {
    private static final int PARTIAL = 206;
    private static final int RANGE = 416;

    private Refusal() {}

    /**
     * Requires that an answer brings a file or the rest of one.
     *
     * @throws FetchException what it is instead
     */
    static void check(HttpResponse<?> answer) throws FetchException {
        int status = answer.statusCode();
        String server = Requests.server(answer.uri());
        if (status != 200 && status != PARTIAL) {
            throw of(status, answer.headers(), server);
        }
        if (page(answer.headers()) && !isPage(answer.uri())) {
            throw new FetchException(
                    Remedy.ELSEWHERE,
                    server + " sent a web page in its place (a login, or a proxy's notice?)");
        }
    }

    private static FetchException of(int status, HttpHeaders headers, String server) {
        if (status == RANGE) {
            return told(Remedy.AFRESH, server + " has no more of it", status, null);
        }
        if (status == 429 || status >= 500 || status == 408) {
            Duration asked =
                    headers.firstValue("Retry-After")
                            .flatMap(value -> RetryAfter.of(value, Instant.now()))
                            .orElse(null);
            return told(
                    Remedy.AGAIN,
                    server + " is busy or out of order (" + status + ")",
                    status,
                    asked);
        }
        String problem =
                switch (status) {
                    case 401, 403 -> server + " does not give it without permission";
                    case 404, 410 -> server + " does not have it";
                    case 407 -> "the proxy wants a name and a password in its address";
                    default -> server + " refuses it";
                };
        return told(Remedy.ELSEWHERE, problem + " (" + status + ")", status, null);
    }

    private static FetchException told(
            Remedy remedy, String problem, int status, @Nullable Duration asked) {
        return new FetchException(remedy, problem, status, asked, null);
    }

    private static boolean page(HttpHeaders headers) {
        return headers.firstValue("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                .isPresent();
    }

    private static boolean isPage(URI address) {
        return address.getPath().endsWith(".html");
    }
}
