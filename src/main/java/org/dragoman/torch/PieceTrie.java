package org.dragoman.torch;

import java.util.Arrays;

/**
 * Byte strings and their ids, walked one byte at a time. Nodes are numbered from {@link #ROOT}; an
 * edge is an entry (node, byte) → node of one open-addressing table. Immutable once filled, then
 * thread-safe.
 */
final class PieceTrie {
    static final int ROOT = 0;
    static final int NONE = -1;

    /**
     * At most half of the slots are taken. A key is node × 256 + byte in an int. A slot is free
     * while its child is 0, the root.
     */
    private static final int MOST_NODES = 1 << 23;

    private int[] keys = new int[1 << 10];
    private int[] children = new int[1 << 10];
    private int[] ids = new int[(1 << 9) + 1];
    private int nodes = 1;

    PieceTrie() {
        Arrays.fill(ids, NONE);
    }

    /** False when the text is there already or there is no room. */
    boolean add(byte[] text, int id) {
        int node = ROOT;
        for (byte label : text) {
            int child = child(node, label);
            if (child == NONE) {
                if (nodes == MOST_NODES) {
                    return false;
                }
                child = grow(node, label);
            }
            node = child;
        }
        if (ids[node] != NONE) {
            return false;
        }
        ids[node] = id;
        return true;
    }

    /** The node reached over {@code label}, or {@link #NONE}. */
    int child(int node, byte label) {
        int slot = slot(node << 8 | (label & 0xff));
        return children[slot] == 0 ? NONE : children[slot];
    }

    /** The id of the text that ends in {@code node}, or {@link #NONE}. */
    int id(int node) {
        return ids[node];
    }

    /** The id of a stretch of a text, or {@link #NONE}. */
    int find(NormalizedText text, int start, int end) {
        int node = ROOT;
        for (int i = start; i < end && node != NONE; i++) {
            node = child(node, text.at(i));
        }
        return node == NONE ? NONE : ids[node];
    }

    /** Bytes of the longest entry that stands at {@code start}; 0 when none does. */
    int longest(NormalizedText text, int start) {
        int longest = 0;
        int node = ROOT;
        for (int i = start; i < text.length() && node != NONE; i++) {
            node = child(node, text.at(i));
            if (node != NONE && ids[node] != NONE) {
                longest = i + 1 - start;
            }
        }
        return longest;
    }

    boolean isEmpty() {
        return nodes == 1;
    }

    private int grow(int node, byte label) {
        if (nodes * 2 > keys.length) {
            widen();
        }
        int key = node << 8 | (label & 0xff);
        int slot = slot(key);
        keys[slot] = key;
        children[slot] = nodes;
        return nodes++;
    }

    private int slot(int key) {
        int mask = keys.length - 1;
        int mixed = key * 0x9e3779b1;
        int slot = (mixed ^ mixed >>> 15) & mask;
        while (children[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void widen() {
        int[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new int[oldKeys.length * 2];
        children = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldChildren[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                children[slot] = oldChildren[i];
            }
        }
        int known = ids.length;
        ids = Arrays.copyOf(ids, keys.length / 2 + 1);
        Arrays.fill(ids, known, ids.length, NONE);
    }
}
