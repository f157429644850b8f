package org.dragoman.cli;

import org.dragoman.language.LanguageTag;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A BCP 47 tag on the command line. */
final class TagConverter implements ITypeConverter<LanguageTag> {
    @Override
    public LanguageTag convert(String value) {
        return LanguageTag.parse(value)
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "'" + value + "' is not a language tag, like pt or pt-BR"));
    }
}
