package org.dragoman.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON with a few changes made by chance: in its bytes, or in its values. */
final class Mutation {
    /** A number, a text, a name, a literal, a bracket or another mark. */
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|[-+.0-9eE]+|[a-z]+|[^\\s]");

    private static final List<String> STRANGE =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1e400",
                    "99999999999999999999",
                    "0.5",
                    "\"\"",
                    "\"\\ud800\"",
                    "\"\\u0000\"",
                    "\"x-\\u202e\"",
                    "\"zz-ZZ-zz\"",
                    "\"http://127.0.0.1:1/\"",
                    "[]",
                    "[[]]",
                    "{}",
                    "{\"a\":{}}",
                    "[null]",
                    "\"" + "long ".repeat(400) + "\"",
                    ",",
                    ":",
                    "}",
                    "]");

    private Mutation() {}

    /** A body with one to four changes. */
    static byte[] of(byte[] json, Random random) {
        byte[] changed = json;
        for (int i = random.nextInt(4); i >= 0; i--) {
            changed = random.nextBoolean() ? bytes(changed, random) : tokens(changed, random);
        }
        return changed;
    }

    private static byte[] bytes(byte[] json, Random random) {
        if (json.length == 0) {
            return json;
        }
        byte[] changed = json.clone();
        int at = random.nextInt(changed.length);
        changed[at] = (byte) random.nextInt(256);
        return random.nextInt(8) == 0 ? Arrays.copyOf(changed, at) : changed;
    }

    private static byte[] tokens(byte[] json, Random random) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(new String(json, UTF_8));
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        if (tokens.isEmpty()) {
            return json;
        }
        int at = random.nextInt(tokens.size());
        String other = tokens.get(random.nextInt(tokens.size()));
        switch (random.nextInt(5)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, other);
            case 2 -> tokens.set(at, other);
            default -> tokens.set(at, STRANGE.get(random.nextInt(STRANGE.size())));
        }
        return String.join(" ", tokens).getBytes(UTF_8);
    }
}
