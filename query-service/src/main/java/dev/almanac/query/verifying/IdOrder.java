package dev.almanac.query.verifying;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;

/** Ids in the order in which stores have them: by the bytes of UTF-8, which Java's own is only for most texts. */
final class IdOrder {
    static final Comparator<String> BY_BYTES =
            (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));

    private IdOrder() {}
}
