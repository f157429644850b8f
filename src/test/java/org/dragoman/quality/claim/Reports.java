package org.dragoman.quality.claim;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Severity;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;

/** News reports made up for tests, and what the guard makes of a claim about one. */
final class Reports {
    static final String HARBOUR =
            "Dock workers in Port Arven began a strike on Tuesday after talks with the harbour board"
                    + " broke down. Union leader Marta Quill said the board had offered a rise of 2.4"
                    + " per cent, while its members wanted 7 per cent. \"We will not go back for"
                    + " crumbs,\" she told about 3,200 workers at the north gate. The chairman of the"
                    + " board, Edwin Farrow, accused Quill of holding the town to ransom. Farrow said"
                    + " exports fell by a quarter in March and that the upper dock would stay closed."
                    + " Transport Minister Ana Belk has not met the union. Police arrested nine people"
                    + " near the gate on Wednesday. A spokesman for the Arven Trade Forum (ATF) said"
                    + " the strike had cost $8.2bn. One angry shopkeeper called for the resignation of"
                    + " the whole board.";

    /** As tokenising and small letters leave a text. */
    static final String LOWERED =
            "Condemned rower pavel drosik has asked to spend his last season on the river ."
                    + " Drosik began to row when he was nine . His rival , karl benteng , has asked to"
                    + " spend his last season at home with his mother . Benteng was booked into the"
                    + " lake clinic on friday after a quarrel with her coach left nadia furst without"
                    + " a boat . Nadia furst was sitting on the pier after a quarrel with her coach"
                    + " when she was hit by a wave . Some 3, 800 people watched the race in madrid .";

    static final String PORTO =
            "Os trabalhadores do porto de Arvém começaram uma greve na terça-feira. A dirigente"
                    + " sindical Marta Quelhas disse que a administração ofereceu um aumento de 2,4 por"
                    + " cento. O presidente Edmundo Farto acusou Quelhas de prejudicar a cidade. As"
                    + " exportações caíram um quarto em março. A ministra Ana Belo não recebeu o"
                    + " sindicato. Cerca de 3200 pessoas ouviram o discurso.";

    private Reports() {}

    static Judgement judge(String article, String claim) {
        return judge(article, claim, LanguageTag.ENGLISH);
    }

    static Judgement judge(String article, String claim, LanguageTag language) {
        return read(article, null, language).judge(List.of(Claim.of(claim))).get(0);
    }

    static ClaimGuard.Reading read(
            String article,
            @org.jspecify.annotations.Nullable String headline,
            LanguageTag language) {
        List<Span> sentences = new SentenceSplitter().split(article, language);
        return new ClaimGuard().read(article, sentences, headline, language);
    }

    static Set<Finding.Kind> severe(Judgement judgement) {
        return judgement.findings().stream()
                .filter(finding -> finding.severity() == Severity.SEVERE)
                .map(Finding::kind)
                .collect(Collectors.toSet());
    }
}
