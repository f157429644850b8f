package org.dragoman.model;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * JSON in UTF-8 for a parser that bounds names and strings as it meets them, but numbers only when
 * it has read all their digits: more than 1,000 in a row are refused here. One thread.
 */
public final class JsonText extends FilterReader {
    private static final int MOST_DIGITS = 1_000;

    private int digits;

    public JsonText(InputStream in) {
        super(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count((char) next);
        return next;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        for (int i = from; i < from + read; i++) {
            count(into[i]);
        }
        return read;
    }

    private void count(char next) throws IOException {
        digits = next >= '0' && next <= '9' ? digits + 1 : 0;
        if (digits > MOST_DIGITS) {
            throw new IOException("A number has too many digits");
        }
    }
}
