package org.dragoman.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of an answer to the end of a file as it comes. The connection's threads call it;
 * after {@link #close} it writes nothing more.
 */
final class Receiver implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final long most;
    private final LongConsumer progress;
    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private final byte[] buffer = new byte[BUFFER];
    private Flow.@Nullable Subscription subscription;
    private long size;
    private boolean closed;

    /**
     * Receives into a stream, which is closed with this.
     *
     * @param size bytes there are before the first that comes
     * @param most bytes there may be at the end
     * @param progress hears of all bytes there are
     */
    Receiver(OutputStream out, long size, long most, LongConsumer progress) {
        this.out = out;
        this.size = size;
        this.most = most;
        this.progress = progress;
    }

    /**
     * All bytes there are when the body has ended; fails with a {@link TooLong}, with a {@link
     * Unwritten} when the disk refused, and with what the connection says.
     */
    CompletableFuture<Long> done() {
        return done;
    }

    /** All bytes there are now. */
    synchronized long size() {
        return size;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription to) {
        subscription = to;
        to.request(1);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> piece) {
        if (closed || subscription == null) {
            return;
        }
        try {
            for (ByteBuffer each : piece) {
                write(each);
            }
            subscription.request(1);
        } catch (TooLong tooLong) {
            fail(tooLong);
        } catch (IOException disk) {
            fail(new Unwritten(disk));
        }
    }

    private void write(ByteBuffer bytes) throws IOException, TooLong {
        while (bytes.hasRemaining()) {
            int count = Math.min(bytes.remaining(), buffer.length);
            if (size + count > most) {
                throw new TooLong();
            }
            bytes.get(buffer, 0, count);
            out.write(buffer, 0, count);
            size += count;
            progress.accept(size);
        }
    }

    private void fail(Exception failure) {
        if (subscription != null) {
            subscription.cancel();
        }
        done.completeExceptionally(failure);
    }

    @Override
    public void onError(Throwable failure) {
        done.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        done.complete(size());
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (subscription != null) {
            subscription.cancel();
        }
        out.close();
    }

    /** More came than there may be. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The disk refused what came. */
    static final class Unwritten extends Exception {
        private static final long serialVersionUID = 1L;

        private final IOException reason;

        Unwritten(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }
}
