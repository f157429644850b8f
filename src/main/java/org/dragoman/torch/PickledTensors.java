package org.dragoman.torch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dragoman.failure.DragomanException;

/**
 * A file of {@code torch.save}, {@code pytorch_model.bin}: a zip of a pickle, {@code data.pkl},
 * that says which tensors are views of which storages, and of the storages, {@code data/0} and so
 * on. Tensors that share a storage share it here. One thread.
 *
 * @see PickleReader for what keeps the pickle from doing anything else
 */
final class PickledTensors implements Checkpoint {
    private static final String PICKLE = "/data.pkl";
    private static final int ZIP = 0x04034b50;

    /** The opcode every pickle begins with, and so do files of torch.save before 1.6. */
    private static final int LEGACY = 0x80;

    private final TensorFile file;
    private final Map<String, TensorView> tensors = new HashMap<>();

    private PickledTensors(TensorFile file) {
        this.file = file;
        requireZip();
        ZipDirectory zip = ZipDirectory.read(file);
        String prefix = prefix(zip);
        requireLittleEndian(zip, prefix + "byteorder");
        ZipDirectory.Region pickle = zip.region(prefix + PICKLE.substring(1));
        if (pickle.size() > PickleReader.LARGEST) {
            throw file.damaged("its pickle is larger than 4 MiB");
        }
        ByteBuffer bytes = file.map(pickle.offset(), pickle.size(), "the pickle");
        place(PickleReader.read(file, bytes), zip, prefix + "data/");
    }

    /**
     * Reads and checks where the tensors are.
     *
     * @throws DragomanException model-unavailable, naming the file and what is wrong with it
     */
    static PickledTensors open(Path path) {
        return TensorFile.open(path, PickledTensors::new);
    }

    private void requireZip() {
        ByteBuffer start =
                file.size() < 4 ? ByteBuffer.allocate(4) : file.read(0, 4, "its first bytes");
        if ((start.get(0) & 0xff) == LEGACY) {
            throw file.damaged(
                    "is in the form PyTorch wrote before 1.6; load and save it with a newer one,"
                            + " or convert it to safetensors");
        }
        if (start.getInt(0) != ZIP) {
            throw file.damaged("is no file of torch.save");
        }
    }

    private String prefix(ZipDirectory zip) {
        List<String> pickles = zip.names().stream().filter(name -> name.endsWith(PICKLE)).toList();
        if (pickles.size() != 1) {
            throw file.damaged("holds " + pickles.size() + " members data.pkl, not one");
        }
        String pickle = pickles.get(0);
        return pickle.substring(0, pickle.length() - PICKLE.length() + 1);
    }

    /** Files of before 2.1 do not say. */
    private void requireLittleEndian(ZipDirectory zip, String member) {
        if (zip.has(member)) {
            ZipDirectory.Region region = zip.region(member);
            int length = (int) Math.min(region.size(), 16);
            ByteBuffer order = file.read(region.offset(), length, "the byte order");
            if (!StandardCharsets.US_ASCII.decode(order).toString().equals("little")) {
                throw file.damaged("its byte order is not little");
            }
        }
    }

    private void place(Map<String, Pickled.Tensor> views, ZipDirectory zip, String folder) {
        Map<String, ZipDirectory.Region> regions = new HashMap<>();
        views.forEach(
                (name, view) -> {
                    Pickled.Storage storage = view.storage();
                    ZipDirectory.Region region =
                            regions.computeIfAbsent(storage.key(), key -> zip.region(folder + key));
                    int each = storage.type().bytes();
                    if (region.size() % each != 0 || region.size() / each != storage.count()) {
                        throw file.damaged(
                                FileFault.plain(name) + " has a storage of another size");
                    }
                    tensors.put(name, TensorView.of(file, name, view, region));
                });
        zip.refuseOverlap(List.copyOf(regions.values()));
    }

    @Override
    public boolean has(String name) {
        return tensors.containsKey(name);
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(tensors.keySet());
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
        return tensor(name).bytes(file, name);
    }

    @Override
    public boolean same(String one, String other) {
        return one.equals(other) || (has(one) && has(other) && tensor(one).isSame(tensor(other)));
    }

    @Override
    public DragomanException damaged(String problem) {
        return file.damaged(problem);
    }

    @Override
    public void close() {
        file.close();
    }

    private TensorView tensor(String name) {
        return file.required(tensors, name);
    }
}
