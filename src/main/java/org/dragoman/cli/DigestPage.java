package org.dragoman.cli;

import java.util.Arrays;
import java.util.Locale;
import org.dragoman.article.Article;
import org.dragoman.digest.Digest;
import org.dragoman.summarization.Summary;
import org.dragoman.translation.Unwritten;
import org.dragoman.translation.Version;
import org.dragoman.web.SourceLanguage;

/** A digest for a person at a terminal. */
final class DigestPage {
    private static final String INDENT = "  ";

    private final Terminal terminal;

    DigestPage(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Digest digest) {
        Article.Part headline = digest.article().headline();
        if (headline != null) {
            terminal.paragraph(headline.text(), "");
        }
        source(digest);
        terminal.heading("Summary (" + how(digest.summary()) + ")");
        lines(digest.summary().text());
        SummaryNotes.of(digest.summary(), digest.article().text())
                .forEach(note -> terminal.paragraph("! " + note, INDENT));
        digest.versions().forEach(version -> version(version, digest));
        dropped(digest);
    }

    private void source(Digest digest) {
        SourceLanguage language = digest.language();
        String name = language.code().name(Locale.ENGLISH);
        String told =
                language.detected()
                        ? String.format(Locale.ROOT, "%s (%.2f)", name, language.confidence())
                        : name;
        terminal.print(
                told
                        + " · "
                        + digest.article().paragraphs().size()
                        + " paragraphs, "
                        + digest.article().text().length()
                        + " characters · "
                        + digest.timing().totalMillis()
                        + " ms");
    }

    private static String how(Summary summary) {
        return wire(summary.method()) + ", " + wire(summary.reason());
    }

    private void version(Version version, Digest digest) {
        String name = version.language().name(Locale.ENGLISH);
        if (version instanceof Unwritten missing) {
            terminal.heading(name + " (" + wire(version.status()) + ")");
            if (missing.hint() != null) {
                terminal.print(INDENT + missing.hint());
            }
        } else if (version instanceof Version.Written written) {
            terminal.heading(name + " (" + String.join(" → ", written.route()) + ")");
            written(written);
            new VersionNotes(digest)
                    .of(written)
                    .forEach(note -> terminal.paragraph("! " + note, INDENT));
        }
    }

    private void written(Version.Written version) {
        Version.Body headline = version.headline();
        if (headline != null) {
            terminal.paragraph(headline.text(), INDENT);
            terminal.blank();
        }
        Version.Summary summary = version.summary();
        if (summary != null) {
            lines(summary.text());
            terminal.blank();
        }
        Version.Body article = version.article();
        if (article != null) {
            lines(article.text());
        }
    }

    private void dropped(Digest digest) {
        if (digest.dropped().isEmpty()) {
            return;
        }
        terminal.heading("Dropped");
        for (Article.Dropped dropped : digest.dropped()) {
            terminal.paragraph(wire(dropped.reason()) + ": " + dropped.text(), INDENT);
        }
    }

    /** Each line of a text as a paragraph; blank lines stay. */
    private void lines(String text) {
        Arrays.stream(text.split("\\R", -1))
                .forEach(
                        line -> {
                            if (line.isBlank()) {
                                terminal.blank();
                            } else {
                                terminal.paragraph(line, INDENT);
                            }
                        });
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
