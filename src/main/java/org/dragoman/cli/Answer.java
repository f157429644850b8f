package org.dragoman.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Where what a command answers goes: text or JSON to its output, notes beside it to its errors. */
record Answer(CommandSpec spec, ObjectMapper mapper) {
    void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }

    void line(String text) {
        print(text + "\n");
    }

    void json(Object answer) {
        try {
            line(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Records become JSON", impossible);
        }
    }

    /** A line for the person in front of it. */
    void note(String text) {
        PrintWriter err = spec.commandLine().getErr();
        err.print(text + "\n");
        err.flush();
    }
}
