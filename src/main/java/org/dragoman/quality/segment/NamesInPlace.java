package org.dragoman.quality.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;

/**
 * Two names in each other's place. Names and figures that both texts spell alike and have once are
 * anchors; where all of them stand in one order but for two names, those were exchanged. Two names
 * alone tell nothing: languages order their sentences in their own ways.
 */
final class NamesInPlace implements Rule {
    private static final int FEWEST_ANCHORS = 4;
    private static final int SHORTEST = 4;

    @Override
    public List<Finding> check(Side source, Side target) {
        if (source.tongue().verbLast() != target.tongue().verbLast()) {
            return List.of();
        }
        Map<String, Integer> there = once(source.words());
        Map<String, Integer> here = once(target.words());
        List<String> anchors =
                source.words().stream()
                        .map(Words.Word::form)
                        .filter(form -> there.containsKey(form) && here.containsKey(form))
                        .toList();
        List<Integer> out = outOfPlace(anchors, here);
        if (anchors.size() < FEWEST_ANCHORS || out.size() != 2) {
            return List.of();
        }
        String one = anchors.get(out.get(0));
        String other = anchors.get(out.get(1));
        int from = there.getOrDefault(one, 0);
        boolean apart = Math.abs(from - there.getOrDefault(other, 0)) > 1;
        return apart && name(one) && name(other)
                ? List.of(
                        new Finding(
                                Kind.NAMES_SWAPPED,
                                Severity.WARNING,
                                source.words().get(from).span(),
                                target.words().get(here.getOrDefault(other, 0)).span()))
                : List.of();
    }

    private static boolean name(String form) {
        return form.chars().noneMatch(Character::isDigit);
    }

    /** Names and figures that stand once, with where. */
    private static Map<String, Integer> once(List<Words.Word> words) {
        Map<String, Integer> first = new HashMap<>();
        Map<String, Integer> count = new HashMap<>();
        for (int at = 0; at < words.size(); at++) {
            Words.Word word = words.get(at);
            boolean figure = Character.isDigit(word.form().codePointAt(0));
            if (figure || (word.capital() && word.span().length() >= SHORTEST)) {
                first.put(word.form(), at);
            }
            count.merge(word.form(), 1, Integer::sum);
        }
        first.keySet().removeIf(form -> count.getOrDefault(form, 0) > 1);
        return first;
    }

    /** Which anchors stand where in order another would. */
    private static List<Integer> outOfPlace(List<String> anchors, Map<String, Integer> here) {
        List<String> ordered = new ArrayList<>(anchors);
        ordered.sort((one, other) -> here.getOrDefault(one, 0) - here.getOrDefault(other, 0));
        List<Integer> out = new ArrayList<>();
        for (int at = 0; at < anchors.size(); at++) {
            if (!anchors.get(at).equals(ordered.get(at))) {
                out.add(at);
            }
        }
        return out;
    }
}
