package dev.almanac.command.publishing;

import dev.almanac.events.wire.Topic;

/** What is decided here, and so can be published anew. */
enum RepublicationKind {
    CALENDAR(Topic.CALENDARS, "Calendar"),
    SCHEDULE(Topic.SCHEDULES, "Scheduled event"),
    RULE(Topic.RULES, "Recurring rule"),
    RESOURCE(Topic.RESOURCES, "Resource"),
    /** What was decided of it; what was detected is published by conflict-detector. */
    CONFLICT(Topic.CONFLICTS, "Decided conflict");

    private final Topic topic;
    private final String description;

    RepublicationKind(Topic topic, String description) {
        this.topic = topic;
        this.description = description;
    }

    boolean isOf(Class<?> change) {
        return topic.changes().isAssignableFrom(change);
    }

    String description() {
        return description;
    }
}
