package org.dragoman.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jboss.logging.Logger;

/**
 * What each caller did on each day of UTC. It is counted in memory and added to files in intervals:
 * a process that is killed loses no more than one. While the files cannot be written, memory keeps
 * it. Thread-safe; counting waits for no disk.
 */
@ApplicationScoped
public class Usage {
    private static final Logger LOG = Logger.getLogger(Usage.class);
    private static final int FEWEST_DAYS = 2;

    private final UsageFiles files;
    private final Duration interval;
    private final Clock clock;
    private final Map<Slot, Totals> counted = new ConcurrentHashMap<>();
    private final Map<String, Spent> spent = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "usage");
                        thread.setDaemon(true);
                        return thread;
                    });
    private boolean failing;

    @Inject
    public Usage(AccessConfig config, ObjectMapper json) {
        this(
                new UsageFiles(place(config), json, Math.max(FEWEST_DAYS, config.usageDays())),
                config.usageInterval(),
                Clock.systemUTC());
    }

    Usage(UsageFiles files, Duration interval, Clock clock) {
        this.files = files;
        this.interval = interval;
        this.clock = clock;
    }

    private static Path place(AccessConfig config) {
        return config.usage()
                .map(Path::of)
                .orElseGet(() -> Keys.place(config).resolveSibling("usage"));
    }

    /** Takes up what keys had spent when the service ended, and begins to write. */
    public void begin() {
        LocalDate today = today();
        takeUp(today.minusDays(1));
        takeUp(today);
        long millis = Math.max(1, interval.toMillis());
        ScheduledFuture<?> unused =
                writer.scheduleWithFixedDelay(this::write, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void takeUp(LocalDate day) {
        try {
            files.of(day).forEach(this::takeUp);
        } catch (IOException unread) {
            LOG.errorf("What keys spent cannot be read, quotas are full: %s", files.directory());
        }
    }

    private void takeUp(String id, Used used) {
        Spent last = used.spent();
        if (last != null) {
            spent.merge(id, last, Spent::later);
        }
    }

    void call(Caller caller) {
        count(caller, new Totals(1, 0, 0));
    }

    void characters(Caller caller, long units) {
        count(caller, new Totals(0, units, 0));
    }

    /** A call that was refused for want of allowance. */
    void refused(Caller caller) {
        count(caller, new Totals(0, 0, 1));
    }

    private void count(Caller caller, Totals more) {
        counted.merge(new Slot(today(), caller.id()), more, Totals::plus);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * Notes what a key lacks of a day's characters.
     *
     * @param lacking is asked in turn, so that who took last is noted last
     */
    void spent(Caller caller, LongSupplier lacking) {
        spent.compute(caller.id(), (id, before) -> new Spent(clock.instant(), lacking.getAsLong()));
    }

    /** What a key has left of a day's characters, by what was noted. */
    long left(Caller caller, long aDays) {
        Spent noted = spent.get(caller.id());
        return noted == null ? aDays : noted.left(aDays, clock.instant());
    }

    /**
     * What is kept, by key and day: all that this process counted, and what others have written.
     *
     * @throws DragomanException internal when it cannot be read
     */
    public synchronized SortedMap<String, SortedMap<LocalDate, Totals>> byKey() {
        SortedMap<String, SortedMap<LocalDate, Totals>> all = new TreeMap<>();
        try {
            files.all()
                    .forEach(
                            (day, keys) ->
                                    keys.forEach((id, used) -> add(all, day, id, used.totals())));
        } catch (IOException unread) {
            throw new DragomanException(
                    ErrorCode.INTERNAL, "The usage cannot be read: " + files.directory(), unread);
        }
        counted.forEach((slot, more) -> add(all, slot.day(), slot.id(), more));
        return all;
    }

    private static void add(
            Map<String, SortedMap<LocalDate, Totals>> all, LocalDate day, String id, Totals more) {
        all.computeIfAbsent(id, any -> new TreeMap<>()).merge(day, more, Totals::plus);
    }

    /** Adds to the files what was counted since the last time. */
    synchronized void write() {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        spent.values().removeIf(noted -> noted.at().isBefore(yesterday));
        for (Map.Entry<LocalDate, Map<String, Used>> day : taken().entrySet()) {
            try {
                files.add(day.getKey(), day.getValue());
                failing = false;
            } catch (IOException | RuntimeException unwritten) {
                day.getValue().forEach((id, used) -> putBack(day.getKey(), id, used));
                tell(unwritten);
            }
        }
    }

    private Map<LocalDate, Map<String, Used>> taken() {
        Map<LocalDate, Map<String, Used>> taken = new TreeMap<>();
        for (Slot slot : Set.copyOf(counted.keySet())) {
            Totals totals = counted.remove(slot);
            if (totals != null) {
                taken.computeIfAbsent(slot.day(), any -> new HashMap<>())
                        .put(slot.id(), new Used(totals, spent.get(slot.id())));
            }
        }
        return taken;
    }

    private void putBack(LocalDate day, String id, Used used) {
        counted.merge(new Slot(day, id), used.totals(), Totals::plus);
    }

    /** Once, until it goes again. */
    private void tell(Exception unwritten) {
        if (!failing) {
            failing = true;
            LOG.errorf(
                    "What keys are used for cannot be written to %s (%s); memory keeps it",
                    files.directory(), unwritten.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void end() {
        writer.shutdown();
        write();
    }

    private record Slot(LocalDate day, String id) {}
}
