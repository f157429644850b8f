package org.dragoman.cli;

import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The text a command works on and its language; the same options wherever there is one. */
final class SourceOptions {
    @Parameters(paramLabel = "FILE", description = "A text in UTF-8; - reads standard input.")
    String file = "";

    @Option(
            names = "--from",
            paramLabel = "LANG",
            converter = TagConverter.class,
            description = "Language of the text; told from it when absent.")
    @Nullable LanguageTag language;

    /**
     * The whole text.
     *
     * @throws org.dragoman.failure.DragomanException as {@link Input#read}
     */
    String text() {
        return Input.read(file);
    }
}
