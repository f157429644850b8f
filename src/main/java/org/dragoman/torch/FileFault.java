package org.dragoman.torch;

import java.nio.file.Path;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Words for a model file that cannot be used: its name and what is wrong with it. */
final class FileFault {
    private FileFault() {}

    static DragomanException in(Path file, String what) {
        return in(file, what, null);
    }

    static DragomanException in(Path file, String what, @Nullable Throwable cause) {
        return new DragomanException(
                ErrorCode.MODEL_UNAVAILABLE, file.getFileName() + ": " + what, cause);
    }
}
