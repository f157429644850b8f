package org.dragoman.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.Dependent;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/** The standard streams in UTF-8, whatever the locale: text, or JSON as HTTP would answer. */
@Dependent
final class Terminal {
    private static final int WIDTH = 100;

    private final ObjectWriter json;
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final PrintStream err =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    Terminal(ObjectMapper mapper) {
        this.json = mapper.writerWithDefaultPrettyPrinter();
    }

    void json(Object answer) {
        try {
            out.println(json.writeValueAsString(answer));
        } catch (JsonProcessingException impossible) {
            throw new DragomanException(ErrorCode.INTERNAL, "Internal error.", impossible);
        }
    }

    /** The text as it is. */
    void print(String text) {
        out.println(text);
    }

    /** A line beside the answer, on standard error. */
    void note(String text) {
        err.println(text);
    }

    void blank() {
        out.println();
    }

    /** A heading over a part of the answer. */
    void heading(String text) {
        out.println();
        out.println(text);
        out.println("-".repeat(Math.min(WIDTH, text.codePointCount(0, text.length()))));
    }

    /** A paragraph, its lines broken at white space. */
    void paragraph(String text, String indent) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.strip().split("\\s+", -1)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        out.println(line);
    }
}
