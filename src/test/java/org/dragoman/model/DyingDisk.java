package org.dragoman.model;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A disk that sees so many operations, and then none. Thread-safe. */
final class DyingDisk extends Disk {
    private final AtomicInteger done = new AtomicInteger();
    private final int last;

    DyingDisk(int last) {
        this.last = last;
    }

    /** Operations until now. */
    int done() {
        return done.get();
    }

    private void operate() {
        if (done.getAndIncrement() >= last) {
            throw new Killed(last);
        }
    }

    @Override
    OutputStream create(Path file) throws IOException {
        operate();
        return dying(super.create(file));
    }

    @Override
    public OutputStream append(Path file) throws IOException {
        operate();
        return dying(super.append(file));
    }

    private OutputStream dying(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                operate();
                out.write(bytes, from, length / 2);
                operate();
                out.write(bytes, from + length / 2, length - length / 2);
            }
        };
    }

    @Override
    void link(Path file, Path second) throws IOException {
        operate();
        super.link(file, second);
    }

    @Override
    public void sync(Path path) throws IOException {
        operate();
        super.sync(path);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        operate();
        super.move(from, to);
    }

    @Override
    void delete(Path directory) throws IOException {
        for (Path path : tree(directory)) {
            operate();
            Files.delete(path);
        }
    }

    private static List<Path> tree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.sorted(Comparator.reverseOrder()).toList();
        }
    }

    /** No more of this process is to be seen on the disk. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        private final int after;

        Killed(int after) {
            super("Killed", null, false, false);
            this.after = after;
        }

        /** The operations that were seen. */
        int after() {
            return after;
        }
    }
}
