package dev.almanac.command.access;

import dev.almanac.events.calendar.ShareLevel;

/** What somebody may want to do on a calendar, and the least share that lets them. */
public enum Action {
    SUBSCRIBE(ShareLevel.VIEW, "read it"),
    SCHEDULE(ShareLevel.EDIT, "book or change events on it"),
    ADMINISTER(ShareLevel.ADMIN, "change or share it");

    private final ShareLevel least;
    private final String description;

    Action(ShareLevel least, String description) {
        this.least = least;
        this.description = description;
    }

    boolean isAllowedBy(ShareLevel held) {
        return held.compareTo(least) >= 0;
    }

    String description() {
        return description;
    }
}
