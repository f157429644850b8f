package org.dragoman.cli;

import org.dragoman.failure.DragomanException;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A text, the source it is checked against, and their languages. */
final class CheckedTexts {
    @Option(
            names = "--source",
            required = true,
            paramLabel = "FILE",
            description = "The text that is true, in UTF-8; - reads standard input.")
    String sourceFile = "";

    @Option(
            names = "--text",
            required = true,
            paramLabel = "FILE",
            description = "The summary or translation, in UTF-8; - reads standard input.")
    String textFile = "";

    @Option(
            names = "--from",
            paramLabel = "LANG",
            converter = TagConverter.class,
            description = "Language of the source; told from it when absent.")
    @Nullable LanguageTag sourceLanguage;

    @Option(
            names = "--to",
            paramLabel = "LANG",
            converter = TagConverter.class,
            description = "Language of the text; told from it when absent.")
    @Nullable LanguageTag textLanguage;

    /**
     * The source.
     *
     * @throws DragomanException as {@link Input#read}; invalid-field when both are standard input
     */
    String source() {
        if (sourceFile.equals("-") && textFile.equals("-")) {
            throw DragomanException.invalidField(
                    "", "--source and --text cannot both be standard input.");
        }
        return Input.read(sourceFile);
    }

    /**
     * The text.
     *
     * @throws DragomanException as {@link Input#read}
     */
    String text() {
        return Input.read(textFile);
    }
}
