package org.dragoman.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * A zip or tar archive of one folder, which anyone may have made: only its regular files are seen,
 * by their paths in the folder, and nothing is written under a name that stands in it. One thread.
 */
final class Archive implements AutoCloseable {
    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_EXPANSION = 64;
    private static final int BUFFER = 1 << 16;
    private static final int BLOCK = 512;

    private final AutoCloseable file;
    private final Map<String, Opening> members;
    private final long most;

    private Archive(AutoCloseable file, Map<String, Opening> members, long most) {
        this.file = file;
        this.members = inOneFolder(members);
        this.most = most;
    }

    /**
     * Opens an archive.
     *
     * @param work for the tar archive of a {@code .tar.gz}, which can be read in one order only
     * @throws DragomanException model-unavailable when it is none, or has far too many members
     */
    static Archive open(Path path, Path work) throws IOException {
        String head = head(path);
        long most = MOST_EXPANSION * Files.size(path);
        try {
            if (head.startsWith("PK\3\4")) {
                return zip(new ZipFile(path.toFile()), most);
            }
            if (head.startsWith("\u001f\u008b")) {
                return tar(gunzipped(path, work, most), most);
            }
            if (head.startsWith("ustar", 257)) {
                return tar(path, most);
            }
        } catch (IOException | IllegalArgumentException damaged) {
            if (damaged instanceof IOException disk && Disk.full(disk)) {
                throw disk;
            }
            throw new DragomanException(
                    ErrorCode.MODEL_UNAVAILABLE,
                    damaged instanceof TooLarge ? TooLarge.MESSAGE : "The archive is damaged",
                    damaged);
        }
        throw refused("It is neither a folder nor a zip, tar or tar.gz archive");
    }

    /** The paths of its files. */
    Set<String> names() {
        return new TreeSet<>(members.keySet());
    }

    /**
     * The content of a file; an IOException when it is damaged, or is far larger than the archive.
     *
     * @throws NoSuchFileException when it is not there
     */
    InputStream open(String name) throws IOException {
        Opening member = members.get(name);
        if (member == null) {
            throw new NoSuchFileException(name);
        }
        return new Bounded(member.open(), most);
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } catch (IOException failed) {
            throw failed;
        } catch (Exception other) {
            throw new IOException(other);
        }
    }

    private static Archive zip(ZipFile zip, long most) throws IOException {
        Map<String, Opening> members = new HashMap<>();
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (!entry.isDirectory()) {
                members.put(entry.getName(), () -> zip.getInputStream(entry));
            }
        }
        return new Archive(zip, members, most);
    }

    private static Archive tar(Path path, long most) throws IOException {
        if (!ended(path)) {
            throw refused("The archive is cut off");
        }
        TarFile tar = new TarFile(path.toFile());
        Map<String, Opening> members = new HashMap<>();
        for (TarArchiveEntry entry : tar.getEntries()) {
            if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink() && !entry.isSparse()) {
                members.put(entry.getName(), () -> tar.getInputStream(entry));
            }
        }
        return new Archive(tar, members, most);
    }

    /**
     * A tar archive ends in two blocks of zeros (POSIX.1-2001, pax); without them it was cut off.
     */
    private static boolean ended(Path path) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(2 * BLOCK);
        try (FileChannel channel = FileChannel.open(path)) {
            channel.position(Math.max(0, channel.size() - 2 * BLOCK));
            while (last.hasRemaining() && channel.read(last) >= 0) {
                // Reads on.
            }
        }
        return !last.hasRemaining() && last.flip().equals(ByteBuffer.allocate(2 * BLOCK));
    }

    /** An archive of a folder has all in it below the folder's name, or all at the top. */
    private static Map<String, Opening> inOneFolder(Map<String, Opening> members) {
        if (members.size() > MOST_ENTRIES) {
            throw refused("The archive holds more than " + MOST_ENTRIES + " files");
        }
        Map<String, Opening> plain = new HashMap<>();
        members.forEach((name, member) -> plain.put(name.replaceFirst("^(\\./)+", ""), member));
        Set<String> tops = new TreeSet<>();
        plain.keySet().forEach(name -> tops.add(name.substring(0, name.indexOf('/') + 1)));
        if (tops.size() != 1 || tops.contains("")) {
            return plain;
        }
        int top = tops.iterator().next().length();
        Map<String, Opening> below = new HashMap<>();
        plain.forEach((name, member) -> below.put(name.substring(top), member));
        return below;
    }

    private static Path gunzipped(Path path, Path work, long most) throws IOException {
        Path tar = Files.createDirectories(work).resolve("archive.tar");
        Files.deleteIfExists(tar);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path), BUFFER);
                OutputStream out = Files.newOutputStream(tar)) {
            new Bounded(in, most).transferTo(out);
        }
        return tar;
    }

    private static String head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(BLOCK), StandardCharsets.ISO_8859_1);
        }
    }

    private static DragomanException refused(String problem) {
        return new DragomanException(ErrorCode.MODEL_UNAVAILABLE, problem);
    }

    /** Opens a member. */
    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }

    /** Ends with an error when more comes than there may be. */
    static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            return count(super.read() < 0 ? -1 : 1);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return count(super.read(into, from, length));
        }

        private int count(int read) throws IOException {
            left -= Math.max(0, read);
            if (left < 0) {
                throw new TooLarge();
            }
            return read;
        }
    }

    /** Nothing that is honest grows so much. */
    private static final class TooLarge extends ZipException {
        private static final long serialVersionUID = 1L;
        private static final String MESSAGE = "What is packed is far larger than its archive";

        TooLarge() {
            super(MESSAGE);
        }
    }
}
