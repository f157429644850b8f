package org.dragoman.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which methods an address takes, told with a 405 (RFC 9110, 15.5.6): the framework knows, and does
 * not say. Immutable and thread-safe.
 */
@ApplicationScoped
class AllowedMethods {
    private record Endpoint(String template, Pattern path, String method) {}

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private static final String NONE = "-";

    private final List<Endpoint> endpoints;

    AllowedMethods(BeanManager beans) {
        endpoints =
                beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                        .map(Bean::getBeanClass)
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .distinct()
                        .flatMap(AllowedMethods::endpoints)
                        .toList();
    }

    private static Stream<Endpoint> endpoints(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> verbs(method).map(verb -> endpoint(resource, method, verb)));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static Endpoint endpoint(Class<?> resource, Method method, String verb) {
        String path = resource.getAnnotation(Path.class).value();
        Path own = method.getAnnotation(Path.class);
        String whole = own == null ? path : path + "/" + own.value().replaceFirst("^/", "");
        return new Endpoint(
                whole, Pattern.compile(whole.replaceAll("\\{[^}]*}", "[^/]+") + "/?"), verb);
    }

    /** The path of a call as the router reads it, however it is written. */
    static String path(RoutingContext context) {
        return context.normalizedPath().replaceAll(";[^/]*", "");
    }

    /** The template of a path, or itself when it is one; a dash for an address of nothing. */
    String template(String path) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.path().matcher(path).matches())
                .map(Endpoint::template)
                .findFirst()
                .orElse(NONE);
    }

    /** A method there is; a dash for a word that a caller made up. */
    String known(String method) {
        return METHODS.contains(method) ? method : NONE;
    }

    /** The methods of a path, in order; none for an address of nothing. */
    SortedSet<String> at(String path) {
        SortedSet<String> methods =
                endpoints.stream()
                        .filter(endpoint -> endpoint.path().matcher(path).matches())
                        .map(Endpoint::method)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return methods;
    }
}
