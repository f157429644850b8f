package org.dragoman.torch;

import java.util.Random;

/** Texts that break what counts characters wrongly. */
final class NastyText {
    private static final String[] PARTS = {
        "\ud83d\ude00",
        "e\u0301",
        "\u200b",
        "\u00a0",
        "\ufb01",
        "\ufdfa",
        "\uff26\uff55\uff4c\uff4c",
        "\r\n",
        "  ",
        "\t",
        "\u0645\u0631\u062d\u0628\u0627",
        "\u05e9\u05c1\u05dc",
        "\ud55c",
        "\u1100\u1161",
        "a",
        "the",
        "\u2581",
        "\ufeff",
        "\0",
        "\u0001",
        "\u2028",
        "\u00bd",
        "\u202e",
        "\ud835\udc9c",
        "\u0130",
        "\u00df",
        "\u201c",
        "\u2019",
        "<unk>",
        "</s>",
        "<keep>",
        "##",
        "a b",
        "\ud83d\udc69\u200d\ud83d\udc67",
        "\ud83c\udde7\ud83c\uddf7",
        "\u0f73",
        "\ud83d",
        "\ude00",
        "manh\u00e3 ",
        "bridge",
        "."
    };

    private NastyText() {}

    /** 0 to 40 parts, some of them any character at all. */
    static String any(Random random) {
        StringBuilder text = new StringBuilder();
        for (int parts = random.nextInt(41); parts > 0; parts--) {
            if (random.nextInt(4) == 0) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            } else {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
        }
        return text.toString();
    }
}
