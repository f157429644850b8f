package org.dragoman.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** What a download asks of the file system. */
public interface Storage {
    /** A stream to the end of a file, which is made when it is not there. */
    OutputStream append(Path file) throws IOException;

    /** Waits until the content of a file is on the medium. */
    void sync(Path file) throws IOException;

    /** Renames within one file system, over what has the name. */
    void move(Path from, Path to) throws IOException;
}
