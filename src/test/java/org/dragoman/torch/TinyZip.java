package org.dragoman.torch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes zip files as {@code torch.save} does: stored members, a zip64 end, and nothing checked.
 */
final class TinyZip implements AutoCloseable {

    private final RandomAccessFile out;
    private final List<Entry> entries = new ArrayList<>();

    TinyZip(Path file) throws IOException {
        out = new RandomAccessFile(file.toFile(), "rw");
        out.setLength(0);
    }

    private record Entry(String name, long offset, long size) {}

    /** A member whose directory entry and own header have the same name. */
    TinyZip add(String name, byte[] content) throws IOException {
        return add(name, name, content);
    }

    TinyZip add(String name, String ownName, byte[] content) throws IOException {
        enter(name, out.getFilePointer(), content.length);
        byte[] text = ownName.getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, 0x04034b50).putShort(26, (short) text.length);
        out.write(header.array());
        out.write(text);
        out.write(content);
        return this;
    }

    /** An entry in the directory and nothing else. */
    TinyZip enter(String name, long offset, long size) {
        entries.add(new Entry(name, offset, size));
        return this;
    }

    /** Leaves a hole, so that what follows lies at this offset. */
    TinyZip seek(long offset) throws IOException {
        out.seek(offset);
        return this;
    }

    @Override
    public void close() throws IOException {
        long start = out.getFilePointer();
        for (Entry entry : entries) {
            out.write(directoryEntry(entry));
        }
        long end = out.getFilePointer();
        ByteBuffer ends = ByteBuffer.allocate(56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
        ends.putInt(0x06064b50).putLong(44).putInt(0).putLong(0);
        ends.putLong(entries.size()).putLong(entries.size()).putLong(end - start).putLong(start);
        ends.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        ends.putInt(0x06054b50).putInt(0);
        ends.putShort((short) entries.size()).putShort((short) entries.size());
        ends.putInt((int) (end - start)).putInt((int) Math.min(start, 0xffffffffL));
        out.write(ends.array());
        out.close();
    }

    private static byte[] directoryEntry(Entry entry) {
        byte[] text = entry.name().getBytes(StandardCharsets.UTF_8);
        ByteBuffer record =
                ByteBuffer.allocate(46 + text.length + 28).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(0, 0x02014b50).putInt(20, -1).putInt(24, -1).putInt(42, -1);
        record.putShort(28, (short) text.length).putShort(30, (short) 28);
        record.position(46).put(text).putShort((short) 1).putShort((short) 24);
        record.putLong(entry.size()).putLong(entry.size()).putLong(entry.offset());
        return record.array();
    }
}
