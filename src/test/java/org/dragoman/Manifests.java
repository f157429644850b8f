package org.dragoman;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** What {@code deploy/} holds, as plain maps and lists. */
public final class Manifests {
    private static final Path DEPLOY = Path.of("deploy");

    private Manifests() {}

    /** All objects of the base. */
    static List<Map<String, Object>> objects() throws IOException {
        List<Map<String, Object>> objects = new ArrayList<>();
        try (Stream<Path> files = Files.list(DEPLOY.resolve("kubernetes/base"))) {
            for (Path file : files.sorted().toList()) {
                new Yaml().loadAll(Files.readString(file)).forEach(one -> objects.add(map(one)));
            }
        }
        return objects;
    }

    /** The only object of this kind. */
    public static Map<String, Object> object(String kind) throws IOException {
        return objects().stream().filter(o -> o.get("kind").equals(kind)).findFirst().orElseThrow();
    }

    /** A file below {@code deploy}. */
    public static Map<String, Object> file(String path) throws IOException {
        return map(new Yaml().load(Files.readString(DEPLOY.resolve(path))));
    }

    /** What a path of names and places leads to: {@code spec/containers/0/image}. */
    public static Object at(Object object, String path) {
        Object found = object;
        for (String step : path.split("/", -1)) {
            found =
                    found instanceof List<?> list
                            ? list.get(Integer.parseInt(step))
                            : map(found).get(step);
        }
        return found;
    }

    /** The maps of a list. */
    public static List<Map<String, Object>> list(Object object, String path) {
        List<Map<String, Object>> maps = new ArrayList<>();
        ((List<?>) at(object, path)).forEach(one -> maps.add(map(one)));
        return maps;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object object) {
        return (Map<String, Object>) object;
    }
}
