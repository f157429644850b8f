package org.dragoman.summarization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts written for these tests. */
final class Samples {
    /**
     * News in English with a headline, a dateline, a question, quotations and leaning sentences.
     */
    static final String HARBOUR = read("harbour.txt");

    /** News in Portuguese with a headline and leaning sentences. */
    static final String PONTE = read("ponte.txt");

    /** More than sixty sentences on bees, after a beginning about something else. */
    static final String BEES = read("bees.txt");

    private Samples() {}

    private static String read(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/summarization/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
