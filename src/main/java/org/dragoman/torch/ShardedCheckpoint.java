package org.dragoman.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dragoman.failure.DragomanException;
import org.dragoman.model.JsonFile;

/**
 * Tensors in several files, the shards, and an index that says which is in which: {@code
 * {"weight_map": {"name": "file"}}}. Shards are plain files beside the index; a path or a link is
 * refused. One thread.
 */
final class ShardedCheckpoint implements Checkpoint {
    private static final Pattern FILE_NAME = Pattern.compile("\\w[\\w.-]{0,254}");
    private static final int MOST_SHARDS = 512;

    private final Path index;
    private final Map<String, Checkpoint> shards = new LinkedHashMap<>();
    private final Map<String, Checkpoint> owners = new HashMap<>();

    private ShardedCheckpoint(Path index) {
        this.index = index;
    }

    /**
     * Opens every shard.
     *
     * @param opener of one of them
     * @throws DragomanException model-unavailable, naming the index or the shard and what is wrong
     *     with it
     */
    static ShardedCheckpoint open(Path index, Function<Path, Checkpoint> opener) {
        ShardedCheckpoint checkpoint = new ShardedCheckpoint(index);
        try {
            checkpoint.openShards(JsonFile.read(index).path("weight_map"), opener);
            checkpoint.requireOneOwner();
            return checkpoint;
        } catch (RuntimeException failure) {
            checkpoint.close();
            throw failure;
        }
    }

    private void openShards(JsonNode weightMap, Function<Path, Checkpoint> opener) {
        if (!weightMap.isObject()) {
            throw damaged("has no weight_map");
        }
        for (Map.Entry<String, JsonNode> entry : weightMap.properties()) {
            String name = entry.getKey();
            Checkpoint shard =
                    shards.computeIfAbsent(
                            entry.getValue().asText(), shardName -> opener.apply(path(shardName)));
            if (!shard.has(name)) {
                throw shard.damaged(
                        "has no tensor " + FileFault.plain(name) + ", which the index says it has");
            }
            owners.put(name, shard);
        }
    }

    private Path path(String shard) {
        if (!FILE_NAME.matcher(shard).matches()) {
            throw damaged("names " + FileFault.plain(shard) + ", which is no plain file name");
        }
        if (shards.size() == MOST_SHARDS) {
            throw damaged("names more than " + MOST_SHARDS + " files");
        }
        Path path = index.resolveSibling(shard);
        if (!Files.exists(path)) {
            throw damaged("names " + shard + ", which is not there");
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw damaged("names " + shard + ", which is a link or no file");
        }
        return path;
    }

    private void requireOneOwner() {
        for (Checkpoint shard : shards.values()) {
            for (String name : shard.names()) {
                if (owners.getOrDefault(name, shard) != shard) {
                    throw damaged(FileFault.plain(name) + " is in two files");
                }
            }
        }
    }

    @Override
    public boolean has(String name) {
        return owners.containsKey(name);
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(owners.keySet());
    }

    @Override
    public StoredType type(String name) {
        return owner(name).type(name);
    }

    @Override
    public long[] shape(String name) {
        return owner(name).shape(name);
    }

    @Override
    public ByteBuffer bytes(String name) {
        return owner(name).bytes(name);
    }

    @Override
    public boolean same(String one, String other) {
        Checkpoint owner = owners.get(one);
        return owner != null && owner == owners.get(other) && owner.same(one, other);
    }

    @Override
    public DragomanException damaged(String problem) {
        return FileFault.in(index, problem);
    }

    @Override
    public void close() {
        shards.values().forEach(Checkpoint::close);
    }

    private Checkpoint owner(String name) {
        Checkpoint owner = owners.get(name);
        if (owner == null) {
            throw damaged("has no tensor " + name);
        }
        return owner;
    }
}
