package dev.almanac.terminal.board;

/**
 * What the mouse holds.
 *
 * @param itemId empty where it holds nothing
 * @param dragged it was not only clicked on
 */
public record Held(String itemId, boolean dragged) {
    static final Held NOTHING = new Held("", false);

    Held carried() {
        return new Held(itemId, !itemId.isEmpty());
    }
}
