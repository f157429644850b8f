package org.dragoman.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dragoman.digest.Digest;
import org.dragoman.text.Finding;
import org.dragoman.translation.Part;
import org.dragoman.translation.Segment;
import org.dragoman.translation.Version;
import org.jspecify.annotations.Nullable;

/** What a person should look at in a version. */
final class VersionNotes {
    private final Digest digest;

    VersionNotes(Digest digest) {
        this.digest = digest;
    }

    /** One line each, the first of many; none for a version without findings that matter. */
    List<String> of(Version.Written version) {
        List<String> notes = new ArrayList<>();
        for (Segment segment : version.segments()) {
            notes.addAll(
                    FindingNotes.of(
                            segment.findings(), finding -> note(finding, segment, version)));
        }
        return notes.stream().distinct().toList();
    }

    private String note(Finding finding, Segment segment, Version.Written version) {
        Part.Kind part = Objects.requireNonNull(segment.part());
        String source =
                switch (part) {
                    case HEADLINE -> Objects.requireNonNull(digest.article().headline()).text();
                    case SUMMARY -> digest.summary().text();
                    case ARTICLE -> digest.article().text();
                };
        String target =
                switch (part) {
                    case HEADLINE -> text(version.headline());
                    case SUMMARY -> Objects.requireNonNull(version.summary()).text();
                    case ARTICLE -> text(version.article());
                };
        return FindingNotes.of(finding, source, target);
    }

    private static String text(Version.@Nullable Body body) {
        return Objects.requireNonNull(body).text();
    }
}
