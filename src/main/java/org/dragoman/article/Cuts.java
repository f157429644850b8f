package org.dragoman.article;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.article.Article.Reason;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Cuts clutter out of a paragraph: what opened the page, lines run into the text and credits in
 * brackets at the end. What is left of the paragraph are contiguous pieces.
 */
final class Cuts {
    private static final int LONGEST_BRACKET = 300;

    private final Phrasebook book;
    private final AuthorLine author;
    private final TimeLine time;
    private final CreditsRule credits;

    Cuts(Phrasebook book, AuthorLine author, TimeLine time) {
        this.book = book;
        this.author = author;
        this.time = time;
        this.credits = new CreditsRule(book);
    }

    /** The paragraph's pieces in order. */
    List<Piece> of(Block block) {
        String text = block.text();
        int end = bodyEnd(text);
        String body = text.substring(0, end);
        List<Fragment> fragments = Fragment.of(body);
        @Nullable Reason[] reasons = new Reason[fragments.size()];
        List<Piece> pieces = new ArrayList<>();
        int opening = addOpening(pieces, fragments, block.source().start());
        boolean marked = opening > 0;
        for (int i = opening; i < fragments.size(); i++) {
            if (isPromotion(body, fragments.get(i), i + 1 == fragments.size())) {
                reasons[i] = Reason.PROMOTION;
                marked |= fragments.get(i).spaced();
            }
        }
        boolean[] captions = new Captions(book, body, fragments, marked).find();
        for (int i = opening; i < fragments.size(); i++) {
            if (captions[i] && reasons[i] == null) {
                reasons[i] = Reason.CAPTION;
            }
        }
        addRest(pieces, fragments, reasons, opening, block.source().start());
        addBracket(pieces, block, end);
        return pieces;
    }

    /** The page's own first lines, as pieces; how many fragments they take. */
    private int addOpening(List<Piece> pieces, List<Fragment> fragments, int offset) {
        int next = authorEnd(fragments);
        if (next > 0) {
            pieces.add(piece(fragments, 0, next, offset, Reason.BYLINE));
        }
        int times = timesEnd(fragments, next);
        if (times > next) {
            pieces.add(piece(fragments, next, times, offset, Reason.BYLINE));
        }
        return times;
    }

    private int authorEnd(List<Fragment> fragments) {
        if (fragments.size() < 2 || !fragments.get(0).spaced()) {
            return 0;
        }
        List<Word> words = new ArrayList<>(fragments.get(0).words());
        int end = 1;
        if (words.size() == 1) {
            words.addAll(fragments.get(end++).words());
        }
        if (!fragments.get(end - 1).spaced() || !author.names(words)) {
            return 0;
        }
        while (end < fragments.size() && isMoreNames(fragments.get(end))) {
            end++;
        }
        return end;
    }

    private boolean isMoreNames(Fragment fragment) {
        return fragment.spaced() && author.goesOn(fragment.words());
    }

    private int timesEnd(List<Fragment> fragments, int start) {
        int end = start;
        boolean dated = false;
        while (end < fragments.size()
                && fragments.get(end).spaced()
                && fragments.get(end).words().stream().allMatch(time::accepts)) {
            dated |= fragments.get(end).words().stream().anyMatch(Word::hasDigit);
            end++;
        }
        return dated ? end : start;
    }

    /** A sentence on a line of its own, or one that leaves nothing open. */
    private boolean isPromotion(String body, Fragment fragment, boolean last) {
        boolean line = fragment.spaced() || last;
        return !Block.opensQuotation(body, fragment.start())
                && (line
                        ? book.fitsUnspoken(
                                "promotion-inside", fragment.words(), !fragment.spaced())
                        : book.fitsClosed("promotion-inside", fragment.words()));
    }

    private static Piece piece(
            List<Fragment> fragments, int from, int to, int offset, @Nullable Reason reason) {
        int start = fragments.get(from).start();
        int end = fragments.get(to - 1).end();
        return new Piece(new Span(start, end).shift(offset), reason);
    }

    /** Neighbours that are kept make one piece. */
    private static void addRest(
            List<Piece> pieces,
            List<Fragment> fragments,
            @Nullable Reason[] reasons,
            int first,
            int offset) {
        int start = first;
        for (int i = first; i < reasons.length; i++) {
            boolean ends = i + 1 == reasons.length || reasons[i] != null || reasons[i + 1] != null;
            if (ends) {
                pieces.add(piece(fragments, start, i + 1, offset, reasons[i]));
                start = i + 1;
            }
        }
    }

    /** Where credits in brackets begin at the end of the text; its length when there are none. */
    private int bodyEnd(String text) {
        int open = text.lastIndexOf('(');
        if (open > 0 && text.endsWith(")") && bracketReason(text, open) != null) {
            return White.trimmed(text, 0, open).end();
        }
        return text.length();
    }

    private @Nullable Reason bracketReason(String text, int open) {
        if (text.length() - open > LONGEST_BRACKET) {
            return null;
        }
        List<Word> words = Word.of(text.substring(open));
        if (credits.fits(words)) {
            return Reason.CREDITS;
        }
        return book.fits("caption-bracket", words) ? Reason.CAPTION : null;
    }

    private void addBracket(List<Piece> pieces, Block block, int end) {
        String text = block.text();
        if (end < text.length()) {
            Span bracket = White.trimmed(text, end, text.length());
            int offset = block.source().start();
            pieces.add(new Piece(bracket.shift(offset), bracketReason(text, bracket.start())));
        }
    }
}
