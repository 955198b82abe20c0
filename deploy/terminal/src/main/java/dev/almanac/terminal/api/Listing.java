package dev.almanac.terminal.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * What a list answered, page after page up to a bound.
 *
 * @param more whether there are more than these
 */
public record Listing<T>(List<T> items, boolean more) {
    private static final int OF_A_PAGE_MAX = 100;
    /** A page may be short, or empty, and have a next one all the same. */
    private static final int PAGES_MAX = 1000;

    public Listing {
        items = List.copyOf(items);
    }

    static <T> Listing<T> of(Connection connection, Address address, Function<JsonNode, T> each, int limit) {
        List<T> items = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < PAGES_MAX && items.size() < limit; page++) {
            int wanted = Math.min(OF_A_PAGE_MAX, limit - items.size());
            Fields answer =
                    new Fields(connection.get(address.with("limit", wanted).with("cursor", cursor)));
            items.addAll(answer.list("items", each));
            cursor = answer.textOrNull("nextCursor");
            if (cursor == null) {
                return new Listing<>(items, false);
            }
        }
        return new Listing<>(items, true);
    }
}
