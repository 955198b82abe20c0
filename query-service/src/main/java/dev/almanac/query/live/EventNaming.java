package dev.almanac.query.live;

import dev.almanac.events.Change;

/** What messages are called: a message has one name, and {@code addEventListener} hears of no other. */
enum EventNaming {
    CHANGE,
    /** As {@code ce_type}, without the version. */
    TYPE;

    String of(Change change) {
        return this == CHANGE ? "change" : change.getClass().getSimpleName();
    }
}
