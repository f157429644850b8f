package org.dragoman.summarization;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dragoman.quality.support.Support;

/**
 * Finds what stands in a summary for sentences that were refused: what the model wrote instead when
 * it was asked again, else the sentence of the article that says most of the same. What is longer
 * than the room there is stands nowhere. For one thread.
 */
final class Repair {
    /** Share of a refused sentence's terms that one written instead has at least. */
    private static final double ALIKE = 0.3;

    private final Subject subject;
    private final Maxima maxima;
    private List<Guarding.Sentence> instead = List.of();
    private final Set<String> taken = new HashSet<>();
    private final List<Draft.Line> lines = new ArrayList<>();
    private final List<Summary.Replaced> replaced = new ArrayList<>();
    private final Deque<Draft.Line> sound = new ArrayDeque<>();
    private int fromArticle;

    Repair(Subject subject, Maxima maxima) {
        this.subject = subject;
        this.maxima = maxima;
    }

    /** Takes what the model wrote when it was asked again. */
    void offer(List<Guarding.Sentence> again) {
        instead = again.stream().filter(sentence -> !sentence.refused()).toList();
    }

    /** Goes through the sentences in order. */
    void run(List<Guarding.Sentence> written) {
        written.stream()
                .filter(sentence -> !sentence.refused())
                .map(this::line)
                .forEach(sound::add);
        sound.forEach(line -> taken.add(line.text()));
        for (Guarding.Sentence sentence : written) {
            if (sentence.refused()) {
                replaced.add(new Summary.Replaced(sentence.text(), sentence.findings()));
                replace(sentence);
            } else {
                lines.add(sound.remove());
            }
        }
    }

    List<Draft.Line> lines() {
        return lines;
    }

    /** What was refused. */
    List<Summary.Replaced> replaced() {
        return replaced;
    }

    /** Refused sentences for which the model wrote nothing better. */
    int fromArticle() {
        return fromArticle;
    }

    private void replace(Guarding.Sentence refused) {
        Optional<Draft.Line> other = writtenInstead(refused).map(this::line);
        if (other.isEmpty()) {
            fromArticle++;
            other = supporting(refused);
        }
        other.filter(this::fits)
                .ifPresent(
                        line -> {
                            taken.add(line.text());
                            lines.add(line);
                        });
    }

    private Draft.Line line(Guarding.Sentence sentence) {
        return new Draft.Line(
                sentence.text(),
                subject.words().count(sentence.text()),
                sentence.support(),
                sentence.findings());
    }

    private Optional<Guarding.Sentence> writtenInstead(Guarding.Sentence refused) {
        Set<String> terms = subject.words().terms(refused.text());
        return instead.stream()
                .filter(sentence -> !taken.contains(sentence.text()))
                .filter(sentence -> alike(sentence.text(), terms) >= ALIKE)
                .max(Comparator.comparingDouble(sentence -> alike(sentence.text(), terms)));
    }

    private double alike(String sentence, Set<String> terms) {
        Set<String> own = subject.words().terms(sentence);
        return terms.stream().filter(own::contains).count() / (double) Math.max(1, terms.size());
    }

    private Optional<Draft.Line> supporting(Guarding.Sentence refused) {
        return refused.support().stream()
                .flatMap(support -> sentence(support).stream())
                .filter(sentence -> !taken.contains(sentence.text()))
                .map(Draft.Line::copied)
                .findFirst();
    }

    private Optional<Candidate> sentence(Support support) {
        return subject.sentences().stream()
                .filter(sentence -> sentence.span().start() == support.start())
                .filter(sentence -> !sentence.is(Candidate.Trait.FRAGMENT))
                .findFirst();
    }

    /** Whether there is room beside the sentences before and the sound ones that follow. */
    private boolean fits(Draft.Line line) {
        long words =
                Stream.concat(lines.stream(), sound.stream()).mapToLong(Draft.Line::words).sum();
        int others = lines.size() + sound.size();
        return others == 0 || maxima.allow(others + 1, words + line.words());
    }
}
