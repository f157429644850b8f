package org.dragoman.cli;

import java.util.Locale;
import org.dragoman.quality.CheckAnswer;
import org.dragoman.text.Finding;

/** What a check found, for a person at a terminal. */
final class CheckPage {
    private final Terminal terminal;
    private final String source;
    private final String text;

    CheckPage(Terminal terminal, String source, String text) {
        this.terminal = terminal;
        this.source = source;
        this.text = text;
    }

    void print(CheckAnswer answer) {
        for (CheckAnswer.Sentence sentence : answer.sentences()) {
            terminal.paragraph(mark(sentence) + " " + sentence.text(), "");
            for (Finding finding : sentence.findings()) {
                terminal.paragraph(FindingNotes.of(finding, source, text), "    ");
            }
        }
        terminal.blank();
        terminal.print(String.format(Locale.ROOT, "Risk %.2f", answer.risk()));
    }

    private static String mark(CheckAnswer.Sentence sentence) {
        return switch (sentence.verdict()) {
            case SUPPORTED -> "+";
            case UNCLEAR -> "?";
            case UNSUPPORTED -> "!";
        };
    }
}
