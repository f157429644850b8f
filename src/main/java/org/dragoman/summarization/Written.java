package org.dragoman.summarization;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.WhiteSpace;

/**
 * What a model wrote. Nothing of it is rewritten but its layout, by rules that hold for every
 * model: {@code <n>}, which PEGASUS writes for a line break, is one; white space before a full stop
 * or comma goes, since models trained on text cut into words write "the end ."; other white space
 * is a space. Immutable.
 *
 * @param text as the model wrote it
 * @param ended whether it ended by itself; false when it reached its longest target
 */
record Written(String text, boolean ended) {
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*<n>\\s*");
    private static final Pattern LOOSE_MARK = Pattern.compile("\\s+([.,])(?=\\s|$)");
    private static final Pattern WHOLE = Pattern.compile("[.!?…。！？؟।]['\"'”’»)\\]]*$");

    /** Its sentences, without a last one that is cut off, and without marks that stand alone. */
    List<String> sentences(SentenceSplitter splitter, LanguageTag language) {
        String clean = LINE_BREAK.matcher(text).replaceAll("\n");
        String laid = LOOSE_MARK.matcher(clean).replaceAll("$1");
        List<String> sentences =
                new ArrayList<>(
                        splitter.split(laid, language).stream()
                                .map(span -> line(span.in(laid)))
                                .toList());
        int last = sentences.size() - 1;
        if (!ended && last >= 0 && !WHOLE.matcher(sentences.get(last)).find()) {
            sentences.remove(last);
        }
        sentences.removeIf(sentence -> sentence.codePoints().noneMatch(Character::isLetterOrDigit));
        return sentences;
    }

    /** The text on one line: runs of white space as one space, none at the ends. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = WhiteSpace.skip(text, 0, text.length()); i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!WhiteSpace.is(unit)) {
                line.append(unit);
            } else if (line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().stripTrailing();
    }
}
