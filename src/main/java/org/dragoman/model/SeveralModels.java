package org.dragoman.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.dragoman.failure.DragomanException;

/** The same for several models at the same time, of which some may fail. */
final class SeveralModels {
    private SeveralModels() {}

    /**
     * Does something for each model, a few at a time, and for all of them whatever fails.
     *
     * @throws DragomanException of the first model in the list that failed
     */
    static void each(List<String> names, int atOnce, Consumer<String> work) {
        Map<String, DragomanException> failed = new ConcurrentHashMap<>();
        List<Together.Work> all = new ArrayList<>();
        for (String name : names) {
            all.add(
                    () -> {
                        try {
                            work.accept(name);
                        } catch (DragomanException failure) {
                            failed.put(name, failure);
                        }
                    });
        }
        try {
            Together.run(atOnce, all);
        } catch (IOException interrupted) {
            throw Disk.told(String.join(", ", names), interrupted);
        }
        names.stream()
                .filter(failed::containsKey)
                .findFirst()
                .ifPresent(
                        name -> {
                            throw failed.get(name);
                        });
    }
}
