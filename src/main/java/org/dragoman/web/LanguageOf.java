package org.dragoman.web;

import jakarta.enterprise.context.ApplicationScoped;
import org.dragoman.article.Article;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.language.Detected;
import org.dragoman.language.LanguageDetector;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/** The language of an article: the one the caller names, or the one its text tells. Thread-safe. */
@ApplicationScoped
public class LanguageOf {
    private final LanguageDetector detector;

    LanguageOf(LanguageDetector detector) {
        this.detector = detector;
    }

    /**
     * The language of an article; its clutter has no say.
     *
     * @param named by the caller, or null
     * @throws DragomanException language-undetected when the text does not tell
     */
    public SourceLanguage of(Article article, @Nullable LanguageTag named) {
        if (named != null) {
            return SourceLanguage.given(named);
        }
        Article.Part headline = article.headline();
        String text = article.text();
        Detected detected =
                detector.best(text.isEmpty() && headline != null ? headline.text() : text)
                        .orElseThrow(
                                () ->
                                        new DragomanException(
                                                ErrorCode.LANGUAGE_UNDETECTED,
                                                "The text does not tell its language; name it in"
                                                        + " the field language."));
        return new SourceLanguage(detected.language(), detected.confidence(), true);
    }
}
