package org.dragoman.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Tokens;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The ids before and after the pieces of a row; by itself the framing of a model that marks no
 * languages. Immutable.
 */
@SuppressWarnings("ArrayRecordComponent")
record Frame(int[] before, int[] after) implements Framing {
    /** The pieces in their frame, whose ids stand for nothing in the text. */
    Tokens around(Tokens pieces) {
        int end = before.length + pieces.length();
        int[] ids = Arrays.copyOf(before, end + after.length);
        System.arraycopy(pieces.ids(), 0, ids, before.length, pieces.length());
        System.arraycopy(after, 0, ids, end, after.length);
        List<@Nullable Span> spans = new ArrayList<>(ids.length);
        spans.addAll(Collections.nCopies(before.length, null));
        spans.addAll(pieces.spans());
        spans.addAll(Collections.nCopies(after.length, null));
        return new Tokens(ids, Collections.unmodifiableList(spans));
    }

    @Override
    public Frame usual() {
        return this;
    }

    @Override
    public Frame between(LanguageTag from, LanguageTag to) {
        return this;
    }

    @Override
    public OptionalInt opening(LanguageTag language) {
        return OptionalInt.empty();
    }

    @Override
    public Set<LanguageTag> languages() {
        return Set.of();
    }
}
