package org.dragoman.model;

import java.nio.file.Path;
import java.util.Map;

/** Where everything lies for which nothing else is configured. */
public final class DataHome {
    private DataHome() {}

    /**
     * {@code DRAGOMAN_HOME}, else a directory in the user's home. That is the environment's, as for
     * the launcher: Java's own comes from the list of users and cannot be redirected.
     */
    public static Path of(Map<String, String> environment) {
        String chosen = environment.getOrDefault("DRAGOMAN_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        return chosen.isEmpty()
                ? Path.of(
                        home.isEmpty() ? System.getProperty("user.home") : home,
                        ".local/share/dragoman")
                : Path.of(chosen);
    }
}
