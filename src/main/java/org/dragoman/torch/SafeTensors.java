package org.dragoman.torch;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.dragoman.failure.DragomanException;
import org.jspecify.annotations.Nullable;

/**
 * A safetensors file: a length, a header in JSON, the tensors. Everything the header says is held
 * against the file's size before anything is made of it; tensors are mapped, not read. Not
 * thread-safe.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
final class SafeTensors implements AutoCloseable {
    /** The largest header the format allows. */
    private static final long LARGEST_HEADER = 100_000_000;

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private final Path file;
    private final FileChannel channel;
    private final Map<String, StoredTensor> tensors;

    private SafeTensors(Path file, FileChannel channel, Map<String, StoredTensor> tensors) {
        this.file = file;
        this.channel = channel;
        this.tensors = tensors;
    }

    /**
     * Reads and checks the header.
     *
     * @throws DragomanException model-unavailable, naming the file and what is wrong with it
     */
    static SafeTensors open(Path file) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            SafeTensors opened = new SafeTensors(file, channel, header(file, channel));
            channel = null;
            return opened;
        } catch (IOException failure) {
            throw FileFault.in(file, "cannot be read", failure);
        } finally {
            close(channel);
        }
    }

    boolean has(String name) {
        return tensors.containsKey(name);
    }

    /**
     * A tensor in float32, little endian, in row-major order; mapped where it is stored so.
     *
     * @throws DragomanException model-unavailable when it is missing, has another shape, or a type
     *     that is not floating point of 16 or 32 bits
     */
    ByteBuffer floats(String name, long... shape) {
        StoredTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw FileFault.in(file, "has no tensor " + name);
        }
        if (!tensor.hasShape(shape)) {
            throw FileFault.in(file, name + " has an unexpected shape");
        }
        if (!tensor.type().isFloat()) {
            throw FileFault.in(file, name + " has the type " + tensor.type() + ", not a float");
        }
        return tensor.type().widen(map(tensor.offset(), tensor.bytes()));
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ByteBuffer map(long offset, long length) {
        if (length > Integer.MAX_VALUE) {
            throw FileFault.in(file, "holds a tensor larger than 2 GiB");
        }
        try {
            return channel.map(MapMode.READ_ONLY, offset, length).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException failure) {
            throw FileFault.in(file, "cannot be read", failure);
        }
    }

    private static Map<String, StoredTensor> header(Path file, FileChannel channel)
            throws IOException {
        long size = channel.size();
        long length =
                size < 8
                        ? -1
                        : ByteBuffer.wrap(read(channel, 0, 8))
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getLong();
        if (length < 2 || length > Math.min(LARGEST_HEADER, size - 8)) {
            throw FileFault.in(file, "the header does not fit in the file");
        }
        JsonNode root = parse(file, read(channel, 8, (int) length));
        Map<String, StoredTensor> tensors = new HashMap<>();
        long start = 8 + length;
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            if (!entry.getKey().equals("__metadata__")) {
                StoredTensor tensor = StoredTensor.parse(file, entry, start);
                if (tensor.bytes() > size - tensor.offset()) {
                    throw FileFault.in(file, entry.getKey() + " passes the end of the file");
                }
                tensors.put(entry.getKey(), tensor);
            }
        }
        return Map.copyOf(tensors);
    }

    private static JsonNode parse(Path file, byte[] text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (!root.isObject()) {
                throw FileFault.in(file, "the header is not an object");
            }
            return root;
        } catch (JacksonException malformed) {
            throw FileFault.in(file, "the header is not JSON", malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] read(FileChannel channel, long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new IOException("The file became shorter while it was read");
            }
        }
        return bytes;
    }
}
