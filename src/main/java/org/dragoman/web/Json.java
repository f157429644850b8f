package org.dragoman.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Locale;
import org.dragoman.language.LanguageTag;

/** How records become JSON and back: strict in what is read, names of enums in kebab case. */
@Singleton
public final class Json implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        refuseCoercion(mapper);
        mapper.configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);
        mapper.setAnnotationIntrospector(new KebabCaseEnums());
        mapper.registerModule(
                new SimpleModule()
                        .addSerializer(LanguageTag.class, ToStringSerializer.instance)
                        .addDeserializer(LanguageTag.class, new ReadTag()));
    }

    /** A number is not a text, and a text is not a number. */
    private static void refuseCoercion(ObjectMapper mapper) {
        mapper.coercionConfigFor(LogicalType.Integer)
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /** Names enum constants on the wire: LONG_TEXT as {@code long-text}. */
    private static final class KebabCaseEnums extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
            String[] found = super.findEnumValues(config, type, constants, names);
            if (type.getRawType().getName().startsWith("org.dragoman.")) {
                for (int i = 0; i < constants.length; i++) {
                    found[i] = constants[i].name().toLowerCase(Locale.ROOT).replace('_', '-');
                }
            }
            return found;
        }
    }

    private static final class ReadTag extends StdScalarDeserializer<LanguageTag> {
        private static final long serialVersionUID = 1L;

        ReadTag() {
            super(LanguageTag.class);
        }

        @Override
        public LanguageTag deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            String value = parser.getValueAsString();
            if (value == null) {
                return (LanguageTag) context.handleUnexpectedToken(LanguageTag.class, parser);
            }
            return LanguageTag.parse(value)
                    .orElseThrow(
                            () ->
                                    context.weirdStringException(
                                            "", LanguageTag.class, "not a BCP 47 language tag"));
        }
    }
}
