package org.dragoman;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

/**
 * A real server of files on this machine that can be told to be as bad as servers are. One request
 * a connection; files have an ETag of their content and are served in ranges. It also plays a
 * proxy: what is asked of one has the whole address as its target.
 */
public final class TinyWeb implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Deque<Page>> pages = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicLong served = new AtomicLong();

    public TinyWeb() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::listen);
    }

    /** A request: header names in lower case. */
    public record Asked(String method, String target, Map<String, String> headers) {
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** An answer, written down to its status line. */
    @FunctionalInterface
    public interface Page {
        void answer(Asked asked, OutputStream out) throws IOException;
    }

    /** The address of a target, which begins with a slash. */
    public URI at(String target) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + target);
    }

    public TinyWeb put(String target, byte[] content) {
        files.put(target, content);
        return this;
    }

    public void remove(String target) {
        files.remove(target);
    }

    /** The next answers for a target, one after the other, before its file is served again. */
    public TinyWeb next(String target, Page... answers) {
        pages.computeIfAbsent(target, name -> new ArrayDeque<>()).addAll(Arrays.asList(answers));
        return this;
    }

    /** All requests until now. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public List<Asked> asked(String target) {
        return asked.stream().filter(each -> each.target().equals(target)).toList();
    }

    /** Bytes of files that were sent until now. */
    public long served() {
        return served.get();
    }

    /** An answer without a body; headers as lines. */
    public static Page status(int status, String... headers) {
        return (asked, out) -> head(out, status, 0, headers);
    }

    public static Page redirect(URI to) {
        return status(302, "Location: " + to);
    }

    /** Serves a file as always, and breaks the connection when so many bytes of it have gone. */
    public Page cut(LongUnaryOperator at) {
        return (asked, out) -> {
            byte[] content = files.get(asked.target());
            serve(asked, content, out, (int) at.applyAsLong(content.length));
        };
    }

    /** Sends all of a content, whatever was asked, with these headers. */
    public Page whole(byte[] content, String... headers) {
        return (asked, out) -> {
            head(out, 200, content.length, headers);
            send(content, 0, content.length, out);
        };
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                daemon(() -> answer(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller;
                InputStream in = new BufferedInputStream(caller.getInputStream());
                OutputStream out = caller.getOutputStream()) {
            Asked request = read(in);
            asked.add(request);
            page(request).answer(request, out);
            out.flush();
        } catch (IOException callerLeft) {
            // As servers do.
        }
    }

    private Page page(Asked request) {
        Deque<Page> next = pages.get(request.target());
        if (next != null) {
            synchronized (next) {
                if (!next.isEmpty()) {
                    return next.poll();
                }
            }
        }
        byte[] content = files.get(request.target());
        return content == null
                ? status(404)
                : (asked, out) -> serve(asked, content, out, Integer.MAX_VALUE);
    }

    private void serve(Asked asked, byte[] content, OutputStream out, int cut) throws IOException {
        String tag = "\"" + Arrays.hashCode(content) + "\"";
        String range = asked.header("range");
        boolean current =
                asked.header("if-range").isEmpty() || asked.header("if-range").equals(tag);
        if (range.isEmpty() || !current) {
            head(out, 200, content.length, "ETag: " + tag);
            send(content, 0, Math.min(cut, content.length), out);
            return;
        }
        int from = Integer.parseInt(range.replaceAll("[^0-9]", ""));
        if (from >= content.length) {
            head(out, 416, 0, "Content-Range: bytes */" + content.length);
            return;
        }
        head(
                out,
                206,
                content.length - from,
                "ETag: " + tag,
                "Content-Range: bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        send(content, from, Math.min(cut, content.length), out);
    }

    private void send(byte[] content, int from, int to, OutputStream out) throws IOException {
        if (to > from) {
            served.addAndGet(to - from);
            out.write(content, from, to - from);
        }
    }

    /** Writes the head of an answer. */
    public static void head(OutputStream out, int status, long length, String... headers)
            throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
        head.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Asked read(InputStream in) throws IOException {
        String[] first = line(in).split(" ", -1);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Asked(first[0], first[1], headers);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The caller left");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "tiny-web");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
