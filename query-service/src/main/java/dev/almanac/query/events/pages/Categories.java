package dev.almanac.query.events.pages;

import dev.almanac.query.diary.EventItem;

/** What events are grouped by. */
final class Categories {
    /** Of events that have none. */
    private static final String OTHER = "Other";

    private Categories() {}

    static String of(EventItem event) {
        String category = event.category();
        return category == null || category.isBlank() ? OTHER : category;
    }
}
