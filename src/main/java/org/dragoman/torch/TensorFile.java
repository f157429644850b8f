package org.dragoman.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.dragoman.failure.DragomanException;

/**
 * A little-endian file of any size of which parts are mapped. What was mapped stays so after {@link
 * #close}. Thread-safe.
 */
final class TensorFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final long size;

    private TensorFile(Path path, FileChannel channel, long size) {
        this.path = path;
        this.channel = channel;
        this.size = size;
    }

    /** Makes something of an open file. */
    interface Reading<T> {
        T of(TensorFile file);
    }

    /**
     * Opens a file and makes something of it that will close it; closes it when that fails.
     *
     * @throws DragomanException model-unavailable when the file cannot be read
     */
    static <T> T open(Path path, Reading<T> reading) {
        TensorFile file = open(path);
        try {
            return reading.of(file);
        } catch (RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private static TensorFile open(Path path) {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            try {
                return new TensorFile(path, channel, channel.size());
            } catch (IOException failure) {
                channel.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw FileFault.in(path, "cannot be read", failure);
        }
    }

    /** Bytes of the file when it was opened. */
    long size() {
        return size;
    }

    /**
     * Maps a part.
     *
     * @param what names the part in errors
     * @throws DragomanException model-unavailable when it passes the end or 2 GiB
     */
    ByteBuffer map(long offset, long length, String what) {
        if (offset < 0 || length < 0 || length > size - offset) {
            throw damaged(what + " passes the end of the file");
        }
        if (length > Integer.MAX_VALUE) {
            throw damaged(what + " is larger than 2 GiB");
        }
        try {
            return channel.map(FileChannel.MapMode.READ_ONLY, offset, length)
                    .order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException failure) {
            throw FileFault.in(path, "cannot be read", failure);
        }
    }

    /**
     * Copies a small part.
     *
     * @param what names the part in errors
     * @throws DragomanException model-unavailable when it passes the end
     */
    ByteBuffer read(long offset, int length, String what) {
        if (offset < 0 || length > size - offset) {
            throw damaged(what + " passes the end of the file");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, offset + bytes.position()) < 0) {
                    throw damaged("became shorter while it was read");
                }
            }
        } catch (IOException failure) {
            throw FileFault.in(path, "cannot be read", failure);
        }
        return bytes.flip();
    }

    DragomanException damaged(String problem) {
        return FileFault.in(path, problem);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The tensor with this name.
     *
     * @throws DragomanException model-unavailable when the file has none
     */
    <T> T required(Map<String, T> tensors, String name) {
        T tensor = tensors.get(name);
        if (tensor == null) {
            throw damaged("has no tensor " + name);
        }
        return tensor;
    }
}
