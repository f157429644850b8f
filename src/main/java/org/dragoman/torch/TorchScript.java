package org.dragoman.torch;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * A module written as TorchScript in {@code src/main/resources/torch}. Weights are handed to its
 * methods as tensors after loading; from then on it is immutable and any number of threads may call
 * it.
 */
final class TorchScript implements AutoCloseable {

    /**
     * Calls after which a method is compiled as a whole. Then a single row of a student model takes
     * an eighth less time, as it does not call a hundred methods at each step; batches 0 to 4 %
     * less. To compile takes 0.15 s a model, so what is called seldom stays as it is.
     */
    private static final int OFTEN = 100;

    private final String family;
    private final Model model;
    private final PtSymbolBlock block;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    private TorchScript(String family, Model model) {
        this.family = family;
        this.model = model;
        this.block = (PtSymbolBlock) model.getBlock();
        NativeHandles.opened();
    }

    /**
     * Compiles a family's script.
     *
     * @param family name of the resource without {@code .py}
     * @param attributes value of every attribute the script declares that is not a list: a Boolean,
     *     Long or Double; lists start empty
     */
    static TorchScript load(String family, Map<String, ?> attributes) {
        TorchEngine.prepare();
        byte[] archive = ScriptArchive.of(family, attributes);
        Model model = Model.newInstance(family, TorchEngine.NAME);
        try {
            model.load(new ByteArrayInputStream(archive));
            return new TorchScript(family, model);
        } catch (IOException e) {
            model.close();
            throw new UncheckedIOException(e);
        } catch (MalformedModelException | RuntimeException e) {
            model.close();
            throw new IllegalStateException("The script " + family + " does not compile", e);
        }
    }

    /**
     * Calls a method; the result lives as long as {@code call}.
     *
     * @throws DragomanException model-unavailable when PyTorch fails, as it does when memory runs
     *     out
     */
    IValue run(NativeCall call, String method, IValue... arguments) {
        TorchEngine.prepare();
        TorchEngine.whole(often(method));
        try {
            return call.own(IValueUtils.runMethod(block, method, arguments));
        } catch (EngineException e) {
            throw new DragomanException(
                    ErrorCode.MODEL_UNAVAILABLE,
                    "PyTorch failed in " + method + " of a " + family + " model",
                    e);
        }
    }

    private boolean often(String method) {
        AtomicInteger count = calls.computeIfAbsent(method, first -> new AtomicInteger());
        return count.get() >= OFTEN || count.incrementAndGet() >= OFTEN;
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            model.close();
            NativeHandles.closed();
            NativeMemory.closed();
        }
    }
}
