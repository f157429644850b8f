package org.dragoman.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dragoman.failure.ErrorCode;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Adds to the OpenAPI document what a call of any endpoint may be answered beside its own answers:
 * the problems of {@link ErrorCode}; and the key or token that is asked for once there is one.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class CommonAnswers implements OASFilter {
    private static final String KEY = "key";
    private static final String TOKEN = "token";
    private static final List<Integer> ANY = List.of(400, 401, 403, 406, 429, 500, 503, 504);
    private static final List<Integer> OF_A_BODY = List.of(408, 413, 415, 422);
    private static final int OF_A_NAME = 404;
    private static final int OF_WRITING = 507;

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents()
                .addSchema("Problem", problem())
                .addSecurityScheme(KEY, key())
                .addSecurityScheme(TOKEN, token());
        document.addSecurityRequirement(OASFactory.createSecurityRequirement());
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(KEY));
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN));
        document.getPaths().getPathItems().forEach(CommonAnswers::complete);
    }

    private static void complete(String path, PathItem item) {
        item.getOperations()
                .forEach(
                        (method, operation) -> {
                            if (operation.getSecurity() != null) {
                                operation.addSecurityRequirement(
                                        OASFactory.createSecurityRequirement().addScheme(TOKEN));
                            }
                            statuses(path, method).forEach(status -> complete(operation, status));
                        });
    }

    private static List<Integer> statuses(String path, PathItem.HttpMethod method) {
        List<Integer> statuses = new ArrayList<>(ANY);
        if (path.contains("{")) {
            statuses.add(OF_A_NAME);
        }
        if (method == PathItem.HttpMethod.POST) {
            statuses.addAll(OF_A_BODY);
        }
        if (method != PathItem.HttpMethod.GET) {
            statuses.add(OF_WRITING);
        }
        return statuses;
    }

    /** What an endpoint says itself of such an answer is kept. */
    private static void complete(Operation operation, int status) {
        String code = Integer.toString(status);
        APIResponse own = operation.getResponses().getAPIResponse(code);
        APIResponse answer = own == null ? OASFactory.createAPIResponse() : own;
        if (answer.getDescription() == null) {
            answer.setDescription(codes(status));
        }
        if (answer.getContent() == null) {
            answer.setContent(content());
        }
        if (status == ErrorCode.KEY_MISSING.status()) {
            answer.addHeader("WWW-Authenticate", header(Schema.SchemaType.STRING));
        }
        if (status == ErrorCode.QUEUE_FULL.status()) {
            answer.addHeader("Retry-After", header(Schema.SchemaType.INTEGER));
        }
        operation.getResponses().addAPIResponse(code, answer);
    }

    private static String codes(int status) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.status() == status)
                .map(ErrorCode::code)
                .collect(Collectors.joining(", "));
    }

    private static Content content() {
        Schema schema = OASFactory.createSchema().ref("Problem");
        return OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema));
    }

    private static Header header(Schema.SchemaType type) {
        return OASFactory.createHeader().schema(of(type));
    }

    private static SecurityScheme key() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("An API key; asked for from the first key on.");
    }

    private static SecurityScheme token() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(
                        "An access token of the OpenID Connect issuer that is configured, with the"
                                + " scope dragoman:use, or dragoman:admin where the scope admin is"
                                + " needed.");
    }

    /** The schema of {@link Problem}. */
    private static Schema problem() {
        Schema field =
                of(Schema.SchemaType.OBJECT)
                        .addProperty("pointer", of(Schema.SchemaType.STRING))
                        .addProperty("detail", of(Schema.SchemaType.STRING));
        return of(Schema.SchemaType.OBJECT)
                .description("Problem details (RFC 9457)")
                .required(List.of("type", "title", "status", "code", "traceId"))
                .addProperty("type", of(Schema.SchemaType.STRING))
                .addProperty("title", of(Schema.SchemaType.STRING))
                .addProperty("status", of(Schema.SchemaType.INTEGER))
                .addProperty("detail", of(Schema.SchemaType.STRING))
                .addProperty("code", of(Schema.SchemaType.STRING))
                .addProperty("errors", of(Schema.SchemaType.ARRAY).items(field))
                .addProperty("traceId", of(Schema.SchemaType.STRING));
    }

    private static Schema of(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
