package org.dragoman.cli;

import java.util.concurrent.Callable;
import org.dragoman.summarization.Summaries;
import org.dragoman.summarization.SummaryAnswer;
import org.dragoman.summarization.SummaryCall;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dragoman summarize}: the summary of a file. */
@Command(
        name = "summarize",
        mixinStandardHelpOptions = true,
        description = {
            "A summary in the article's own sentences; with --method abstractive in new ones,",
            "by a summarizer that was added with 'dragoman models add FOLDER'."
        })
final class SummarizeCommand implements Callable<Integer> {
    private final Summaries summaries;
    private final Running running;
    private final Terminal terminal;

    @Mixin SourceOptions source = new SourceOptions();

    @Mixin SummaryOptions summary = new SummaryOptions();

    @Option(names = "--json", description = "The answer in JSON, as POST /v1/summaries gives it.")
    boolean json;

    SummarizeCommand(Summaries summaries, Running running, Terminal terminal) {
        this.summaries = summaries;
        this.running = running;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SummaryCall call = SummaryCall.of(source.text(), source.language, summary.request());
        SummaryAnswer answer = summaries.answer(call, running.start(), 0);
        if (json) {
            terminal.json(answer);
        } else {
            terminal.print(answer.summary().text());
            SummaryNotes.of(answer.summary(), answer.article().text()).forEach(terminal::note);
        }
        return 0;
    }
}
