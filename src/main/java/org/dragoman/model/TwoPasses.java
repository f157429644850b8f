package org.dragoman.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * One progress for files that are read twice: first for their checksums, which are taken here, then
 * to be copied, which an installation does. For one thread.
 */
final class TwoPasses implements Progress {
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final long size;
    private final Progress progress;
    private long read;

    /**
     * @param size bytes of all files together
     */
    TwoPasses(String name, long size, Progress progress) {
        this.name = name;
        this.size = size;
        this.progress = progress;
    }

    /** A file as a card describes it. */
    ModelFile checked(HubFiles.Found found, Path file) throws IOException {
        MessageDigest sha256 = CheckedFile.sha256();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            int count;
            while ((count = in.read(buffer)) >= 0) {
                sha256.update(buffer, 0, count);
                bytes += count;
                read += count;
                progress.update(name, Math.min(read, size), 2 * size);
            }
        }
        String sum = HexFormat.of().formatHex(sha256.digest());
        return new ModelFile(found.role(), found.path(), found.member(), sum, bytes);
    }

    @Override
    public void update(String model, long copied, long total) {
        progress.update(name, size + Math.min(copied, size), 2 * size);
    }
}
