package org.dragoman.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dragoman.article.Article.Dropped;
import org.dragoman.article.Article.Paragraph;
import org.dragoman.article.Article.Part;
import org.dragoman.text.Span;

/** What the contract says of every article that was read, whatever the input. */
final class Accounting {
    private Accounting() {}

    static void check(String input, Article article) {
        everyCharacterLiesInOnePlace(input, article);
        textIsTheParagraphs(input, article);
        partsStandWhereTheySay(input, article);
        coverageAddsUp(input, article);
    }

    private static void everyCharacterLiesInOnePlace(String input, Article article) {
        int end = 0;
        for (Span span : spans(article)) {
            assertThat(span.start()).isGreaterThanOrEqualTo(end);
            assertThat(input.substring(end, span.start())).matches(Accounting::isWhite);
            assertThat(span.in(input)).isEqualTo(trimmed(span.in(input))).isNotEmpty();
            end = span.end();
        }
        assertThat(input.substring(end)).matches(Accounting::isWhite);
    }

    private static List<Span> spans(Article article) {
        List<Span> spans = new ArrayList<>();
        if (article.headline() != null) {
            spans.add(article.headline().source());
        }
        article.paragraphs().forEach(paragraph -> spans.add(paragraph.source()));
        article.dropped().forEach(dropped -> spans.add(dropped.source()));
        spans.sort(Comparator.comparingInt(Span::start));
        return spans;
    }

    private static void textIsTheParagraphs(String input, Article article) {
        List<String> texts = new ArrayList<>();
        for (Paragraph paragraph : article.paragraphs()) {
            assertThat(paragraph.span().in(article.text())).isEqualTo(paragraph.source().in(input));
            texts.add(paragraph.source().in(input));
        }
        assertThat(article.text()).isEqualTo(String.join("\n\n", texts)).isNotEmpty();
        assertThat(article.paragraphs())
                .isSortedAccordingTo(Comparator.comparingInt(each -> each.source().start()));
    }

    private static void partsStandWhereTheySay(String input, Article article) {
        for (Dropped dropped : article.dropped()) {
            assertThat(dropped.text()).isEqualTo(dropped.source().in(input));
        }
        Part headline = article.headline();
        if (headline != null) {
            assertThat(headline.text()).isEqualTo(headline.source().in(input));
        }
        Part byline = article.byline();
        if (byline != null) {
            assertThat(article.dropped())
                    .contains(new Dropped(byline.text(), byline.source(), Article.Reason.BYLINE));
        }
        Part dateline = article.dateline();
        if (dateline != null) {
            assertThat(dateline.text()).isEqualTo(dateline.source().in(input));
            assertThat(article.paragraphs())
                    .anyMatch(each -> holds(each.source(), dateline.source()));
        }
    }

    private static boolean holds(Span outer, Span inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    private static void coverageAddsUp(String input, Article article) {
        Article.Coverage coverage = article.coverage();
        int dropped = article.dropped().stream().mapToInt(each -> each.source().length()).sum();
        int all = spans(article).stream().mapToInt(Span::length).sum();
        assertThat(coverage)
                .isEqualTo(
                        new Article.Coverage(
                                input.length(), all - dropped, dropped, input.length() - all));
    }

    private static boolean isWhite(String text) {
        return text.chars().allMatch(c -> White.is((char) c));
    }

    private static String trimmed(String text) {
        return White.trimmed(text, 0, text.length()).in(text);
    }
}
