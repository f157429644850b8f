package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.quality.claim.Lexicon.Kind;
import org.dragoman.quality.claim.Mention.Name;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Severity;

/**
 * Names the article never names, in no form, spelling or acronym. A name of which it has a part is
 * a warning only: articles often leave out given names.
 */
final class NameRule implements Rule {
    @Override
    public List<Finding> check(Match match) {
        Spellings spellings = new Spellings(match.source(), match.lexicon());
        List<Finding> findings = new ArrayList<>();
        for (Name name : match.names()) {
            List<Word> words = match.claim().words().subList(name.from(), name.to());
            long unknown = words.stream().filter(word -> !spellings.know(word)).count();
            if (unknown > 0
                    && !spellings.know(words)
                    && !spellings.abbreviated(match.claim(), name)) {
                boolean whole = unknown == words.size() && !author(match, name);
                findings.add(
                        new Finding(
                                Finding.Kind.NAME_ADDED,
                                whole ? Severity.SEVERE : Severity.WARNING,
                                null,
                                match.claim().span(name)));
            }
        }
        return findings;
    }

    /** Whether the name only says who speaks: the author, whose name stands outside the text. */
    private static boolean author(Match match, Name name) {
        return name.from() == 0
                && name.to() < match.claim().size()
                && match.lexicon().lists(Kind.SAYING, match.claim().word(name.to()).form());
    }
}
