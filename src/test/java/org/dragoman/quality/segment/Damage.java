package org.dragoman.quality.segment;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * The faults that can be made of one pair.
 *
 * @param next another pair of the same languages, for faults of two sentences
 * @param foreign what the source says in a third language; null when that is not known
 */
record Damage(AlignedPair pair, AlignedPair next, @Nullable String foreign) {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{Nd}.,/-])\\p{Nd}+(?:[.,٬٫\\u00A0\\u202F]\\p{Nd}+)*");
    private static final Pattern QUOTATION = Pattern.compile("[“”„«»\"「」『』]");
    private static final Pattern BRACKET = Pattern.compile("[()\\[\\]（）]");
    private static final Pattern NAME =
            Pattern.compile("(?<=[\\p{L},] )\\p{Lu}\\p{Ll}{3,}(?!\\p{L})");

    private String target() {
        return pair.target();
    }

    @Nullable AlignedPair digitChanged(Random random) {
        MatchResult number = any(NUMBER, random);
        if (number == null) {
            return null;
        }
        int at = number.start() + random.nextInt(number.end() - number.start());
        while (!Character.isDigit(target().charAt(at))) {
            at--;
        }
        int old = Character.digit(target().charAt(at), 10);
        char zero = (char) (target().charAt(at) - old);
        char other = (char) (zero + 1 + (old + random.nextInt(8)) % 9);
        return pair.with(target().substring(0, at) + other + target().substring(at + 1));
    }

    @Nullable AlignedPair numberDropped(Random random) {
        return without(any(NUMBER, random), "");
    }

    @Nullable AlignedPair weekdayDropped(Random random) {
        return named(weekdays(pair.from()), weekdays(pair.to()), random, false);
    }

    @Nullable AlignedPair weekdayChanged(Random random) {
        return named(weekdays(pair.from()), weekdays(pair.to()), random, true);
    }

    @Nullable AlignedPair monthChanged(Random random) {
        return named(months(pair.from()), months(pair.to()), random, true);
    }

    private static List<String> weekdays(LanguageTag language) {
        String[] names =
                DateFormatSymbols.getInstance(ULocale.forLocale(language.locale())).getWeekdays();
        return Arrays.asList(names).subList(1, names.length);
    }

    private static List<String> months(LanguageTag language) {
        return Arrays.asList(
                DateFormatSymbols.getInstance(ULocale.forLocale(language.locale())).getMonths());
    }

    private @Nullable AlignedPair named(
            List<String> from, List<String> to, Random random, boolean changed) {
        for (int number = 0; number < from.size(); number++) {
            MatchResult there = word(from.get(number), pair.source());
            MatchResult here = word(to.get(number), target());
            if (there != null && here != null) {
                int other = (number + 1 + random.nextInt(to.size() - 1)) % to.size();
                return without(here, changed ? to.get(other) : "");
            }
        }
        return null;
    }

    private static @Nullable MatchResult word(String name, String text) {
        return Pattern.compile("(?<!\\p{L})" + Pattern.quote(name) + "(?![\\p{Ll}])")
                .matcher(text)
                .results()
                .findFirst()
                .orElse(null);
    }

    @Nullable AlignedPair quotationMarkLost(Random random) {
        boolean quoted = QUOTATION.matcher(pair.source()).find();
        return quoted ? without(any(QUOTATION, random), "") : null;
    }

    @Nullable AlignedPair bracketLost(Random random) {
        boolean bracketed = BRACKET.matcher(pair.source()).find();
        return bracketed ? without(any(BRACKET, random), "") : null;
    }

    AlignedPair addressBroken(Random random) {
        String address = "www.example.org/a" + random.nextInt(1000);
        int at = 5 + random.nextInt(address.length() - 5);
        String broken = address.substring(0, at) + address.substring(at + 1);
        return new AlignedPair(
                pair.from(),
                pair.to(),
                pair.source() + " (" + address + ")",
                target() + " (" + broken + ")");
    }

    AlignedPair sentenceRepeated(Random random) {
        return pair.with(target() + AlignedPair.gap(pair.to()) + target());
    }

    @Nullable AlignedPair sentenceDropped(Random random) {
        AlignedPair both = pair.and(next);
        AlignedPair kept = random.nextBoolean() ? pair : next;
        return both.with(kept.target());
    }

    @Nullable AlignedPair sentencesJoined(Random random) {
        boolean spaced = !AlignedPair.gap(pair.to()).isEmpty();
        boolean letters =
                next.target().codePoints().findFirst().stream().anyMatch(Character::isLetter);
        boolean stop = target().strip().matches(".*\\p{L}[.!?؟]");
        return spaced && letters && stop
                ? pair.and(next).with(target().strip() + next.target().strip())
                : null;
    }

    @Nullable AlignedPair cutOff(Random random) {
        int length = target().length();
        int at = (int) (length * (0.35 + 0.25 * random.nextDouble()));
        while (at > 0 && Character.isLetterOrDigit(target().charAt(at))) {
            at--;
        }
        return length < 40 || at == 0 ? null : pair.with(target().substring(0, at).strip());
    }

    @Nullable AlignedPair looped(Random random) {
        List<String> words = units();
        if (words.size() < 8) {
            return null;
        }
        int size = 1 + random.nextInt(4);
        int at = 1 + random.nextInt(words.size() - size - 1);
        List<String> looped = new ArrayList<>(words.subList(0, at));
        for (int times = 5 + random.nextInt(8); times > 0; times--) {
            looped.addAll(words.subList(at, at + size));
        }
        return pair.with(String.join("", looped).strip());
    }

    /** Words with the space after them; in scripts without spaces, characters. */
    private List<String> units() {
        boolean spaced = target().strip().contains(" ");
        return List.of(target().split(spaced && target().split(" ").length > 6 ? "(?<= )" : ""));
    }

    /** A word or two left as they are may be a name. */
    @Nullable AlignedPair leftInSource(Random random) {
        return pair.source().split(" ").length < 3 ? null : pair.with(pair.source());
    }

    @Nullable AlignedPair partlyInSource(Random random) {
        List<String> own = units();
        String[] words = pair.source().split("(?<= )");
        if (own.size() < 8 || words.length < 8) {
            return null;
        }
        String begun = String.join("", own.subList(0, own.size() / 2));
        return pair.with(
                begun + String.join("", List.of(words).subList(words.length / 2, words.length)));
    }

    @Nullable AlignedPair wrongLanguage(Random random) {
        return foreign == null ? null : pair.with(foreign);
    }

    AlignedPair emptied(Random random) {
        return pair.with(random.nextBoolean() ? "" : ".");
    }

    @Nullable AlignedPair nameSwapped(Random random) {
        List<String> names =
                NAME.matcher(target())
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .filter(name -> once(name, target()) && once(name, pair.source()))
                        .toList();
        if (names.size() < 2) {
            return null;
        }
        String one = names.get(0);
        String other = names.get(1);
        return pair.with(target().replace(one, "\0").replace(other, one).replace("\0", other));
    }

    private static boolean once(String name, String text) {
        int at = text.indexOf(name);
        return at >= 0 && text.indexOf(name, at + 1) < 0;
    }

    @Nullable AlignedPair negationRemoved(Random random) {
        String there = NegatingWords.OF.getOrDefault(pair.from().language(), "");
        String here = NegatingWords.OF.getOrDefault(pair.to().language(), "");
        boolean visible = !there.isEmpty() && !here.isEmpty() && negated(there, pair.source());
        return visible && negated(here, target())
                ? pair.with(target().replaceFirst(negation(here), ""))
                : null;
    }

    private static boolean negated(String word, String text) {
        return Pattern.compile(negation(word)).matcher(text).find();
    }

    private static String negation(String word) {
        return word.equals("不") ? word : "(?<!\\p{L})" + word + "(?!\\p{L}) ?";
    }

    private @Nullable MatchResult any(Pattern pattern, Random random) {
        List<MatchResult> found = pattern.matcher(target()).results().toList();
        return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
    }

    private @Nullable AlignedPair without(@Nullable MatchResult what, String instead) {
        if (what == null) {
            return null;
        }
        String before = target().substring(0, what.start());
        String after = target().substring(what.end());
        return pair.with((before + instead + after).replace("  ", " "));
    }
}
