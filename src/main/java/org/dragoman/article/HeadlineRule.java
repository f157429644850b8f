package org.dragoman.article;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dragoman.article.Article.Reason;

/**
 * Finds the headline, drops its doubles and the labels of the site over it. Two lines of the head
 * are doubles when their letters and digits are the same, or when one is the other with a label
 * behind a dash or a bar; the one without the label is the headline.
 */
record HeadlineRule(Phrasebook book) implements Rule {
    private static final int LONGEST = 220;
    private static final int LINES_OF_HEAD = 40;
    private static final int WORDS_OF_LABEL = 4;
    private static final int WORDS_OF_SITE = 6;
    private static final int FEWEST_WORDS_DOUBLED = 3;

    @Override
    public void apply(Page page) {
        List<Integer> lines = candidates(page);
        if (!dropDoubles(page, lines)) {
            takeFirst(page, lines);
        }
    }

    private static List<Integer> candidates(Page page) {
        int headEnd = page.headEnd();
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < headEnd && lines.size() < LINES_OF_HEAD; i++) {
            Block block = page.block(i);
            if (page.kept(i) && block.text().length() <= LONGEST && block.words().size() > 0) {
                lines.add(i);
            }
        }
        return lines;
    }

    private boolean dropDoubles(Page page, List<Integer> lines) {
        for (int first : lines) {
            List<Integer> doubles =
                    lines.stream()
                            .filter(i -> i == first || areDoubles(page.block(first), page.block(i)))
                            .toList();
            if (doubles.size() > 1) {
                dropLabels(page, lines, takeCleanest(page, doubles));
                return true;
            }
        }
        return false;
    }

    private static int takeCleanest(Page page, List<Integer> doubles) {
        int best = doubles.get(0);
        for (int i : doubles) {
            if (rank(page.block(i)) < rank(page.block(best))) {
                best = i;
            }
        }
        for (int i : doubles) {
            if (i != best) {
                page.drop(i, Reason.DUPLICATE_HEADLINE);
            }
        }
        page.headline(best);
        return best;
    }

    /** Fewer words are better; a line all in capitals is worse than the same in lower case. */
    private static int rank(Block block) {
        boolean shouts = block.text().chars().noneMatch(Character::isLowerCase);
        return 2 * letters(block.words()).length() + (shouts ? 1 : 0);
    }

    private void dropLabels(Page page, List<Integer> lines, int before) {
        for (int i : lines) {
            if (i < before && isShort(page.block(i))) {
                page.drop(i, Reason.SITE_LABEL);
            }
        }
    }

    private static boolean isShort(Block block) {
        return block.words().size() <= WORDS_OF_LABEL && !block.endsSentence();
    }

    private void takeFirst(Page page, List<Integer> lines) {
        for (int n = 0; n < lines.size(); n++) {
            int line = lines.get(n);
            if (n + 1 < lines.size() && isLabel(page, line, lines.get(n + 1))) {
                page.drop(line, Reason.SITE_LABEL);
            } else {
                if (isHeadline(page, line)) {
                    page.headline(line);
                }
                return;
            }
        }
    }

    private boolean isLabel(Page page, int line, int next) {
        Block block = page.block(line);
        return isShort(block)
                && (book.fits("site-label", block.words())
                        || isDomain(block)
                        || (isHeadline(page, next)
                                && page.block(next).words().size() > WORDS_OF_LABEL
                                && next + 1 < page.size()
                                && page.reason(next + 1) == Reason.BYLINE));
    }

    private static boolean isDomain(Block block) {
        String text = block.text();
        int dot = text.lastIndexOf('.');
        return block.words().size() == 1
                && dot > 1
                && text.length() - dot > 2
                && text.substring(dot + 1).chars().allMatch(Character::isLetter);
    }

    private static boolean isHeadline(Page page, int index) {
        Block block = page.block(index);
        boolean more = false;
        for (int i = index + 1; i < page.size() && !more; i++) {
            more = page.kept(i);
        }
        char last = block.text().charAt(block.text().length() - 1);
        return more
                && block.words().size() > 1
                && ".,;:".indexOf(last) < 0
                && Character.isLetterOrDigit(block.words().get(0).key().codePointAt(0));
    }

    private static boolean areDoubles(Block one, Block other) {
        return isDouble(one.words(), other.words()) || isDouble(other.words(), one.words());
    }

    /** Whether {@code other} is {@code one}, or {@code one} and the label of a site. */
    private static boolean isDouble(List<Word> one, List<Word> other) {
        String letters = letters(one);
        if (one.size() < FEWEST_WORDS_DOUBLED || !letters(other).contains(letters)) {
            return false;
        }
        for (int i = 0; i < other.size(); i++) {
            if (other.get(i).isMark() && isLabelAt(other, i, letters)) {
                return true;
            }
        }
        return letters(other).equals(letters);
    }

    /** Whether the line without what stands on one side of the mark has these letters. */
    private static boolean isLabelAt(List<Word> line, int mark, String letters) {
        int after = line.size() - mark - 1;
        return (after <= WORDS_OF_SITE && letters(line.subList(0, mark)).equals(letters))
                || (mark <= WORDS_OF_SITE
                        && letters(line.subList(mark + 1, line.size())).equals(letters));
    }

    private static String letters(List<Word> words) {
        return words.stream()
                .flatMapToInt(word -> word.key().codePoints())
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
