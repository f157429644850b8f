package org.dragoman.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who connects to it, and hangs up. */
final class CountingProxy implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();
    private final Thread thread = new Thread(this::accept, "counting proxy");

    CountingProxy() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = socket.accept();
                connections.incrementAndGet();
                caller.close();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    int connections() {
        return connections.get();
    }

    /** Options by which Java sends every connection that leaves this machine here. */
    List<String> options() {
        String port = String.valueOf(socket.getLocalPort());
        return List.of(
                "-Dhttp.proxyHost=127.0.0.1",
                "-Dhttp.proxyPort=" + port,
                "-Dhttps.proxyHost=127.0.0.1",
                "-Dhttps.proxyPort=" + port,
                "-DsocksProxyHost=127.0.0.1",
                "-DsocksProxyPort=" + port);
    }

    /** Variables by which other programs do. */
    Map<String, String> variables() {
        String address = "http://127.0.0.1:" + socket.getLocalPort();
        return Map.of(
                "http_proxy", address,
                "https_proxy", address,
                "all_proxy", address,
                "HTTP_PROXY", address,
                "HTTPS_PROXY", address,
                "ALL_PROXY", address);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
