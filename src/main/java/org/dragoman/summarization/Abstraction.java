package org.dragoman.summarization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dragoman.inference.Deadline;
import org.dragoman.quality.support.Words;
import org.dragoman.text.Finding;
import org.dragoman.web.Provenance;

/**
 * New sentences by a model that writes, each with what supports it in the article. A sentence that
 * says what the article does not is written again, without the words it was refused for, and where
 * that is no better the article's own sentence stands in its place. When the model writes no whole
 * sentence, or too many would be replaced so, the summary is made of the article's own, and the
 * answer says so. Thread-safe.
 */
final class Abstraction implements Strategy {
    private final Writers writers;
    private final Guarding guarding;
    private final Extraction otherwise;
    private final double replaceable;

    /**
     * @param otherwise what gives the summary when the model's is not used
     * @param replaceable share of its sentences at most that the article's own may replace
     */
    Abstraction(Writers writers, Guarding guarding, Extraction otherwise, double replaceable) {
        this.writers = writers;
        this.guarding = guarding;
        this.otherwise = otherwise;
        this.replaceable = replaceable;
    }

    @Override
    public Draft draft(Subject subject, Maxima maxima, Deadline deadline) {
        try (Writer writer = writers.of(subject.language(), deadline)) {
            Fusion fusion = writers.fusion(writer, subject);
            Fusion.Fused fused = fusion.fuse(maxima, List.of());
            Guarding.Judged written = judged(fused, subject, maxima, deadline);
            Repair repair = new Repair(subject, maxima);
            List<List<Integer>> bans = Bans.of(written.refused(), writer.model().tokenizer());
            if (!bans.isEmpty()) {
                Fusion.Fused again = fusion.fuse(maxima, bans);
                repair.offer(judged(again, subject, maxima, deadline).sentences());
            }
            repair.run(written.sentences());
            boolean used =
                    !repair.lines().isEmpty()
                            && repair.fromArticle() <= replaceable * written.sentences().size();
            List<Summary.Replaced> replaced =
                    fused.sentences().isEmpty() ? unfinished(fused) : repair.replaced();
            return used
                    ? draft(repair, writer.used(), written, fused.written().size())
                    : otherwise.draft(subject, maxima, deadline).insteadOf(replaced, writer.used());
        }
    }

    private Guarding.Judged judged(
            Fusion.Fused fused, Subject subject, Maxima maxima, Deadline deadline) {
        return guarding.written(
                subject, chosen(fused.sentences(), subject.words(), maxima), deadline);
    }

    private static Draft draft(
            Repair repair, Provenance.Used writer, Guarding.Judged written, int chunks) {
        List<Provenance.Used> used = new ArrayList<>(List.of(writer));
        if (written.model() != null) {
            used.add(written.model());
        }
        return new Draft(
                Method.ABSTRACTIVE,
                Reason.MODEL_INSTALLED,
                writer,
                repair.lines(),
                repair.replaced(),
                used,
                chunks);
    }

    /** As many from the first on as the maxima allow; the shortest when not even that one fits. */
    private static List<String> chosen(List<String> sentences, Words words, Maxima maxima) {
        List<String> chosen = new ArrayList<>();
        long count = 0;
        for (String sentence : sentences) {
            count += words.count(sentence);
            if (!maxima.allow(chosen.size() + 1, count)) {
                break;
            }
            chosen.add(sentence);
        }
        return chosen.isEmpty()
                ? sentences.stream().min(Comparator.comparingInt(words::count)).stream().toList()
                : chosen;
    }

    /** What the model wrote, a text for each chunk it wrote something for. */
    private static List<Summary.Replaced> unfinished(Fusion.Fused fused) {
        Finding unfinished =
                new Finding(Finding.Kind.UNFINISHED, Finding.Severity.SEVERE, null, null);
        return fused.written().stream()
                .map(each -> Written.line(each.text()))
                .filter(text -> !text.isEmpty())
                .map(text -> new Summary.Replaced(text, List.of(unfinished)))
                .toList();
    }
}
