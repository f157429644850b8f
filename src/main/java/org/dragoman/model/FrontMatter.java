package org.dragoman.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.language.LanguageTag;

/**
 * What a publisher states at the head of a {@code README.md}, in the lines between two {@code ---}:
 * of YAML the plain values and lists that the hub writes there. Immutable.
 *
 * @param licence as stated; empty where none is
 * @param languages what of the stated languages is a tag
 */
record FrontMatter(Optional<String> licence, Set<LanguageTag> languages) {
    static final FrontMatter NONE = new FrontMatter(Optional.empty(), Set.of());

    private static final int LONGEST = 1 << 16;
    private static final Pattern HEAD = Pattern.compile("\\A---\\R(.*?)\\R---", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("([A-Za-z_]+):(.*)");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.+ _-]{1,64}");

    FrontMatter {
        languages = Set.copyOf(languages);
    }

    /** What the first 64 KiB of a file state; nothing when there is none. */
    static FrontMatter read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try (var in = Files.newInputStream(file)) {
            return of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
        }
    }

    static FrontMatter of(String text) {
        Matcher head = HEAD.matcher(text);
        if (!head.find()) {
            return NONE;
        }
        Set<LanguageTag> languages = new LinkedHashSet<>();
        values(head.group(1), "language")
                .forEach(value -> LanguageTag.parse(value).ifPresent(languages::add));
        return new FrontMatter(licence(head.group(1)), languages);
    }

    /** The hub's word for a licence it does not list is "other", and its name stands beside it. */
    private static Optional<String> licence(String head) {
        Optional<String> stated = values(head, "license").stream().findFirst();
        return stated.filter(value -> !value.equals("other"))
                .or(() -> values(head, "license_name").stream().findFirst())
                .or(() -> stated)
                .filter(value -> PLAIN.matcher(value).matches());
    }

    private static List<String> values(String head, String key) {
        List<String> values = new ArrayList<>();
        boolean inside = false;
        for (String line : head.lines().toList()) {
            Matcher matcher = KEY.matcher(line);
            if (matcher.matches()) {
                inside = matcher.group(1).equals(key);
                if (inside) {
                    add(values, matcher.group(2).replaceAll("[\\[\\]]", "").split(",", -1));
                }
            } else if (inside && line.strip().startsWith("-")) {
                add(values, line.strip().substring(1));
            }
        }
        return values;
    }

    private static void add(List<String> values, String... parts) {
        for (String part : parts) {
            String value = part.strip().replaceAll("^[\"']|[\"']$", "");
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
    }
}
