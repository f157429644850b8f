package org.dragoman.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dragoman.model.Prompt;

/**
 * The sources of a batch as scripts read them: ascending in length, all tokens one after the other,
 * nothing padded. Sources of one length are a group. Immutable.
 */
final class PackedSources {

    private final RowOrder order;
    private final List<Prompt> rows;
    private final SortedMap<Integer, Long> groups;

    private PackedSources(RowOrder order, List<Prompt> rows) {
        this.order = order;
        this.rows = rows;
        this.groups =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.source().length,
                                        TreeMap::new,
                                        Collectors.counting()));
    }

    /** Packs rows that are in the caller's order. */
    static PackedSources of(List<Prompt> prompts) {
        RowOrder order =
                new RowOrder(prompts.stream().mapToInt(row -> row.source().length).toArray());
        return new PackedSources(
                order, Arrays.stream(order.rows()).<Prompt>mapToObj(prompts::get).toList());
    }

    /** How the caller's rows map to these; for one decoder, which changes it. */
    RowOrder order() {
        return order;
    }

    /** The prompts in the order of their sources here. */
    List<Prompt> rows() {
        return rows;
    }

    /** [tokens] of all rows. */
    IValue ids(NativeCall call) {
        return vector(call, rows.stream().flatMapToInt(row -> Arrays.stream(row.source())));
    }

    /** [tokens]: the place of each in its source, from 0. */
    IValue places(NativeCall call) {
        return vector(
                call, rows.stream().flatMapToInt(row -> IntStream.range(0, row.source().length)));
    }

    /** [rows, time]: what the targets begin with, equally many ids. */
    IValue prompts(NativeCall call) {
        long[] ids =
                rows.stream()
                        .flatMapToInt(row -> Arrays.stream(row.target()))
                        .asLongStream()
                        .toArray();
        return call.longs(ids, rows.size(), rows.get(0).target().length);
    }

    /** Rows of each group. */
    IValue sizes(NativeCall call) {
        return call.list(groups.values().stream().mapToLong(Long::longValue).toArray());
    }

    /** Source length of each group. */
    IValue times(NativeCall call) {
        return call.list(groups.keySet().stream().mapToLong(Integer::longValue).toArray());
    }

    private static IValue vector(NativeCall call, IntStream values) {
        return call.vector(values.asLongStream().toArray());
    }
}
