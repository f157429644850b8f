package org.dragoman.article;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.article.Article.Reason;

/**
 * Drops menus and breadcrumbs: lines of short items of which at least half are the usual sections
 * of a site, and runs of such lines. Single words are dropped only where no subheading can stand.
 */
record MenuRule(Phrasebook book) implements Rule {
    private static final String SEPARATORS = "|•·›»>→/";
    private static final int ITEMS = 3;
    private static final int WORDS_OF_AN_ITEM = 4;
    private static final int RUN_IN_BODY = 3;
    private static final int RUN_AT_EDGE = 2;

    @Override
    public void apply(Page page) {
        for (int i = 0; i < page.size(); i++) {
            if (page.kept(i) && page.block(i).isLine() && isMenu(page.block(i))) {
                page.drop(i, Reason.NAVIGATION);
            }
        }
        dropRuns(page);
        new ButtonRule(book, "navigation-edge", Reason.NAVIGATION).apply(page);
        dropTail(page);
    }

    private boolean isMenu(Block block) {
        List<List<Word>> items = items(block.words());
        if (items.size() == 1) {
            return block.words().size() >= ITEMS
                    && block.words().stream().allMatch(this::isSection);
        }
        long known = items.stream().filter(this::isKnown).count();
        return items.size() >= ITEMS
                && known * 2 >= items.size()
                && items.stream().allMatch(item -> item.size() <= WORDS_OF_AN_ITEM);
    }

    private boolean isKnown(List<Word> item) {
        return item.stream().allMatch(this::isSection)
                || book.fits("navigation", item)
                || book.fits("navigation-edge", item);
    }

    private static List<List<Word>> items(List<Word> words) {
        List<List<Word>> items = new ArrayList<>();
        List<Word> item = new ArrayList<>();
        for (Word word : words) {
            if (!SEPARATORS.contains(word.key())) {
                item.add(word);
            } else if (!item.isEmpty()) {
                items.add(List.copyOf(item));
                item.clear();
            }
        }
        items.add(List.copyOf(item));
        return items;
    }

    private boolean isSection(Word word) {
        return book.has("navigation-words", word);
    }

    private void dropRuns(Page page) {
        int headEnd = page.headEnd();
        int tailStart = page.tailStart();
        int start = 0;
        for (int i = 0; i <= page.size(); i++) {
            if (i < page.size() && isEdgeWord(page, i)) {
                continue;
            }
            boolean edge = i <= headEnd || start >= tailStart;
            if (i - start >= (edge ? RUN_AT_EDGE : RUN_IN_BODY)) {
                drop(page, start, i);
            }
            start = i + 1;
        }
    }

    private static void drop(Page page, int start, int end) {
        for (int i = start; i < end; i++) {
            page.drop(i, Reason.NAVIGATION);
        }
    }

    private void dropTail(Page page) {
        int tailStart = page.tailStart();
        // without running text there is no tail, and a word may be all there is to say
        for (int i = tailStart; i < page.size(); i++) {
            if (isEdgeWord(page, i)) {
                page.drop(i, Reason.NAVIGATION);
            }
        }
    }

    private boolean isEdgeWord(Page page, int index) {
        return page.kept(index)
                && page.block(index).isLine()
                && !page.block(index).isListItem()
                && book.fits("navigation-edge", page.block(index).words());
    }
}
