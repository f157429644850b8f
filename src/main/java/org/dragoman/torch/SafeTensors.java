package org.dragoman.torch;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.dragoman.failure.DragomanException;

/**
 * A safetensors file: a length, a header in JSON, the tensors. One thread.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
final class SafeTensors implements Checkpoint {

    private final TensorFile file;
    private final Map<String, StoredTensor> tensors;

    private SafeTensors(TensorFile file) {
        this.file = file;
        this.tensors = SafeTensorsHeader.read(file);
    }

    /**
     * Reads and checks the header.
     *
     * @throws DragomanException model-unavailable, naming the file and what is wrong with it
     */
    static SafeTensors open(Path path) {
        return TensorFile.open(path, SafeTensors::new);
    }

    @Override
    public boolean has(String name) {
        return tensors.containsKey(name);
    }

    @Override
    public Set<String> names() {
        return tensors.keySet();
    }

    @Override
    public StoredType type(String name) {
        return tensor(name).type();
    }

    @Override
    public long[] shape(String name) {
        return tensor(name).shape().clone();
    }

    @Override
    public ByteBuffer bytes(String name) {
        StoredTensor tensor = tensor(name);
        return file.map(tensor.offset(), tensor.bytes(), name);
    }

    /** {@inheritDoc} No two tensors of this format share bytes. */
    @Override
    public boolean same(String one, String other) {
        return one.equals(other);
    }

    @Override
    public DragomanException damaged(String problem) {
        return file.damaged(problem);
    }

    @Override
    public void close() {
        file.close();
    }

    private StoredTensor tensor(String name) {
        return file.required(tensors, name);
    }
}
