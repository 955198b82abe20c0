package dev.almanac.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests by SHA-256, in hexadecimal: of secrets that are kept by nothing else, and of answers. */
public final class Sha256 {
    private Sha256() {}

    public static String hex(String text) {
        return HexFormat.of().formatHex(digest(text.getBytes(UTF_8)));
    }

    /** The beginning of it, for what only has to be told from what was there before. */
    public static String hex(byte[] content, int bytes) {
        return HexFormat.of().formatHex(digest(content), 0, bytes);
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
