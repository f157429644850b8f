package org.dragoman.translation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.inference.Deadline;
import org.dragoman.language.Detected;
import org.dragoman.language.LanguageDetector;
import org.dragoman.language.LanguageTag;
import org.dragoman.web.Events;
import org.dragoman.web.Findings;
import org.dragoman.web.Provenance;
import org.dragoman.web.Service;
import org.dragoman.web.SourceLanguage;
import org.dragoman.web.Stopwatch;
import org.dragoman.web.TextBounds;
import org.dragoman.web.Timing;
import org.jspecify.annotations.Nullable;

/** The whole way of a call for translations, over HTTP or from the command line. Thread-safe. */
@ApplicationScoped
public class Translations {
    private final Translator translator;
    private final LanguageDetector detector;
    private final TextBounds bounds;

    Translations(Translator translator, LanguageDetector detector, TextBounds bounds) {
        this.translator = translator;
        this.detector = detector;
        this.bounds = bounds;
    }

    /**
     * The answer to a request.
     *
     * @param queueMillis how long the request waited before this
     * @throws org.dragoman.failure.DragomanException invalid-field; too-large; and what {@link
     *     Translator#texts} throws
     */
    public TranslationAnswer answer(
            TranslationRequest request, Deadline deadline, long queueMillis) {
        return answer(request, deadline, queueMillis, Events.NONE);
    }

    /** The same, telling of segments as they become final. */
    public TranslationAnswer answer(
            TranslationRequest request, Deadline deadline, long queueMillis, Events events) {
        Stopwatch watch = new Stopwatch();
        TranslationRequest.Checked asked = request.checked();
        bounds.admit(asked.texts(), asked.targets().size(), deadline);
        List<Told> texts =
                asked.texts().stream().map(text -> told(text, request.source())).toList();
        Translated<List<TextVersion>> done =
                translator.texts(
                        texts.stream().map(Told::text).toList(),
                        new Wanted(asked.targets(), asked.policy()),
                        deadline,
                        events);
        Findings.told(
                done.versions().stream()
                        .flatMap(List::stream)
                        .flatMap(version -> version.findings().stream()));
        long took = watch.total();
        return new TranslationAnswer(
                beside(texts, done.versions()),
                new Provenance(Service.nameAndVersion(), done.models()),
                new Timing(queueMillis, null, null, took, queueMillis + took));
    }

    private static List<TranslationAnswer.Translation> beside(
            List<Told> texts, List<List<TextVersion>> versions) {
        List<TranslationAnswer.Translation> beside = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            beside.add(new TranslationAnswer.Translation(texts.get(i).language(), versions.get(i)));
        }
        return beside;
    }

    private Told told(String text, @Nullable LanguageTag named) {
        if (named != null) {
            return new Told(new SourceText(text, named), SourceLanguage.given(named));
        }
        List<Detected> guesses = detector.detect(text);
        if (guesses.isEmpty()) {
            return new Told(new SourceText(text, null), null);
        }
        Detected likeliest = guesses.get(0);
        boolean sure = likeliest.confidence() >= LanguageDetector.DETERMINED;
        return new Told(
                new SourceText(text, sure ? likeliest.language() : null),
                new SourceLanguage(likeliest.language(), likeliest.confidence(), true));
    }

    /** A text with what is known of its language. */
    private record Told(SourceText text, @Nullable SourceLanguage language) {}
}
