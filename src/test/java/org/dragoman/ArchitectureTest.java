package org.dragoman;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of the packages, as docs/architecture.md draws it. */
class ArchitectureTest {
    /** Outermost first: a package may use only those after it. */
    private static final List<String> ORDER =
            List.of(
                    "cli",
                    "digest",
                    "translation",
                    "summarization",
                    "quality",
                    "web",
                    "access",
                    "article",
                    "inference",
                    "generation",
                    "torch",
                    "model",
                    "fetch",
                    "telemetry",
                    "text",
                    "language",
                    "failure",
                    "settings");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.dragoman");

    @Test
    void dependenciesPointDownwards() {
        for (int i = 1; i < ORDER.size(); i++) {
            noClasses()
                    .that()
                    .resideInAPackage("org.dragoman." + ORDER.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ORDER.subList(0, i).stream()
                                    .map(name -> "org.dragoman." + name + "..")
                                    .toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void theTwoFeaturesDoNotUseEachOther() {
        noClasses()
                .that()
                .resideInAPackage("org.dragoman.translation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.dragoman.summarization..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyTorchKnowsTheEngineAndNobodyKnowsTorch() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.dragoman.torch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..", "org.dragoman.torch..")
                .check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("org.dragoman.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void collaboratorsComeThroughConstructors() {
        noFields().should().beAnnotatedWith(Inject.class).check(CLASSES);
    }
}
