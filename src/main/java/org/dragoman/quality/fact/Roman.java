package org.dragoman.quality.fact;

/** Roman numerals in capitals: XVIII. */
final class Roman {
    private static final String LETTERS = "IVXLCDM";
    private static final int[] VALUES = {1, 5, 10, 50, 100, 500, 1000};
    private static final String[] UNITS = {
        "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"
    };
    private static final String[] TENS = {
        "", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"
    };
    private static final int LONGEST = 8;

    private Roman() {}

    /** The value of {@code word}, below 100, also of XVIIIe; 0 when it is no usual numeral. */
    static int value(String word) {
        int end = word.length();
        while (end > 2 && end > word.length() - 3 && Character.isLowerCase(word.charAt(end - 1))) {
            end--;
        }
        return capitals(word.substring(0, end));
    }

    private static int capitals(String word) {
        if (word.isEmpty() || word.length() > LONGEST || LETTERS.indexOf(word.charAt(0)) < 0) {
            return 0;
        }
        int value = 0;
        for (int at = 0; at < word.length(); at++) {
            int own = one(word, at);
            value += own < one(word, at + 1) ? -own : own;
        }
        return usual(value, word) ? value : 0;
    }

    private static boolean usual(int value, String word) {
        return value > 0 && value < 100 && word.equals(TENS[value / 10] + UNITS[value % 10]);
    }

    private static int one(String word, int at) {
        int letter = at < word.length() ? LETTERS.indexOf(word.charAt(at)) : -1;
        return letter < 0 ? 0 : VALUES[letter];
    }
}
