package org.dragoman.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dragoman.language.LanguageTag;
import org.dragoman.translation.TextVersion;
import org.dragoman.translation.TranslationAnswer;
import org.dragoman.translation.TranslationRequest;
import org.dragoman.translation.Translations;
import org.dragoman.translation.Unwritten;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dragoman translate}: a file in other languages, laid out as it was. */
@Command(
        name = "translate",
        mixinStandardHelpOptions = true,
        description = "The whole text in other languages, with its white space as it was.")
final class TranslateCommand implements Callable<Integer> {
    private final Translations translations;
    private final Running running;
    private final Terminal terminal;

    @Mixin SourceOptions source = new SourceOptions();

    @Option(
            names = "--to",
            required = true,
            split = ",",
            paramLabel = "LANG",
            converter = TagConverter.class,
            description = "Languages of the versions: --to pt,de")
    List<LanguageTag> targets = List.of();

    @Mixin QualityOptions quality = new QualityOptions();

    @Option(
            names = "--json",
            description = "The answer in JSON, as POST /v1/translations gives it.")
    boolean json;

    TranslateCommand(Translations translations, Running running, Terminal terminal) {
        this.translations = translations;
        this.running = running;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String text = source.text();
        TranslationRequest request =
                TranslationRequest.of(text, source.language, targets, quality.policy);
        TranslationAnswer answer = translations.answer(request, running.start(), 0);
        if (json) {
            terminal.json(answer);
        } else {
            print(text, answer.translations().get(0).versions());
        }
        return 0;
    }

    /** One version is the text alone, so that it can be piped; several have headings. */
    private void print(String source, List<TextVersion> versions) {
        for (TextVersion version : versions) {
            if (versions.size() > 1) {
                terminal.heading(version.language().name(Locale.ENGLISH));
            }
            if (version instanceof TextVersion.Written written) {
                terminal.print(written.text());
                FindingNotes.of(
                                written.findings(),
                                finding -> FindingNotes.of(finding, source, written.text()))
                        .forEach(note -> terminal.note("! " + note));
            } else if (version instanceof Unwritten missing && missing.hint() != null) {
                terminal.note(version.language() + " needs: " + missing.hint());
            }
        }
    }
}
