package org.dragoman.quality.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiteralsTest {
    @Test
    void addressesHandlesPlaceholdersAndTagsAreFound() {
        String text =
                "See (https://news.example/a?b=1), www.example.org/x. or news.example.com; write to"
                        + " a.b@example.org, @desk or #Port_2: {name}, {{count}}, ${x}, %s, %1$d"
                        + " <b>now</b><br/>";

        assertThat(Literals.in(text))
                .extracting(Literal::text)
                .containsExactly(
                        "https://news.example/a?b=1",
                        "www.example.org/x",
                        "news.example.com",
                        "a.b@example.org",
                        "@desk",
                        "#Port_2",
                        "{name}",
                        "{{count}}",
                        "${x}",
                        "%s",
                        "%1$d",
                        "<b>",
                        "</b>",
                        "<br/>");
    }

    @Test
    void percentsSentencesAndComparisonsAreNoLiterals() {
        String text = "20%so it was 5 < 6.The end.It rained. a@ b #1 No.5 U.S.";

        assertThat(Literals.in(text)).extracting(Literal::text).isEmpty();
    }

    @Test
    void hostileTextIsReadInBoundedTime() {
        for (String unit :
                List.of("a.", "{", "<a ", "%", "@", "#", "http://", "www.", "a@a.", "-")) {
            assertThat(Literals.in(unit.repeat(100_000 / unit.length())).size()).isNotNegative();
        }
    }
}
