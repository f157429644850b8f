package org.dragoman.torch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Tokenizer;
import org.dragoman.model.Tokens;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The tokenizer of a model in the hub's layout. Ids and decoded texts are those of transformers
 * 4.57.3; nothing is cut or padded, whatever the files say. Immutable and thread-safe.
 */
final class HubTokenizer implements Tokenizer {
    private final Subwords source;
    private final Subwords target;
    private final Framing framing;
    private final String prefix;

    /**
     * @param prefix put before every source, such as {@code "summarize: "}; has no spans
     */
    HubTokenizer(Subwords source, Subwords target, Framing framing, String prefix) {
        this.source = source;
        this.target = target;
        this.framing = framing;
        this.prefix = prefix;
    }

    /**
     * Reads the tokenizer of a folder, as {@link HubReader} finds it.
     *
     * @param prefix put before every source, empty for none; its ids have no spans
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the file and what is
     *     wrong with it
     */
    static Tokenizer load(Path directory, String prefix) {
        return new HubReader(directory).tokenizer(prefix);
    }

    @Override
    public Tokens encode(String text, Direction direction) {
        Tokens pieces = direction == Direction.SOURCE ? read(prefix, text) : target.encode(text);
        return framing.usual().around(pieces);
    }

    @Override
    public Tokens encode(String text, LanguageTag from, LanguageTag to) {
        return framing.between(from, to).around(read(framing.lead(to) + prefix, text));
    }

    @Override
    public OptionalInt opening(LanguageTag language) {
        return framing.opening(language);
    }

    @Override
    public Set<LanguageTag> languages() {
        return framing.languages();
    }

    @Override
    public String decode(int[] ids) {
        return target.decode(ids);
    }

    @Override
    public void close() {
        source.close();
        target.close();
    }

    /** The source's ids behind {@code lead}, which has no spans. */
    private Tokens read(String lead, String text) {
        if (lead.isEmpty()) {
            return source.encode(text);
        }
        Tokens tokens = source.encode(lead + text);
        List<@Nullable Span> spans = new ArrayList<>(tokens.length());
        for (Span span : tokens.spans()) {
            spans.add(span == null ? null : behind(lead.length(), span));
        }
        return new Tokens(tokens.ids(), Collections.unmodifiableList(spans));
    }

    /** What of a span lies behind the lead, in the text itself; null for nothing. */
    private static @Nullable Span behind(int lead, Span span) {
        return span.end() <= lead
                ? null
                : new Span(Math.max(0, span.start() - lead), span.end() - lead);
    }
}
