import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;
import org.dragoman.text.WhiteSpace;

/**
 * Glues the lines of {@code DIR/<language>.txt}, one sentence each, into paragraphs of six and tells
 * how many of the seams the splitter finds and how many of its ends are seams. A line may hold two
 * sentences, so the precision of a perfect splitter stays below 1. Also counts texts that do not
 * come back exactly and pieces over the limit.
 */
public final class Splitting {
    private static final int LINES = 6;
    private static final int LIMIT = 60;

    private final SentenceSplitter sentences = new SentenceSplitter();
    private final ClauseSplitter clauses = new ClauseSplitter();

    public static void main(String[] arguments) throws IOException {
        System.out.println("language  lines   found    ends  recall  precision  not-exact  over-" + LIMIT);
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                new Splitting().report(file);
            }
        }
    }

    private void report(Path file) throws IOException {
        LanguageTag language =
                new LanguageTag(file.getFileName().toString().replace(".txt", "").replace('_', '-'));
        List<String> lines =
                Files.readAllLines(file).stream().map(String::strip).filter(l -> !l.isEmpty()).toList();
        String glue = List.of("zh", "ja", "yue").contains(language.language()) ? "" : " ";
        int seams = 0;
        int ends = 0;
        int found = 0;
        int torn = 0;
        int over = 0;
        for (int from = 0; from < lines.size(); from += LINES) {
            List<String> some = lines.subList(from, Math.min(lines.size(), from + LINES));
            String text = String.join(glue, some);
            Set<Integer> expected = seams(some, glue.length());
            Set<Integer> given = new HashSet<>();
            List<Span> spans = sentences.split(text, language);
            spans.forEach(span -> given.add(span.end()));
            given.remove(text.length());
            seams += expected.size();
            ends += given.size();
            given.retainAll(expected);
            found += given.size();
            torn += whole(text, spans) ? 0 : 1;
            over += over(text, spans, language);
        }
        System.out.printf(
                Locale.ROOT,
                "%-8s %6d  %6d  %6d  %6.3f  %9.3f  %9d  %7d%n",
                language, lines.size(), found, ends, (double) found / seams, (double) found / ends, torn, over);
    }

    private static Set<Integer> seams(List<String> lines, int gap) {
        Set<Integer> seams = new HashSet<>();
        int at = 0;
        for (String line : lines.subList(0, lines.size() - 1)) {
            seams.add(at + line.length());
            at += line.length() + gap;
        }
        return seams;
    }

    /** Whether the spans and the white space between them are the text. */
    private static boolean whole(String text, List<Span> spans) {
        StringBuilder rebuilt = new StringBuilder();
        int at = 0;
        for (Span span : spans) {
            String gap = text.substring(at, span.start());
            if (!gap.chars().allMatch(unit -> WhiteSpace.is((char) unit))) {
                return false;
            }
            rebuilt.append(gap).append(span.in(text));
            at = span.end();
        }
        return rebuilt.append(text.substring(at)).toString().equals(text);
    }

    private int over(String text, List<Span> spans, LanguageTag language) {
        List<Span> pieces = new ArrayList<>();
        for (Span span : spans) {
            pieces.addAll(clauses.split(text, span, language, piece -> piece.length() <= LIMIT));
        }
        return (int) pieces.stream().filter(piece -> piece.length() > LIMIT).count();
    }
}
