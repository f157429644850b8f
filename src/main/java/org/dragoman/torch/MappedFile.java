package org.dragoman.torch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dragoman.failure.DragomanException;

/**
 * A little-endian file read from front to back, in place. Every length is held against what is left
 * of the file before anything is made of it. One thread.
 */
final class MappedFile {

    private final Path path;
    private final ByteBuffer bytes;

    private MappedFile(Path path, ByteBuffer bytes) {
        this.path = path;
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * @throws DragomanException model-unavailable when the file cannot be read
     */
    static MappedFile open(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size > Integer.MAX_VALUE) {
                throw FileFault.in(path, "it is larger than 2 GiB");
            }
            return new MappedFile(path, channel.map(FileChannel.MapMode.READ_ONLY, 0, size));
        } catch (IOException e) {
            throw FileFault.in(path, "it cannot be read");
        }
    }

    DragomanException damaged(String problem) {
        return FileFault.in(path, problem);
    }

    int remaining() {
        return bytes.remaining();
    }

    long u64(String what) {
        require(Long.BYTES, what);
        return bytes.getLong();
    }

    int i32(String what) {
        require(Integer.BYTES, what);
        return bytes.getInt();
    }

    /** A count of things of which each takes at least {@code each} bytes of what is left. */
    int count(long each, String what) {
        return fits(u64(what), each, what);
    }

    /** The same for a count that was read before. */
    int fits(long count, long each, String what) {
        if (count < 0 || count > bytes.remaining() / each) {
            throw damaged(what + " passes the end of the file");
        }
        return (int) count;
    }

    /** The next {@code length} bytes, not copied. */
    ByteBuffer slice(int length, String what) {
        require(length, what);
        ByteBuffer slice = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + length);
        return slice;
    }

    private void require(int length, String what) {
        if (length < 0 || length > bytes.remaining()) {
            throw damaged(what + " passes the end of the file");
        }
    }
}
