package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CardFormatTest {
    private static final Set<LanguageTag> EN = Set.of(LanguageTag.ENGLISH);

    static Stream<ModelCard> cards() {
        return Stream.concat(
                Catalogue.bundled().cards().stream(),
                Stream.of(
                        card(Uses.summarizing(EN, "summarize: "), Precision.BF16),
                        card(Uses.translating(EN, Set.of(new LanguageTag("zh-Hant"))), null)));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void aCardThatIsWrittenReadsAsTheSame(ModelCard card) {
        assertThat(CardFormat.read(CardFormat.write(card))).isEqualTo(card);
    }

    @Test
    void aTaskNobodyKnowsIsRefused() {
        ObjectNode json = CardFormat.write(card(Uses.translating(EN, EN), null));
        json.put("task", "painting");

        assertThatIllegalArgumentException().isThrownBy(() -> CardFormat.read(json));
    }

    @Test
    void aModelThatReadsNothingOrWritesNothingHasNoUse() {
        assertThatIllegalArgumentException().isThrownBy(() -> Uses.translating(Set.of(), EN));
        assertThatIllegalArgumentException().isThrownBy(() -> Uses.translating(EN, Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Uses(ModelTask.EMBEDDING, EN, EN, ""));
    }

    private static ModelCard card(Uses uses, @Nullable Precision precision) {
        return new ModelCard(
                "tiny",
                "t5",
                uses,
                List.of(new ModelFile(ModelFile.Role.WEIGHTS, "w", "a/w", "0".repeat(64), 1)),
                new ModelSource.Folder(Path.of("/x")),
                new Upstream("", "1234567", Upstream.UNKNOWN, new Upstream.Published(1.5, null)),
                precision,
                false);
    }
}
