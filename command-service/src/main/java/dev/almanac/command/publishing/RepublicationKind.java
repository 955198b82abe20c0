package dev.almanac.command.publishing;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.changerequest.ChangeRequestChange;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.subscription.SubscriptionChange.PreferenceChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;

/** What is decided here, and so can be published anew. */
enum RepublicationKind {
    CALENDAR(CalendarChange.class, "Calendar"),
    SCHEDULE(ScheduleChange.class, "Scheduled event"),
    RULE(RuleChange.class, "Recurring rule"),
    RESOURCE(ResourceChange.class, "Resource"),
    /** What was decided of it; what was detected is published by conflict-detector. */
    CONFLICT(ConflictChange.class, "Decided conflict"),
    PREFERENCE(PreferenceChange.class, "Notification preferences"),
    WEBHOOK(WebhookChange.class, "Webhook"),
    CHANGE_REQUEST(ChangeRequestChange.class, "Change request");

    private final Class<? extends Change> changes;
    private final String description;

    RepublicationKind(Class<? extends Change> changes, String description) {
        this.changes = changes;
        this.description = description;
    }

    boolean isOf(Class<?> change) {
        return changes.isAssignableFrom(change);
    }

    String description() {
        return description;
    }
}
