package org.dragoman.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;

/**
 * A text as sentences and what lies between them, which every version takes over as it is, save
 * spaces where one of two languages writes none.
 *
 * @param sentences ascending and apart
 * @param open for each sentence, how many quotations are open where it begins
 */
record Layout(String text, List<Span> sentences, List<Open> open) {
    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\s*\\R");

    static Layout of(Part part, LanguageTag language, SentenceSplitter splitter) {
        List<Span> sentences = new ArrayList<>();
        for (Span given : part.sentences()) {
            splitter.split(given.in(part.text()), language)
                    .forEach(found -> sentences.add(found.shift(given.start())));
        }
        return of(
                part.text(),
                part.sentences().isEmpty() ? splitter.split(part.text(), language) : sentences);
    }

    static Layout of(String text, List<Span> sentences) {
        List<Open> open = new ArrayList<>();
        Open depth = Open.NONE;
        int end = 0;
        for (Span sentence : sentences) {
            // A quotation over several paragraphs is opened again in each.
            if (BLANK_LINE.matcher(text.substring(end, sentence.start())).find()) {
                depth = Open.NONE;
            }
            open.add(depth);
            depth = depth.after(sentence.in(text));
            end = sentence.end();
        }
        return new Layout(text, List.copyOf(sentences), List.copyOf(open));
    }

    /** The same text with {@code targets} in place of its sentences. */
    Laid with(List<String> targets, Spacing spacing) {
        Setting setting = new Setting(this, spacing);
        targets.forEach(setting::add);
        return setting.laid();
    }

    /**
     * How many quotations are open at a place.
     *
     * @param typographic by typographic marks alone
     * @param all by straight ones too
     */
    record Open(int typographic, int all) {
        static final Open NONE = new Open(0, 0);

        /** The same after a sentence. */
        Open after(String sentence) {
            return new Open(
                    SourceMarks.depth(sentence, typographic, false),
                    SourceMarks.depth(sentence, all, true));
        }
    }

    /** A text made from a layout, and where its sentences stand in it. */
    record Laid(String text, List<Span> spans) {}
}
