package org.dragoman.cli;

import org.dragoman.summarization.Form;
import org.dragoman.summarization.Method;
import org.dragoman.summarization.SummaryRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the summary should be like; the same options wherever there is one. */
final class SummaryOptions {
    @Option(names = "--form", description = "${COMPLETION-CANDIDATES}; default paragraph.")
    @Nullable Form form;

    @Option(names = "--sentences", paramLabel = "N", description = "At most N sentences.")
    @Nullable Integer sentences;

    @Option(names = "--words", paramLabel = "N", description = "At most N words; default 60.")
    @Nullable Integer words;

    @Option(names = "--method", description = "${COMPLETION-CANDIDATES}; default auto.")
    @Nullable Method method;

    SummaryRequest request() {
        return new SummaryRequest(form, sentences, words, method);
    }
}
