package org.dragoman.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of keys: {@code drg_ID_SECRET}, the id to find it by and 256 random bits in base64url.
 * So many bits need no slow hash: there is nothing to guess.
 */
public final class KeyText {
    private static final Pattern FORM = Pattern.compile("drg_([0-9a-f]{12})_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;

    private KeyText() {}

    static String fresh() {
        return "drg_"
                + HexFormat.of().formatHex(random(ID_BYTES))
                + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_BYTES));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** The id in a key; empty when it does not have the form of one. */
    static Optional<String> id(String key) {
        Matcher form = FORM.matcher(key);
        return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }

    /** The digest of a key, in hexadecimal digits: all that is kept of it. */
    public static String sha256(String key) {
        return HexFormat.of().formatHex(digest(key));
    }

    /** Whether it is the key of this digest, in a time that does not tell where they differ. */
    public static boolean matches(String key, String sha256) {
        return MessageDigest.isEqual(digest(key), HexFormat.of().parseHex(sha256));
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
