package org.dragoman.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dragoman.model.ModelTask;
import org.dragoman.model.Precision;
import org.dragoman.model.Wish;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * What can be said of a folder or a repository that is added as a model, beside its languages; the
 * rest is told from its files.
 */
final class FolderOptions {
    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What the model is called here; the folder's name when absent.")
    @Nullable String name;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            converter = TaskConverter.class,
            description = "translation, summarization or embedding")
    @Nullable ModelTask task;

    @Option(
            names = "--precision",
            paramLabel = "PRECISION",
            converter = PrecisionConverter.class,
            description = "How its weights are held: int8, bf16 or fp32")
    @Nullable Precision precision;

    @Option(
            names = "--licence",
            paramLabel = "LICENCE",
            description = "The weights' licence; what README.md states when absent.")
    @Nullable String licence;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            description = "Put before every text: --prefix 'summarize: '")
    @Nullable String prefix;

    /** Whether anything is said. */
    boolean given() {
        return !wish(new PairOptions()).equals(Wish.NONE);
    }

    Wish wish(PairOptions languages) {
        return new Wish(
                Optional.ofNullable(name),
                Optional.ofNullable(task),
                Set.copyOf(languages.from),
                Set.copyOf(languages.to),
                Optional.ofNullable(precision),
                Optional.ofNullable(licence),
                Optional.ofNullable(prefix));
    }

    private static <E extends Enum<E>> E choice(Class<E> kind, String value) {
        try {
            return Enum.valueOf(kind, value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException("'" + value + "' is none of those");
        }
    }

    /** A task as it is written in cards. */
    static final class TaskConverter implements ITypeConverter<ModelTask> {
        @Override
        public ModelTask convert(String value) {
            return choice(ModelTask.class, value);
        }
    }

    /** A precision as it is written in cards. */
    static final class PrecisionConverter implements ITypeConverter<Precision> {
        @Override
        public Precision convert(String value) {
            return choice(Precision.class, value);
        }
    }
}
