package org.dragoman.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The PyTorch engine, started once a JVM and prepared once a thread. Thread-safe.
 *
 * <p>A step of a small model is microseconds of work: a second OpenMP thread costs more than it
 * gives, and under contention stalls a step for a hundred times its length. So a thread computes
 * alone, and parallelism is rows in a batch and workers beside each other. Limits the operator has
 * set by system property stay.
 */
final class TorchEngine {

    static final String NAME = "PyTorch";

    /** Gradients belong to a thread, and are never needed. */
    private static final ThreadLocal<Boolean> PREPARED =
            ThreadLocal.withInitial(
                    () -> {
                        JniUtils.setGradMode(false);
                        return true;
                    });

    private TorchEngine() {}

    /** Starts the engine if this is the first call, and readies the calling thread for it. */
    static void prepare() {
        if (!Started.ROOT.isOpen()) {
            throw new IllegalStateException("The engine has been closed");
        }
        PREPARED.get();
    }

    /**
     * Whether what the calling thread runs next is compiled as a whole, with what it calls. A
     * method is, the first time this is on, which takes tens of milliseconds, and stays so for
     * every thread.
     */
    static void whole(boolean wanted) {
        JniUtils.setGraphExecutorOptimize(wanted);
    }

    /** A manager for the arrays of one call; whoever asks closes it. */
    static NDManager arrays() {
        prepare();
        return Started.ROOT.newSubManager();
    }

    /** The class is initialised, and with it the engine started, by the first to ask. */
    private static final class Started {

        static final NDManager ROOT = start();

        private static NDManager start() {
            settle("ai.djl.offline", "true");
            // Offline already keeps DJL from telling its makers of the start, unless DJL_OFFLINE is
            // off.
            settle("OPT_OUT_TRACKING", "true");
            settle("ai.djl.pytorch.num_threads", "1");
            settle("ai.djl.pytorch.num_interop_threads", "1");
            // Also where DJL sees a GPU: int8 is for processors, and no script was tried elsewhere.
            return NDManager.newBaseManager(Device.cpu(), NAME);
        }

        private static void settle(String property, String value) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, value);
            }
        }
    }
}
