package org.dragoman.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.fetch.FetchException.Remedy;

/**
 * One try to bring a partial file to its end from one address: the rest is asked for by {@code
 * Range} and, so that it is the rest of the same content, {@code If-Range} (RFC 9110, sections
 * 13.1.5 and 14). What came stays for the next try. Immutable.
 */
record Transfer(Requests requests, FetchSettings.Patience patience, Storage storage) {
    private static final Pattern RANGE =
            Pattern.compile("bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|\\*)");

    /**
     * Brings the partial file to its end; what it holds then is not checked here.
     *
     * @return whether bytes of an earlier try are in it
     * @throws FetchException what was wrong, and what may help
     */
    boolean run(Remote remote, URI address, Partial partial, LongConsumer progress)
            throws IOException {
        Map<String, String> rest = rest(remote, address, partial);
        if (rest.isEmpty()) {
            partial.discard();
        }
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer = requests.get(address, rest);
        long start;
        try {
            start = accepted(remote, address, answer, partial);
        } catch (IOException refused) {
            Requests.drop(answer);
            throw refused;
        }
        try (Receiver receiver =
                new Receiver(storage.append(partial.path()), start, remote.most(), progress)) {
            answer.body().subscribe(receiver);
            await(receiver, answer.uri());
        } catch (Receiver.TooLong tooLong) {
            partial.discard();
            throw longer(remote);
        }
        return start > 0;
    }

    /** The headers that ask for the rest; empty when all is to be sent. */
    private static Map<String, String> rest(Remote remote, URI address, Partial partial)
            throws IOException {
        long size = partial.size();
        Optional<String> validator = partial.validator(address);
        if (size == 0 || size > remote.most() || (validator.isEmpty() && !remote.pinned())) {
            return Map.of();
        }
        String range = "bytes=" + size + "-";
        return validator
                .map(value -> Map.of("Range", range, "If-Range", value))
                .orElse(Map.of("Range", range));
    }

    /** Where in the file the body begins. */
    private static long accepted(
            Remote remote, URI address, HttpResponse<?> answer, Partial partial)
            throws IOException {
        Refusal.check(answer);
        long start = answer.statusCode() == 206 ? start(answer, partial) : 0;
        long all = all(answer.headers(), start);
        if (all > remote.most()) {
            throw longer(remote);
        }
        String validator = validator(answer.headers());
        if (start == 0) {
            partial.discard();
        } else if (!remote.pinned() && !partial.validator(address).equals(Optional.of(validator))) {
            throw new FetchException(Remedy.AFRESH, "it has changed on the server meanwhile");
        }
        partial.comesFrom(address, validator);
        return start;
    }

    private static long start(HttpResponse<?> answer, Partial partial) throws FetchException {
        Matcher range = range(answer.headers());
        if (range.matches() && Long.parseLong(range.group(1)) == partial.size()) {
            return partial.size();
        }
        throw new FetchException(
                Remedy.AFRESH, Requests.server(answer.uri()) + " sent another part of it");
    }

    private static Matcher range(HttpHeaders headers) {
        return RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
    }

    /** The size of the whole file; -1 when the server does not say. */
    private static long all(HttpHeaders headers, long start) {
        Matcher range = range(headers);
        if (start > 0 && range.matches() && !range.group(2).equals("*")) {
            return Long.parseLong(range.group(2));
        }
        return headers.firstValueAsLong("Content-Length").orElse(-1 - start) + start;
    }

    /** What names the very bytes: a strong ETag, else the date of the last change, else nothing. */
    private static String validator(HttpHeaders headers) {
        return headers.firstValue("ETag")
                .filter(tag -> tag.startsWith("\""))
                .or(() -> headers.firstValue("Last-Modified"))
                .orElse("");
    }

    private void await(Receiver receiver, URI server) throws IOException, Receiver.TooLong {
        long before = receiver.size();
        while (true) {
            try {
                receiver.done().get(patience.stall().toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException slow) {
                long now = receiver.size();
                if (now - before < FetchSettings.Patience.LEAST) {
                    throw new FetchException(
                            Remedy.ELSEWHERE, Requests.server(server) + " sends too slowly", slow);
                }
                before = now;
            } catch (ExecutionException failed) {
                throw told(Requests.reason(failed), server);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while a file was fetched");
            }
        }
    }

    private static IOException told(Throwable reason, URI server) throws Receiver.TooLong {
        if (reason instanceof Receiver.TooLong tooLong) {
            throw tooLong;
        }
        return reason instanceof Receiver.Unwritten unwritten
                ? unwritten.reason()
                : Requests.failed(reason, server);
    }

    private static FetchException longer(Remote remote) {
        return new FetchException(
                Remedy.ELSEWHERE, "what comes is longer than " + remote.most() + " bytes");
    }
}
