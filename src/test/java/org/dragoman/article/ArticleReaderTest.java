package org.dragoman.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {
    private final ArticleReader reader = new ArticleReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \r\n\t\u00a0\u2028 ",
                "\u200b\n\ufeff",
                "Advertisement",
                "Home | News | World\nWe use cookies to make this site better.\nAccept all",
                "© 2031 Tavora Ledger. All rights reserved.",
                "Follow us on Chirper\nSign up for our newsletter\n***"
            })
    void blankTextAndNothingButClutterIsNoArticle(String input) {
        assertThatThrownBy(() -> reader.read(input))
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NO_ARTICLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Storm closes the harbour",
                "Rain.",
                "The council met on Monday and agreed on nothing at all.",
                "Why?",
                "👩‍🚀"
            })
    void oneLineIsTheArticle(String input) {
        Article article = reader.read(input);

        assertThat(article.headline()).isNull();
        assertThat(article.text()).isEqualTo(input);
        assertThat(article.dropped()).isEmpty();
        Accounting.check(input, article);
    }
}
