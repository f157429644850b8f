package org.dragoman.torch;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Words for a model file that cannot be used: its name and what is wrong with it. */
final class FileFault {
    /** Characters of a file's own words that a message repeats at most. */
    private static final int LONGEST = 80;

    private static final Pattern STRANGE = Pattern.compile("[^ -~]");

    private FileFault() {}

    static DragomanException in(Path file, String what) {
        return in(file, what, null);
    }

    static DragomanException in(Path file, String what, @Nullable Throwable cause) {
        return new DragomanException(
                ErrorCode.MODEL_UNAVAILABLE, file.getFileName() + ": " + what, cause);
    }

    /** A name from a file, fit for a message: printable ASCII and short. */
    static String plain(@Nullable String name) {
        if (name == null) {
            return "?";
        }
        String start = name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
        return STRANGE.matcher(start).replaceAll("?");
    }
}
