package org.dragoman.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.language.Detected;
import org.dragoman.language.LanguageDetector;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.CheckAnswer;
import org.dragoman.quality.CheckRequest;
import org.dragoman.quality.CheckRequest.Kind;
import org.dragoman.quality.Checks;
import org.dragoman.quality.claim.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dragoman check}: a summary or a translation from anywhere against its source. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "What a summary or a translation, from anywhere, says that its source does not.",
            "Each sentence comes with + (supported), ? (unclear) or ! (unsupported) and with",
            "what was found in it."
        })
final class CheckCommand implements Callable<Integer> {
    private final Checks checks;
    private final LanguageDetector detector;
    private final Running running;
    private final Terminal terminal;

    @Mixin CheckedTexts texts = new CheckedTexts();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = {
                "summary or translation; when absent a text in the language of its source",
                "is a summary."
            })
    @Nullable Kind kind;

    @Option(names = "--strict", description = "Fail when a sentence is unsupported.")
    boolean strict;

    @Option(names = "--json", description = "The answer in JSON, as POST /v1/checks gives it.")
    boolean json;

    CheckCommand(Checks checks, LanguageDetector detector, Running running, Terminal terminal) {
        this.checks = checks;
        this.detector = detector;
        this.running = running;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String source = texts.source();
        String text = texts.text();
        CheckRequest request =
                new CheckRequest(
                        kind(source, text), source, text, texts.sourceLanguage, texts.textLanguage);
        CheckAnswer answer = checks.answer(request, running.start(), 0);
        if (json) {
            terminal.json(answer);
        } else {
            new CheckPage(terminal, source, text).print(answer);
        }
        return strict ? strictly(answer) : 0;
    }

    private Kind kind(String source, String text) {
        if (kind != null) {
            return kind;
        }
        LanguageTag from = language(source, texts.sourceLanguage);
        LanguageTag to = language(text, texts.textLanguage);
        return from == null || to == null || from.sameLanguage(to)
                ? Kind.SUMMARY
                : Kind.TRANSLATION;
    }

    private @Nullable LanguageTag language(String text, @Nullable LanguageTag named) {
        return Optional.ofNullable(named)
                .or(() -> detector.best(text).map(Detected::language))
                .orElse(null);
    }

    private static int strictly(CheckAnswer answer) {
        long wrong =
                answer.sentences().stream()
                        .filter(sentence -> sentence.verdict() == Verdict.UNSUPPORTED)
                        .count();
        if (wrong > 0) {
            throw new DragomanException(
                    ErrorCode.LOW_QUALITY,
                    wrong == 1
                            ? "1 sentence says what its source does not."
                            : wrong + " sentences say what their source does not.");
        }
        return 0;
    }
}
