package dev.almanac.events.wire;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.changerequest.ChangeRequestChange;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.feed.FeedChange;
import dev.almanac.events.notification.NotificationChange;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.run.RunReport;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.subscription.SubscriptionChange;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The domain topics. Each is kept for ever, so that a new consumer can rebuild from the start. */
public enum Topic {
    CALENDARS(Topic.CALENDARS_V1, CalendarChange.class),
    SCHEDULES(Topic.SCHEDULES_V1, ScheduleChange.class),
    RESOURCES(Topic.RESOURCES_V1, ResourceChange.class),
    RULES(Topic.RULES_V1, RuleChange.class),
    OCCURRENCES(Topic.OCCURRENCES_V1, OccurrenceChange.class),
    RUN_REPORTS(Topic.RUN_REPORTS_V1, RunReport.class),
    CONFLICTS(Topic.CONFLICTS_V1, ConflictChange.class),
    FEED(Topic.FEED_V1, FeedChange.class),
    NOTIFICATIONS(Topic.NOTIFICATIONS_V1, NotificationChange.class),
    SUBSCRIPTIONS(Topic.SUBSCRIPTIONS_V1, SubscriptionChange.class),
    CHANGE_REQUESTS(Topic.CHANGE_REQUESTS_V1, ChangeRequestChange.class);

    public static final String CALENDARS_V1 = "scheduling.calendars.v1";
    public static final String SCHEDULES_V1 = "scheduling.schedules.v1";
    public static final String RESOURCES_V1 = "scheduling.resources.v1";
    public static final String RULES_V1 = "scheduling.rules.v1";
    public static final String OCCURRENCES_V1 = "scheduling.occurrences.v1";
    public static final String RUN_REPORTS_V1 = "scheduling.run-reports.v1";
    public static final String CONFLICTS_V1 = "scheduling.conflicts.v1";
    public static final String FEED_V1 = "scheduling.feed.v1";
    public static final String NOTIFICATIONS_V1 = "scheduling.notifications.v1";
    public static final String SUBSCRIPTIONS_V1 = "scheduling.subscriptions.v1";
    public static final String CHANGE_REQUESTS_V1 = "scheduling.change-requests.v1";

    /** What was read; no domain topic, as nothing follows from it. */
    public static final String ACTIVITY_V1 = "scheduling.activity.v1";

    /** Of {@link #ACTIVITY_V1}, for so long. */
    public static final Duration ACTIVITY_KEPT = Duration.ofDays(30);

    /** One partition, compacted: how the background jobs stand. */
    public static final String JOBS_V1 = "scheduling.jobs.v1";

    /** One partition, compacted: how far the command-service has published, so that readers can wait for a write. */
    public static final String PUBLISHED_V1 = "scheduling.published.v1";

    /** Enough to spread over six instances; the order of one key is all that anybody relies on. */
    public static final int PARTITIONS = 6;

    private final String topicName;
    private final Class<? extends Change> changes;

    Topic(String topicName, Class<? extends Change> changes) {
        this.topicName = topicName;
        this.changes = changes;
    }

    public String topicName() {
        return topicName;
    }

    /** Where records go that a consumer cannot read. */
    public String deadLetterName() {
        return topicName + ".dlt";
    }

    /** The sealed interface of the changes that the topic carries. */
    public Class<? extends Change> changes() {
        return changes;
    }

    /**
     * Whether other teams write it. They are held to the letter and to a size, and what they say has no place in our event store.
     */
    public boolean isOfOthers() {
        return this == RUN_REPORTS || this == FEED;
    }

    /** Topic configuration: kept for ever. */
    public Map<String, String> configuration() {
        return Map.of("retention.ms", "-1", "retention.bytes", "-1", "cleanup.policy", "delete");
    }

    /** Empty for topics that are none of the domain, such as those between two steps of a stream. */
    static Optional<Topic> named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }

    public static Topic of(Change change) {
        return of(change.getClass());
    }

    /** Of the changes of that class. */
    public static Topic of(Class<?> change) {
        return Arrays.stream(values())
                .filter(topic -> topic.changes.isAssignableFrom(change))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No topic carries " + Change.typeOf(change)));
    }
}
