package dev.almanac.query.page;

import dev.almanac.web.Sha256;

/** Bytes as they are sent, and the entity tag that follows from them. */
final class Content {
    private static final int TAG_BYTES = 12;
    private final byte[] bytes;
    private final String tag;

    private Content(byte[] bytes, String tag) {
        this.bytes = bytes;
        this.tag = tag;
    }

    static Content of(byte[] bytes, String encoding) {
        return new Content(bytes, "\"" + Sha256.hex(bytes, TAG_BYTES) + encoding + "\"");
    }

    byte[] bytes() {
        return bytes;
    }

    String tag() {
        return tag;
    }
}
