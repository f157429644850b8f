package org.dragoman.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Punctuation in the form of the target's script. Models mix forms: those into Chinese write ASCII
 * commas, those from Chinese full-width ones, as the texts do they were trained on.
 */
final class Punctuation implements Rewritten.Rule {
    private final Pair pair;

    Punctuation(Pair pair) {
        this.pair = pair;
    }

    @Override
    public Rewritten rewrite(String text) {
        List<UnaryOperator<String>> steps = steps(text);
        return new Rewritten(
                text,
                answer -> {
                    String local = answer;
                    for (UnaryOperator<String> step : steps) {
                        local = step.apply(local);
                    }
                    return local;
                });
    }

    private List<UnaryOperator<String>> steps(String source) {
        List<UnaryOperator<String>> steps = new ArrayList<>();
        if (pair.to().spacedSentences()) {
            steps.add(new ForeignMarks(pair)::replace);
        } else {
            steps.add(new WideMarks(pair.to().script().equals("Jpan"))::replace);
        }
        LocalMarks.of(pair.target()).ifPresent(marks -> steps.add(marks::replace));
        switch (pair.target().language()) {
            case "fr" -> steps.add(FrenchSpaces.of(pair.target())::set);
            case "es" -> steps.add(answer -> SpanishMarks.open(source, answer));
            default -> {}
        }
        steps.add(pair.percent()::set);
        return steps;
    }
}
