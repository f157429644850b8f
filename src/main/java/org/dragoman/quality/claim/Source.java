package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** An article read for comparing. Immutable. */
final class Source {
    private final List<Line> lines;
    private final Index index;
    private final Facts facts;
    private final List<List<Mention>> mentions;
    private final Mentions reader;
    private final Set<String> headline = new HashSet<>();

    Source(
            String text,
            List<Span> sentences,
            @Nullable String headline,
            Lexicon lexicon,
            LanguageTag language) {
        Reader words = new Reader(lexicon);
        List<Line> read = new ArrayList<>();
        for (Span sentence : sentences) {
            read.add(Line.of(read.size(), words.words(text, sentence)));
        }
        lines = List.copyOf(read);
        index = new Index(lines);
        Facts own = Facts.of(text, language);
        reader = new Mentions(new Names(lines, lexicon, Places.of(language)));
        mentions = reader.in(lines, own);
        facts = headline == null ? own : own.with(Facts.of(headline, language));
        if (headline != null) {
            words.words(headline, new Span(0, headline.length()))
                    .forEach(word -> this.headline.add(word.stem()));
        }
    }

    List<Line> lines() {
        return lines;
    }

    Line line(Index.Place place) {
        return lines.get(place.line());
    }

    Word word(Index.Place place) {
        return line(place).word(place.index());
    }

    Index index() {
        return index;
    }

    /** Of the article and its headline. */
    Facts facts() {
        return facts;
    }

    /** Of a line of this article, in order. */
    List<Mention> mentions(Line line) {
        return mentions.get(line.number());
    }

    /** The names among them. */
    List<Mention.Name> names(Line line) {
        return Mentions.names(mentions(line));
    }

    /** Finds mentions in claims as in the article. */
    Mentions reader() {
        return reader;
    }

    /** Whether the article or its headline has the stem. */
    boolean has(String stem) {
        return index.has(stem) || headline.contains(stem);
    }

    /** Whether the line, up to {@code before} before it or the one after has one of the stems. */
    boolean near(Line line, Set<String> stems, int before) {
        int from = Math.max(0, line.number() - before);
        int to = Math.min(lines.size(), line.number() + 2);
        return lines.subList(from, to).stream()
                .anyMatch(other -> other.stems().stream().anyMatch(stems::contains));
    }
}
