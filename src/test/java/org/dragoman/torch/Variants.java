package org.dragoman.torch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dragoman.torch.TinyBergamot.Tables;

/** The shapes students may have. */
final class Variants {
    private Variants() {}

    /** Every combination of what varies. */
    static List<TinyBergamot> all() {
        List<TinyBergamot> shapes = new ArrayList<>();
        for (int width : new int[] {256, 384, 512}) {
            for (Tables tables : Tables.values()) {
                for (int rest = 0; rest < 8; rest++) {
                    shapes.add(
                            new TinyBergamot(
                                    width,
                                    (rest & 1) == 0 ? 1536 : 2048,
                                    (rest & 2) == 0 ? 2 : 4,
                                    tables,
                                    (rest & 4) == 0));
                }
            }
        }
        return shapes;
    }

    /** A dozen in which any two values of two settings meet: all that add a pair, greedily. */
    static List<TinyBergamot> pairwise() {
        List<TinyBergamot> chosen = new ArrayList<>();
        Set<String> missing = pairs(all());
        while (!missing.isEmpty()) {
            TinyBergamot best = all().get(0);
            int most = 0;
            for (TinyBergamot shape : all()) {
                Set<String> added = pairs(List.of(shape));
                added.retainAll(missing);
                if (added.size() > most) {
                    most = added.size();
                    best = shape;
                }
            }
            missing.removeAll(pairs(List.of(best)));
            chosen.add(best);
        }
        return chosen;
    }

    /** Every two values that meet in one of these. */
    static Set<String> pairs(List<TinyBergamot> shapes) {
        Set<String> pairs = new HashSet<>();
        for (TinyBergamot shape : shapes) {
            List<String> values =
                    List.of(
                            "width " + shape.width(),
                            "ffn " + shape.ffn(),
                            "decoders " + shape.decoders(),
                            "tables " + shape.tables(),
                            "scaled " + shape.scaled());
            for (String one : values) {
                for (String other : values) {
                    pairs.add(one + ", " + other);
                }
            }
        }
        return pairs;
    }
}
