package org.dragoman.torch;

import ai.djl.pytorch.jni.IValue;

/**
 * The native side of a batch: its state, a dictionary the script changes in place, and its output
 * layer. One thread; closing twice is closing once.
 */
final class ScriptBatch implements AutoCloseable {

    private final TorchScript script;
    private final IValue state;
    private final IValue output;
    private boolean open = true;

    private ScriptBatch(TorchScript script, IValue state, IValue output) {
        this.script = script;
        this.state = state;
        this.output = output;
    }

    /** Keeps what a script's {@code start} gave: a pair of state and output layer. */
    static ScriptBatch keep(TorchScript script, NativeCall call, IValue started) {
        IValue[] parts = call.elements(started);
        return new ScriptBatch(script, call.keep(parts[0]), call.keep(parts[1]));
    }

    /** Runs a method of the batch: its state and output layer come before the arguments. */
    IValue run(NativeCall call, String method, IValue... arguments) {
        if (!open) {
            throw new IllegalStateException("The batch has been closed");
        }
        IValue[] all = new IValue[arguments.length + 2];
        all[0] = state;
        all[1] = output;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return script.run(call, method, all);
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            NativeCall.release(state);
            NativeCall.release(output);
        }
    }
}
