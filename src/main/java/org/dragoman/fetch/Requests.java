package org.dragoman.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.dragoman.fetch.FetchException.Remedy;
import org.jspecify.annotations.Nullable;

/**
 * Asks servers for files and follows where they point. A token goes to the server it is for and to
 * no other that this one points to; from https nothing leads to http. Thread-safe.
 */
final class Requests {
    private static final int MOST_HOPS = 8;

    /** Without it Java sends no password to a proxy that is to pass https on. */
    private static final String TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

    private final FetchSettings settings;
    private volatile @Nullable HttpClient client;

    Requests(FetchSettings settings) {
        this.settings = settings;
    }

    /**
     * The answer that all redirections end at; somebody has to subscribe to its body.
     *
     * @param headers sent to every server on the way
     */
    HttpResponse<Flow.Publisher<List<ByteBuffer>>> get(URI address, Map<String, String> headers)
            throws IOException {
        URI at = address;
        for (int hops = 0; hops <= MOST_HOPS; hops++) {
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer =
                    await(client().sendAsync(request(at, headers), BodyHandlers.ofPublisher()), at);
            Optional<String> location = answer.headers().firstValue("Location");
            if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
                return answer;
            }
            drop(answer);
            at = next(at, location.get());
        }
        throw new FetchException(
                Remedy.ELSEWHERE, server(address) + " points from one address to the next");
    }

    /** Lets the body of an answer go; the refusal of a proxy has none. */
    static void drop(HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer) {
        Optional.ofNullable(answer.body()).ifPresent(body -> body.subscribe(new Dropping()));
    }

    /** How messages call the server of an address. */
    static String server(URI address) {
        return address.getPort() < 0
                ? address.getHost()
                : address.getHost() + ":" + address.getPort();
    }

    /** What a person reads of a connection that failed. */
    static FetchException failed(Throwable reason, URI address) {
        String server = server(address);
        if (reason instanceof FetchException told) {
            return told;
        }
        if (reason instanceof ConnectException || reason instanceof HttpConnectTimeoutException) {
            return new FetchException(
                    Remedy.AGAIN,
                    server + " cannot be reached (behind a proxy, set HTTPS_PROXY)",
                    reason);
        }
        if (reason instanceof SSLException) {
            return new FetchException(
                    Remedy.ELSEWHERE,
                    "no secure connection to " + server + ": its certificate is not trusted here",
                    reason);
        }
        return new FetchException(Remedy.AGAIN, "the connection to " + server + " broke", reason);
    }

    private <T> T await(CompletableFuture<T> answer, URI address) throws IOException {
        Duration patience = settings.patience().connect().plus(settings.patience().stall());
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed(reason(failed), address);
        } catch (TimeoutException slow) {
            throw new FetchException(Remedy.ELSEWHERE, server(address) + " does not answer", slow);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a file was asked for");
        } finally {
            answer.cancel(true);
        }
    }

    /** Why an answer did not come. */
    static Throwable reason(ExecutionException failed) {
        return failed.getCause() == null ? failed : failed.getCause();
    }

    private HttpRequest request(URI at, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at).GET();
        request.setHeader("User-Agent", "dragoman");
        request.setHeader("Accept-Encoding", "identity");
        headers.forEach(request::setHeader);
        token(at).ifPresent(token -> request.setHeader("Authorization", "Bearer " + token));
        if (settings.proxies() instanceof Proxies proxies) {
            proxies.authorization(at)
                    .ifPresent(value -> request.setHeader("Proxy-Authorization", value));
        }
        return request.build();
    }

    private Optional<String> token(URI at) {
        return settings.tokens().entrySet().stream()
                .filter(entry -> origin(entry.getKey()).equals(origin(at)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String origin(URI address) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() < 0 ? (secure ? 443 : 80) : address.getPort();
        return (address.getScheme() + "://" + address.getHost() + ":" + port)
                .toLowerCase(Locale.ROOT);
    }

    private static URI next(URI at, String location) throws FetchException {
        URI next;
        try {
            next = at.resolve(URI.create(location));
        } catch (IllegalArgumentException noAddress) {
            throw new FetchException(Remedy.ELSEWHERE, server(at) + " points to no address");
        }
        boolean web = "https".equals(next.getScheme()) || "http".equals(next.getScheme());
        if (!web || next.getHost() == null) {
            throw new FetchException(Remedy.ELSEWHERE, server(at) + " points to no web address");
        }
        if ("https".equals(at.getScheme()) && "http".equals(next.getScheme())) {
            throw new FetchException(
                    Remedy.ELSEWHERE,
                    server(at) + " points to an address that is not secure; it is not followed");
        }
        return next;
    }

    /** Made when the first file is asked for: a service that fetches nothing has none. */
    private HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            synchronized (this) {
                made = client == null ? make() : client;
                client = made;
            }
        }
        return made;
    }

    private HttpClient make() {
        if (System.getProperty(TUNNELS) == null) {
            System.setProperty(TUNNELS, "");
        }
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(settings.proxies())
                .connectTimeout(settings.patience().connect())
                .build();
    }

    /** Asks for nothing of a body. */
    private static final class Dropping implements Flow.Subscriber<List<ByteBuffer>> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> item) {
            // Nothing was asked for.
        }

        @Override
        public void onError(Throwable failure) {
            // Nothing was asked for.
        }

        @Override
        public void onComplete() {
            // Nothing was asked for.
        }
    }
}
