package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dragoman.quality.claim.Lexicon.Kind;
import org.dragoman.quality.claim.Mention.Name;

/**
 * Tells which words of an article and its summary are names: by their capitals, and in texts that
 * lost them by lists and by how a name stands in a sentence. Immutable.
 */
final class Names {
    private final Lexicon lexicon;
    private final Capitals capitals;
    private final Bare bare;
    private final Places places;

    Names(List<Line> article, Lexicon lexicon, Places places) {
        this.lexicon = lexicon;
        this.capitals = new Capitals(article, lexicon);
        this.bare = new Bare(article, lexicon);
        this.places = places;
    }

    /** The names of a line, of the article or of a claim, in order. */
    List<Name> in(Line line) {
        boolean cased = line.words().stream().skip(1).anyMatch(Word::capital);
        List<Name> names = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= line.size(); i++) {
            boolean name = i < line.size() && at(line, i, cased);
            if (from >= 0 && (!name || line.word(i).apart() || line.word(i - 1).owner())) {
                names.add(name(line, from, i));
                from = -1;
            }
            from = name && from < 0 ? i : from;
        }
        return names;
    }

    private static Name name(Line line, int from, int to) {
        Set<String> stems = new LinkedHashSet<>();
        line.words().subList(from, to).forEach(word -> stems.add(word.stem()));
        return new Name(from, to, stems);
    }

    private boolean at(Line line, int index, boolean cased) {
        Word word = line.word(index);
        if (cased && capitals.join(line, index)) {
            return true;
        }
        boolean never =
                !word.content()
                        || word.figure()
                        || word.address()
                        || lexicon.lists(Kind.OFFICE, word.form())
                        || lexicon.lists(Kind.TITLE, word.form());
        return !never && (cased ? cased(line, index) : uncased(line, index));
    }

    private boolean cased(Line line, int index) {
        return lexicon.capitalisesNouns()
                ? byForm(line, index)
                : capitals.name(line, index) || (!capitals.kept() && byForm(line, index));
    }

    private boolean uncased(Line line, int index) {
        return capitals.kept() ? capitals.always(line.word(index)) : byForm(line, index);
    }

    private boolean byForm(Line line, int index) {
        String form = line.word(index).form();
        String before = index == 0 ? "" : line.word(index - 1).form();
        return lexicon.lists(Kind.GIVEN, form)
                || lexicon.lists(Kind.PLACE, form)
                || lexicon.kin(form).size() > 1
                || places.have(form)
                || bare.names(form)
                || (lexicon.lists(Kind.GIVEN, before) && bare.plain(line.word(index)));
    }
}
