package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/** What every file that cannot be used must end in, and what finding that out may cost. */
final class Refusals {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MOST_HEAP = 64L << 20;

    private Refusals() {}

    /** The call ends in model-unavailable, named and told why, at little cost in heap. */
    static void refuses(String fileName, ThrowingCallable call, String reason) {
        long before = allocated();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        fault -> assertThat(fault.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE))
                .hasMessageStartingWith(fileName + ": ")
                .hasMessageContaining(reason);
        assertThat(allocated() - before).isLessThan(MOST_HEAP);
    }

    /**
     * Whether a call is refused as it should be; when it is not, it must do its work. Either way
     * the heap it takes is bounded.
     */
    static boolean refused(String fileName, Runnable call) {
        long before = allocated();
        boolean refused = false;
        try {
            call.run();
        } catch (DragomanException fault) {
            assertThat(fault.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
            assertThat(fault).hasMessageStartingWith(fileName + ": ");
            assertThat(fault.getMessage()).matches("[ -~]{1,400}");
            refused = true;
        }
        assertThat(allocated() - before).isLessThan(MOST_HEAP);
        return refused;
    }

    /** Reads every byte of every tensor; the sum keeps the reading from being left out. */
    static long touch(Checkpoint checkpoint) {
        long sum = 0;
        for (String name : Set.copyOf(checkpoint.names())) {
            ByteBuffer bytes = checkpoint.bytes(name);
            while (bytes.hasRemaining()) {
                sum += bytes.get();
            }
        }
        return sum;
    }

    /** Bytes of heap this thread has ever asked for. */
    static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
