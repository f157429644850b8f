package org.dragoman.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.model.DataHome;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys there are. Another process may change them: that is seen within a second. While the file
 * is broken or gone, the keys that were read last hold. Thread-safe.
 */
@ApplicationScoped
public class Keys {
    private static final Logger LOG = Logger.getLogger(Keys.class);
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

    private final KeyFile file;
    private final Clock clock;
    private Map<String, ApiKey> known;
    private String stamp;
    private boolean guarding;
    private long looked = System.nanoTime();

    /**
     * Reads the keys.
     *
     * @throws DragomanException internal when the file is not one of keys
     */
    @Inject
    public Keys(AccessConfig config, ObjectMapper json) {
        this(place(config), json, Clock.systemUTC());
    }

    Keys(Path file, ObjectMapper json, Clock clock) {
        this.file = new KeyFile(file, json);
        this.clock = clock;
        this.stamp = this.file.stamp();
        this.known = byId(this.file.read());
        this.guarding = !stamp.equals(KeyFile.NONE);
    }

    static Path place(AccessConfig config) {
        return config.keys()
                .map(Path::of)
                .orElseGet(() -> DataHome.of(System.getenv()).resolve("keys.json"));
    }

    private static Map<String, ApiKey> byId(List<ApiKey> keys) {
        return keys.stream().collect(Collectors.toUnmodifiableMap(ApiKey::id, Function.identity()));
    }

    /**
     * Whether any key was ever made: then calls take one, also when all were revoked. Only without
     * its file does a service start open to everybody.
     */
    public synchronized boolean guarding() {
        current();
        return guarding;
    }

    /** The key with this text; empty when it is none, was revoked, or has expired. */
    public Optional<ApiKey> find(String text) {
        return KeyText.id(text)
                .map(current()::get)
                .filter(key -> KeyText.matches(text, key.sha256()))
                .filter(key -> !key.expired(clock.instant()));
    }

    /** The key with this id. */
    public Optional<ApiKey> get(String id) {
        return Optional.ofNullable(current().get(id));
    }

    /** All of them, the oldest first. */
    public List<ApiKey> all() {
        return current().values().stream().sorted(Comparator.comparing(ApiKey::created)).toList();
    }

    /**
     * Makes a key.
     *
     * @param lifetime null: for ever
     * @throws DragomanException invalid-field for a name that is none; disk-full
     */
    public Made make(String name, Scope scope, Allowance allowance, @Nullable Duration lifetime) {
        String text = KeyText.fresh();
        Instant now = clock.instant();
        ApiKey key =
                new ApiKey(
                        KeyText.id(text).orElseThrow(),
                        name,
                        KeyText.sha256(text),
                        scope,
                        allowance,
                        now,
                        lifetime == null ? null : now.plus(lifetime));
        file.change(keys -> Stream.concat(keys.stream(), Stream.of(key)).toList());
        reload();
        return new Made(text, key);
    }

    /**
     * Takes a key away.
     *
     * @throws DragomanException not-found
     */
    public void revoke(String id) {
        file.change(
                keys -> {
                    List<ApiKey> left = new ArrayList<>(keys);
                    if (!left.removeIf(key -> key.id().equals(id))) {
                        throw new DragomanException(ErrorCode.NOT_FOUND, "No key has this id.");
                    }
                    return left;
                });
        reload();
    }

    private synchronized Map<String, ApiKey> current() {
        if (System.nanoTime() - looked > LOOK_NANOS) {
            looked = System.nanoTime();
            if (!file.stamp().equals(stamp)) {
                reload();
            }
        }
        return known;
    }

    private synchronized void reload() {
        stamp = file.stamp();
        if (stamp.equals(KeyFile.NONE)) {
            LOG.error("The file of keys is gone; the keys that were read before hold");
            return;
        }
        guarding = true;
        try {
            known = byId(file.read());
        } catch (DragomanException broken) {
            LOG.errorf("%s; the keys that were read before hold", broken.getMessage());
        }
    }

    /**
     * A key that was just made.
     *
     * @param text the key itself, which is kept nowhere
     */
    public record Made(String text, ApiKey key) {}
}
