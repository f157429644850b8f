package org.dragoman.article;

import java.util.List;

/**
 * Finds the captions in an article whose lines were run together. There a sentence of running text
 * keeps its stop and a caption, which had none, gets one after a space. Hard wraps look the same,
 * so a caption must begin and end where sentences do. Texts that put a space before every stop are
 * told by their share, or by their commas.
 */
final class Captions {
    private static final int SHORTEST_TEXT = 600;
    private static final int FEWEST_SENTENCES = 4;
    private static final int FEWEST_WORDS = 6;
    private static final int WORDS_OF_LABEL = 6;

    private final Phrasebook book;
    private final String text;
    private final List<Fragment> fragments;
    private final boolean[] lines;
    private final boolean marked;

    /**
     * @param marked whether other clutter has shown already that lines were run together
     */
    Captions(Phrasebook book, String text, List<Fragment> fragments, boolean marked) {
        this.book = book;
        this.text = text;
        this.fragments = fragments;
        this.lines = new boolean[fragments.size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = isLine(i);
        }
        this.marked = marked;
    }

    /** For every fragment whether it is a caption. */
    boolean[] find() {
        boolean[] captions = new boolean[lines.length];
        if (!isRunTogether()) {
            return captions;
        }
        boolean sure = marked || shows();
        for (int i = 0; i < lines.length; i++) {
            captions[i] |= lines[i] && (sure ? isMeant(i) : isLabelled(i));
            if (beginsCaption(i)) {
                captions[i] = true;
                captions[i + 1] = true;
            }
        }
        return captions;
    }

    private boolean isMeant(int index) {
        return isLong(index) || isLabelled(index);
    }

    /** Whether this sentence and the next make a caption of two. */
    private boolean beginsCaption(int index) {
        return !lines[index] && isLabelled(index) && endsAsLine(index + 1);
    }

    private boolean isRunTogether() {
        long sentences = fragments.stream().filter(fragment -> !fragment.spaced()).count();
        return text.length() >= SHORTEST_TEXT
                && sentences >= FEWEST_SENTENCES
                && !text.contains(" , ");
    }

    /** Whether a caption may end with this fragment that another began. */
    private boolean endsAsLine(int index) {
        return index < lines.length && lines[index] && !isLabelled(index);
    }

    private boolean shows() {
        int seen = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] && isMeant(i)) {
                seen++;
            }
        }
        return seen > 1;
    }

    private boolean isLong(int index) {
        return fragments.get(index).words().size() >= FEWEST_WORDS;
    }

    private boolean isLine(int index) {
        Fragment fragment = fragments.get(index);
        List<Word> words = fragment.words();
        return fragment.spaced()
                && words.size() > 2
                && beginsWhereSentencesDo(index)
                && endsWhereSentencesDo(index)
                && !book.has("joining-words", words.get(words.size() - 1));
    }

    private boolean beginsWhereSentencesDo(int index) {
        boolean afterEnd = index == 0 || !fragments.get(index - 1).spaced() || lines[index - 1];
        return afterEnd && !fragments.get(index).beginsLow(text);
    }

    private boolean endsWhereSentencesDo(int index) {
        return index + 1 == fragments.size() || !fragments.get(index + 1).beginsLow(text);
    }

    /** A word or a few, a colon, and what is seen: {@code High spirits: She smiled}. */
    private boolean isLabelled(int index) {
        List<Word> words = fragments.get(index).words();
        for (int i = 0; i < Math.min(WORDS_OF_LABEL, words.size() - 1); i++) {
            if (words.get(i).key().equals(":")) {
                return i > 0 && words.get(0).capital() && words.get(i + 1).capital();
            }
            if (book.has("speech-words", words.get(i))) {
                return false;
            }
        }
        return false;
    }
}
