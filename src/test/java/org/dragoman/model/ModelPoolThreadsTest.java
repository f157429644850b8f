package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The pool under many callers at once. */
@Timeout(60)
class ModelPoolThreadsTest {
    private static final int CALLERS = 16;

    @TempDir Path temporary;
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final CountDownLatch loading = new CountDownLatch(1);
    private final CountDownLatch mayLoad = new CountDownLatch(1);
    private ModelStore store;

    @BeforeEach
    void aStoreOfTwoModels() throws IOException {
        ModelSource source = TinyModels.folder(temporary.resolve("source"), "a", "b");
        store =
                TinyModels.store(
                        temporary.resolve("models"),
                        TinyModels.card("a", source),
                        TinyModels.card("b", source));
    }

    @AfterEach
    void nobodyIsLeft() {
        mayLoad.countDown();
        callers.shutdownNow();
    }

    @Test
    void sixteenCallersShareOneLoad() throws Exception {
        SlowLoader loader = new SlowLoader();
        ModelPool pool = TinyModels.pool(store, 200, loader);
        List<Future<Lease>> leases = ask(() -> pool.lease("a"));
        loading.await();
        mayLoad.countDown();

        for (Future<Lease> lease : leases) {
            assertThat(lease.get().model()).isSameAs(leases.get(0).get().model());
        }
        assertThat(loader.loaded).containsExactly("a");
        for (Future<Lease> lease : leases) {
            lease.get().close();
        }
        pool.close();
        assertThat(loader.closed).containsExactly("a");
    }

    @Test
    void aFailedLoadIsHeardByAllWhoWaitAndTriedAgainByTheNext() throws Exception {
        SlowLoader loader = new FailingOnce();
        ModelPool pool = TinyModels.pool(store, 200, loader);
        Future<Lease> first = callers.submit(() -> pool.lease("a"));
        loading.await();
        Future<Lease> waiting = callers.submit(() -> pool.lease("a"));
        awaitClaims(pool, 2);
        mayLoad.countDown();

        assertUnavailable(first);
        assertUnavailable(waiting);
        assertThat(pool.nativeBytes()).isZero();
        assertThat(pool.status("a").state()).isEqualTo(ModelState.FAILED);

        pool.lease("a").close();

        assertThat(pool.status("a").state()).isEqualTo(ModelState.LOADED);
        assertThat(pool.status("a").problem()).isNull();
    }

    @Test
    void stoppingWaitsForTheLastLease() throws Exception {
        TinyLoader loader = new TinyLoader();
        ModelPool pool = TinyModels.pool(store, 200, loader);
        Lease lease = pool.lease("a");
        Future<?> stop = callers.submit(pool::close);
        while (!refuses(pool)) {
            Thread.onSpinWait();
        }

        assertThat(stop.isDone()).isFalse();
        assertThat(loader.closed).isEmpty();
        lease.close();
        stop.get();

        assertThat(loader.closed).containsExactly("a");
    }

    @Test
    void aLeaseThatOutlastsThePatienceStillClosesItsModel() {
        TinyLoader loader = new TinyLoader();
        ModelPool pool =
                new ModelPool(
                        store, List.of(loader), Precisions.of(Precision.INT8), 200, Duration.ZERO);
        Lease lease = pool.lease("a");
        pool.lease("b").close();

        pool.close();
        assertThat(loader.closed).containsExactly("b");
        lease.close();

        assertThat(loader.closed).containsExactly("b", "a");
        assertThat(pool.loaded()).isZero();
    }

    @Test
    void manyCallersNeverMeetAClosedModel() throws Exception {
        TinyLoader loader = new TinyLoader();
        ModelPool pool = TinyModels.pool(store, 100, loader);
        AtomicInteger refused = new AtomicInteger();
        List<Future<Integer>> done =
                ask(
                        () -> {
                            Random random = new Random(Thread.currentThread().getId());
                            for (int i = 0; i < 200; i++) {
                                useOrHearThatItDoesNotFit(pool, random, refused);
                            }
                            return 0;
                        });
        for (Future<Integer> caller : done) {
            caller.get();
        }
        pool.close();

        assertThat(loader.closed).containsExactlyInAnyOrderElementsOf(loader.loaded);
        assertThat(refused.get()).isLessThan(CALLERS * 200);
    }

    private static void useOrHearThatItDoesNotFit(
            ModelPool pool, Random random, AtomicInteger refused) {
        try (Lease lease = pool.lease(random.nextBoolean() ? "a" : "b")) {
            assertThat(pool.status(lease.card().name()).state()).isEqualTo(ModelState.LOADED);
            assertThat(pool.nativeBytes()).isLessThanOrEqualTo(100);
        } catch (DragomanException full) {
            assertThat(full).hasMessageContaining("beside the models in use");
            refused.incrementAndGet();
        }
    }

    private static void assertUnavailable(Future<Lease> lease) {
        assertThatThrownBy(lease::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        told -> assertThat(told.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE));
    }

    private <T> List<Future<T>> ask(Callable<T> question) {
        List<Future<T>> answers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            answers.add(callers.submit(question));
        }
        return answers;
    }

    private static void awaitClaims(ModelPool pool, int claims) {
        while (pool.claims("a") < claims) {
            Thread.onSpinWait();
        }
    }

    private static boolean refuses(ModelPool pool) {
        try {
            pool.lease("a").close();
            return false;
        } catch (DragomanException closing) {
            return closing.code() == ErrorCode.SHUTTING_DOWN;
        }
    }

    /** Says that it loads, and waits until it may. */
    private class SlowLoader extends TinyLoader {
        @Override
        public LoadedModel load(InstalledModel installed, Precision precision) {
            loading.countDown();
            try {
                mayLoad.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return super.load(installed, precision);
        }
    }

    /** Fails the first time as a missing native library does. */
    private final class FailingOnce extends SlowLoader {
        private final AtomicInteger failures = new AtomicInteger(1);

        @Override
        public LoadedModel load(InstalledModel installed, Precision precision) {
            LoadedModel model = super.load(installed, precision);
            if (failures.getAndDecrement() > 0) {
                throw new UnsatisfiedLinkError("no library");
            }
            return model;
        }
    }
}
