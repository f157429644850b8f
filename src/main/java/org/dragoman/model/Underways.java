package org.dragoman.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dragoman.model.ModelStore.Underway;

/** How far the installations of this process are. Thread-safe. */
final class Underways {
    private final Map<String, Underway> models = new ConcurrentHashMap<>();

    Optional<Underway> of(String model) {
        return Optional.ofNullable(models.get(model));
    }

    void begin(List<String> names) {
        names.forEach(name -> models.put(name, new Underway(0, 0)));
    }

    void end(List<String> names) {
        names.forEach(models::remove);
    }

    /** Hears for all models of an installation how far it is, and hands it on. */
    Progress watching(List<String> names, Progress progress) {
        return (model, done, total) -> {
            Underway now = new Underway(done, total);
            names.forEach(name -> models.put(name, now));
            progress.update(model, done, total);
        };
    }
}
