package dev.almanac.events.wire;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.BookingRules;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenRevoked;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarChange.OverbookingPreventedBySystem;
import dev.almanac.events.calendar.CalendarChange.OverbookingWarningTriggered;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.events.changerequest.AppliedChange;
import dev.almanac.events.changerequest.AskedChange;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestConfirmed;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestNotUnderstood;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestOvertaken;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestProposed;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestRejected;
import dev.almanac.events.changerequest.ChangeSummary;
import dev.almanac.events.changerequest.ChangeSummary.Outlook;
import dev.almanac.events.changerequest.ChangeWarning;
import dev.almanac.events.changerequest.NamedSubject;
import dev.almanac.events.changerequest.ProposedAction;
import dev.almanac.events.changerequest.ProposedChange;
import dev.almanac.events.changerequest.SubjectKind;
import dev.almanac.events.conflict.ConflictChange.ConflictDismissed;
import dev.almanac.events.conflict.ConflictChange.ConflictReviewStarted;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictEscalated;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictResolved;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.events.feed.EntryAttachment;
import dev.almanac.events.feed.EntryVisibility;
import dev.almanac.events.feed.FeedChange.CalendarEntryPublished;
import dev.almanac.events.feed.FeedChange.CalendarEntryWithdrawn;
import dev.almanac.events.notification.Channel;
import dev.almanac.events.notification.Notice;
import dev.almanac.events.notification.NoticeAction;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationChange.NotificationRaised;
import dev.almanac.events.notification.NotificationChange.NotificationsGathered;
import dev.almanac.events.notification.NotificationChange.NotificationsRead;
import dev.almanac.events.notification.NotificationChange.WebhookUnreachable;
import dev.almanac.events.notification.NotificationType;
import dev.almanac.events.occurrence.DueReason;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.MissReason;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceFailed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencePostponed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSkipped;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceStarted;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.occurrence.OccurrenceChange.ReminderDue;
import dev.almanac.events.occurrence.SeriesKind;
import dev.almanac.events.occurrence.SkipReason;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedAvailable;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceChange.ResourceUpdated;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceRole;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.events.rule.CatchUp;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.OverlapPolicy;
import dev.almanac.events.rule.RetryPolicy;
import dev.almanac.events.rule.RuleChange.BackfillApproved;
import dev.almanac.events.rule.RuleChange.MissedRunDiscarded;
import dev.almanac.events.rule.RuleChange.MissedRunRescheduled;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleChange.RuleDeleted;
import dev.almanac.events.rule.RuleChange.RuleDisabled;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.events.rule.RuleChange.RuleResumed;
import dev.almanac.events.rule.RuleChange.RuleUpdated;
import dev.almanac.events.rule.RuleChange.RunRequested;
import dev.almanac.events.rule.RuleChange.RunRescheduled;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.run.RunNote;
import dev.almanac.events.run.RunReport.RunFailed;
import dev.almanac.events.run.RunReport.RunStarted;
import dev.almanac.events.run.RunReport.RunSucceeded;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceConfirmed;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.subscription.CalendarNotifications;
import dev.almanac.events.subscription.ChatWebhook;
import dev.almanac.events.subscription.Digest;
import dev.almanac.events.subscription.DigestFrequency;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.events.subscription.QuietHours;
import dev.almanac.events.subscription.SubscriptionChange.NotificationPreferencesSet;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDeleted;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDisabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookEnabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSecretRotated;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSubscribed;
import dev.almanac.events.subscription.SubscriptionChange.WebhookUpdated;
import dev.almanac.events.subscription.WebhookDisabledReason;
import dev.almanac.events.subscription.WebhookProfile;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.clock.DstGap;
import dev.almanac.recurrence.clock.DstOverlap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One change of each type, with every field set. */
final class Samples {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final LocalDateTime LOCAL = LocalDateTime.parse("2026-03-02T10:00:00");
    private static final String RUN = "rule-1@20260302T100000";
    private static final String SERIES_OCCURRENCE = "event-1@20260302T100000";

    private Samples() {}

    /** What this build alone can say: all that the latest revisions have. */
    static List<Change> latest() {
        return all().stream()
                .map(Samples::grown)
                .map(Samples::grownAgain)
                .map(Samples::reminding)
                .toList();
    }

    /** As a revision says it. */
    static Change in(int revision, Change first) {
        return switch (revision) {
            case 1 -> first;
            case 2 -> grown(first);
            case 3 -> grownAgain(grown(first));
            default -> reminding(grownAgain(grown(first)));
        };
    }

    private static Notice notice() {
        return new Notice(
                NotificationType.CONFLICT_DETECTED,
                NotificationCategory.CRITICAL,
                new Notice.Cause("ScheduleConflictDetected.v1", "id-1", "carl", "room repaired"),
                new Notice.About(
                        "conflict-1", "Board meeting", "calendar-1", "resource-1", "ana", "Concert", "CRITICAL"),
                new Notice.When(NINE, TEN, NINE, "Europe/Vienna", Duration.ofMinutes(30)),
                List.of(NoticeAction.OPEN, NoticeAction.REVIEW));
    }

    private static Change grown(Change change) {
        return switch (change) {
            case EventScheduledOnCalendar scheduled ->
                new EventScheduledOnCalendar(
                                scheduled.scheduleId(),
                                scheduled.booking().movedBy(Duration.ofHours(1)),
                                scheduled.details(),
                                scheduled.status(),
                                scheduled.scheduledBy(),
                                "room repaired",
                                "event-0")
                        .departing(List.of("event-1@20260309T100000"));
            case EventUpdated updated ->
                new EventUpdated(
                        updated.scheduleId(),
                        updated.booking().movedBy(Duration.ofHours(1)),
                        updated.details(),
                        "room repaired",
                        "event-2");
            case EventRescheduled moved ->
                new EventRescheduled(
                        moved.scheduleId(),
                        moved.oldStartDateTime(),
                        moved.oldEndDateTime(),
                        moved.newStartDateTime(),
                        moved.newEndDateTime(),
                        moved.timeZone(),
                        moved.reason(),
                        moved.notifyParticipants(),
                        moved.rescheduledBy(),
                        true,
                        null);
            case OccurrenceRescheduled moved ->
                new OccurrenceRescheduled(
                        moved.scheduleId(),
                        moved.occurrenceId(),
                        moved.newStartDateTime(),
                        moved.newEndDateTime(),
                        grown(details()),
                        moved.reason(),
                        moved.rescheduledBy());
            case CalendarCreated created -> new CalendarCreated(created.calendarId(), bookable());
            case CalendarUpdated updated -> new CalendarUpdated(updated.calendarId(), bookable());
            case OccurrencesMaterialised day ->
                new OccurrencesMaterialised(
                        day.seriesId(),
                        day.kind(),
                        day.seriesVersion(),
                        day.day(),
                        day.calendarId(),
                        day.resources(),
                        List.of(new MaterialisedOccurrence(
                                SERIES_OCCURRENCE,
                                LocalDateTime.parse("2026-03-02T10:00:00"),
                                NINE,
                                TEN,
                                true,
                                List.of(new ResourceClaim("resource-2", ResourceRole.PRIMARY)))));
            case OccurrencesWithdrawn day ->
                new OccurrencesWithdrawn(
                        day.seriesId(), day.kind(), day.seriesVersion(), day.day(), day.occurrenceIds(), "event-2");
            case ScheduleConflictCleared _ ->
                new ScheduleConflictCleared(
                        "conflict-1",
                        "event-1",
                        "event-2",
                        "calendar-1",
                        "resource-1",
                        TEN,
                        ResolutionMethod.RESCHEDULED);
            default -> change;
        };
    }

    /** What third revisions say beside it. */
    private static Change grownAgain(Change change) {
        return switch (change) {
            case EventScheduledOnCalendar scheduled ->
                new EventScheduledOnCalendar(
                                scheduled.scheduleId(),
                                meant(scheduled.booking()),
                                grown(scheduled.details()),
                                scheduled.status(),
                                scheduled.scheduledBy(),
                                scheduled.reason(),
                                scheduled.splitFrom())
                        .departing(scheduled.departing());
            case EventUpdated updated ->
                new EventUpdated(
                        updated.scheduleId(),
                        meant(updated.booking()),
                        grown(updated.details()),
                        updated.reason(),
                        updated.splitInto());
            case OccurrenceRescheduled moved ->
                new OccurrenceRescheduled(
                        moved.scheduleId(),
                        moved.occurrenceId(),
                        moved.newStartDateTime(),
                        moved.newEndDateTime(),
                        moved.details(),
                        moved.reason(),
                        moved.rescheduledBy(),
                        LOCAL.plusHours(1));
            case EventRescheduled moved ->
                new EventRescheduled(
                        moved.scheduleId(),
                        moved.oldStartDateTime(),
                        moved.oldEndDateTime(),
                        moved.newStartDateTime(),
                        moved.newEndDateTime(),
                        moved.timeZone(),
                        moved.reason(),
                        moved.notifyParticipants(),
                        moved.rescheduledBy(),
                        moved.keepsOccurrenceIds(),
                        LocalDateTime.parse("2026-03-02T11:00:00"));
            default -> change;
        };
    }

    /** What fourth revisions say beside it. */
    private static Change reminding(Change change) {
        return switch (change) {
            case EventScheduledOnCalendar scheduled ->
                new EventScheduledOnCalendar(
                                scheduled.scheduleId(),
                                scheduled.booking(),
                                reminding(scheduled.details()),
                                scheduled.status(),
                                scheduled.scheduledBy(),
                                scheduled.reason(),
                                scheduled.splitFrom())
                        .departing(scheduled.departing());
            case EventUpdated updated ->
                new EventUpdated(
                        updated.scheduleId(),
                        updated.booking(),
                        reminding(updated.details()),
                        updated.reason(),
                        updated.splitInto());
            case OccurrenceRescheduled moved ->
                new OccurrenceRescheduled(
                        moved.scheduleId(),
                        moved.occurrenceId(),
                        moved.newStartDateTime(),
                        moved.newEndDateTime(),
                        reminding(Objects.requireNonNull(moved.details())),
                        moved.reason(),
                        moved.rescheduledBy(),
                        moved.newLocalStart());
            default -> change;
        };
    }

    private static EventDetails reminding(EventDetails details) {
        return details.reminding(List.of(Duration.ofDays(1), Duration.ofMinutes(10), Duration.ofDays(1)));
    }

    private static Booking meant(Booking booking) {
        return booking.meant(LocalDateTime.parse("2026-03-02T10:00:00"), true);
    }

    private static EventDetails grown(EventDetails details) {
        return details.keeping(List.of("ATTENDEE;CN=Clara:mailto:clara@example.org"));
    }

    /** What can be said in first revisions, too. */
    static List<Change> all() {
        return List.of(
                new CalendarCreated("calendar-1", profile()),
                new CalendarUpdated("calendar-1", profile()),
                new CalendarDeactivated("calendar-1", "sold"),
                new CalendarShared("calendar-1", "bob", ShareLevel.EDIT),
                new CalendarUnshared("calendar-1", "bob"),
                new FeedTokenCreated("calendar-1", "token-1", "0".repeat(64), "Thunderbird", "bob", false),
                new FeedTokenRevoked("calendar-1", "token-1", "ana"),
                new OverbookingWarningTriggered("calendar-1", "event-1", NINE, TEN, 4, 5, 0.8),
                new OverbookingPreventedBySystem("calendar-1", "event-1", NINE, TEN, "ana", NINE),
                new OverbookingAllowedByOverride("calendar-1", "event-1", "ana", "fire drill", NINE),
                new EventScheduledOnCalendar("event-1", booking(), details(), ScheduleStatus.TENTATIVE, "ana"),
                new EventUpdated("event-1", booking(), details()),
                new EventRescheduled(
                        "event-1", NINE, TEN, TEN, TEN.plusSeconds(3600), "Europe/Berlin", "rain", true, "ana"),
                new EventRemovedFromCalendar("event-1", "calendar-1", "ana", "rain"),
                new OccurrenceConfirmed("event-1", "event-1@20260309T090000", "ana", "the speaker agreed"),
                new ScheduleConfirmed("event-1", "ana", "paid"),
                new OccurrenceRescheduled(
                        "event-1", SERIES_OCCURRENCE, TEN, TEN.plusSeconds(3600), details(), "rain", "ana"),
                new OccurrenceCancelled("event-1", SERIES_OCCURRENCE, "rain", "ana"),
                new ChangeUndone("event-1", "change-1", "ana"),
                new ResourceRegistered("resource-1", resource()),
                new ResourceUpdated("resource-1", resource()),
                new ResourceMarkedUnavailable("period-1", "resource-1", NINE, TEN, "repair", "ana"),
                new ResourceMarkedAvailable("period-2", "resource-1", NINE, TEN, "repaired", "ana"),
                new OccurrencesMaterialised(
                        "event-1",
                        SeriesKind.EVENT,
                        3,
                        LocalDate.parse("2026-03-02"),
                        "calendar-1",
                        List.of(new ResourceClaim("resource-1", ResourceRole.SECONDARY)),
                        List.of(new MaterialisedOccurrence(
                                SERIES_OCCURRENCE, LocalDateTime.parse("2026-03-02T10:00:00"), NINE, TEN, true))),
                new OccurrencesWithdrawn(
                        "event-1", SeriesKind.EVENT, 4, LocalDate.parse("2026-03-02"), List.of(SERIES_OCCURRENCE)),
                new OccurrenceDue(RUN, "rule-1", LOCAL, NINE, NINE, 2, DueReason.RETRY, "queue-1", job()),
                new OccurrenceStarted(RUN, "rule-1", LOCAL, NINE, 2, NINE, note()),
                new OccurrenceSucceeded(RUN, "rule-1", LOCAL, NINE, 2, TEN, note()),
                new OccurrenceFailed(RUN, "rule-1", LOCAL, NINE, 2, TEN, TEN.plusSeconds(120), note()),
                new OccurrenceMissed(RUN, "rule-1", LOCAL, NINE, 0, TEN, MissReason.OVERDUE),
                new OccurrencePostponed(RUN, "rule-1", LOCAL, NINE, TEN.plusSeconds(3600), TEN),
                new OccurrenceSkipped(RUN, "rule-1", LOCAL, NINE, TEN, SkipReason.PAUSED),
                new ReminderDue(
                        "event-1", SERIES_OCCURRENCE, "calendar-1", NINE, TEN, Duration.ofMinutes(30), "Europe/Berlin"),
                new MissedRunRescheduled("rule-1", RUN, TEN.plusSeconds(3600), TEN, "room to spare", "ana"),
                new RunRescheduled(
                        "rule-1",
                        RUN,
                        LOCAL,
                        NINE,
                        NINE.plusSeconds(1800),
                        TEN.plusSeconds(3600),
                        TEN.minusSeconds(86_400),
                        "room to spare",
                        "ana"),
                new RuleCreated("rule-1", rule(), NINE, "ana"),
                new RuleUpdated("rule-1", rule(), NINE, "ana"),
                new RulePaused("rule-1", NINE, TEN, true, "holiday", "ana"),
                new RuleResumed("rule-1", TEN, "holiday is over", "ana"),
                new RuleDisabled("rule-1", TEN, "retired", "ana"),
                new RuleDeleted("rule-1", TEN, "retired", "ana"),
                new RunRequested("rule-1", "rule-1@20260302T090000.123Z", NINE, "try it", "ana"),
                new BackfillApproved("rule-1", RUN, TEN, "needed", "ana"),
                new MissedRunDiscarded("rule-1", RUN, TEN, "too late", "ana"),
                new RunStarted(RUN, 2, note()),
                new RunSucceeded(RUN, 2, note()),
                new RunFailed(RUN, 2, note()),
                entry(),
                new CalendarEntryWithdrawn("attendance", "4711", 4L, "entered twice"),
                new NotificationRaised(
                        "notification-1", "ana", notice(), List.of(Channel.IN_APP, Channel.MAIL), NINE, TEN),
                new NotificationsGathered(
                        "notification-2", "ana", notice(), 3, List.of(Channel.IN_APP), NINE, TEN, TEN, TEN),
                new NotificationsRead("ana", List.of("notification-1"), true, TEN),
                new WebhookUnreachable("ana", "webhook-1", true, "HTTP 410", TEN),
                new ScheduleConflictDetected(
                        "conflict-1",
                        "event-1",
                        "event-2",
                        ConflictType.VENUE_CONFLICT,
                        ConflictLevel.CRITICAL,
                        "calendar-1",
                        "resource-1",
                        NINE,
                        TEN,
                        NINE,
                        null),
                new ScheduleConflictCleared("conflict-1", "event-1", "event-2", "calendar-1", "resource-1", TEN, null),
                new ConflictReviewStarted("conflict-1", 2, "asking both", "ana", NINE),
                new ScheduleConflictResolved(
                        "conflict-1", 2, ResolutionMethod.RESCHEDULED, "moved to the evening", "ana", TEN),
                new ScheduleConflictEscalated("conflict-1", 2, "bea", "both are urgent", "ana", TEN),
                new ConflictDismissed("conflict-1", 2, "they share the hall", "ana", TEN),
                new NotificationPreferencesSet("notification-preference:ana", "ana", preferences()),
                new WebhookSubscribed("webhook-1", "ana", webhook(), "5f2a91c0.c2VhbGVk"),
                new WebhookUpdated("webhook-1", "ana", webhook()),
                new WebhookSecretRotated("webhook-1", "ana", "5f2a91c0.YW5vdGhlcg", TEN),
                new WebhookDisabled("webhook-1", "ana", WebhookDisabledReason.FAILING),
                new WebhookEnabled("webhook-1", "ana"),
                new WebhookDeleted("webhook-1", "ana"),
                new ChangeRequestProposed(
                        "request-1",
                        asked(),
                        List.of(new ProposedChange(
                                SubjectKind.RULE,
                                "rule-1",
                                "Nightly backup",
                                ProposedAction.PAUSE,
                                3,
                                ChangeJson.mapper().createObjectNode().put("resumeAfter", TEN.toString()))),
                        new ChangeSummary(
                                new Outlook("At 02:30, every day", List.of(NINE)),
                                new Outlook("Paused until 2026-03-02 11:00, then: at 02:30, every day", List.of(TEN))),
                        0.9,
                        List.of(new ChangeWarning(ChangeWarning.Code.AMBIGUOUS_TIME, "Read as 11:00")),
                        NINE,
                        TEN,
                        "ana"),
                new ChangeRequestNotUnderstood(
                        "request-1",
                        asked(),
                        List.of(new ChangeWarning(ChangeWarning.Code.TWO_MATCHED, "Two are named")),
                        List.of(new NamedSubject(SubjectKind.EVENT, "event-1", "Board meeting")),
                        NINE,
                        "ana"),
                new ChangeRequestConfirmed(
                        "request-1", List.of(new AppliedChange(SubjectKind.RULE, "rule-1", "change-1", 4)), TEN, "ana"),
                new ChangeRequestRejected("request-1", "not this week", TEN, "ana"),
                new ChangeRequestOvertaken("request-1", "request-2", TEN, "ana"));
    }

    private static AskedChange asked() {
        return new AskedChange("pause the nightly backup until 11", "Europe/Berlin", "rule-1", "grammar");
    }

    private static RuleProfile rule() {
        return new RuleProfile(
                "Nightly backup",
                new Cron("30 2 * * *"),
                LOCAL,
                "Europe/Berlin",
                "queue-1",
                job(),
                new RuleOptions(
                        2,
                        30,
                        RetryPolicy.EXPONENTIAL,
                        CatchUp.APPROVAL,
                        OverlapPolicy.BUFFER_ONE,
                        DstGap.AT_TRANSITION,
                        DstOverlap.LAST,
                        10),
                new RuleMetadata("team-1", "Every night", List.of("ops")));
    }

    private static JobTemplate job() {
        return new JobTemplate("backup", ChangeJson.mapper().createObjectNode().put("depth", 3), 1, 600);
    }

    private static CalendarEntryPublished entry() {
        return new CalendarEntryPublished(
                "attendance",
                "4711",
                3L,
                "clara",
                "calendar-1",
                "resource-1",
                "Night shift at the gate",
                "Relieved Ben at ten",
                NINE,
                TEN,
                "Europe/Berlin",
                false,
                List.of("ben"),
                "CHECKED_IN",
                EntryVisibility.PUBLIC,
                "https://attendance.test/4711",
                List.of(new EntryAttachment(
                        "photo-1",
                        "gate.jpg",
                        "image/jpeg",
                        182_044L,
                        "https://media.test/photo-1",
                        "https://media.test/photo-1/200x200",
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        52.52,
                        13.405,
                        0.93,
                        NINE)));
    }

    private static WebhookProfile webhook() {
        return new WebhookProfile(
                "https://hooks.venue.test/almanac",
                "The signage in the hall",
                List.of("ScheduleConflictDetected", "OccurrenceDue"),
                List.of("calendar-1"));
    }

    private static NotificationPreferences preferences() {
        return new NotificationPreferences(
                "ana@venue.test",
                new ChatWebhook("5f2a91c0.c2VhbGVk", "https://chat.test/…"),
                "Europe/Berlin",
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 30)),
                new Digest(DigestFrequency.DAILY, LocalTime.of(8, 0)),
                Map.of(NotificationCategory.NORMAL, List.of(Channel.IN_APP, Channel.MAIL)),
                Map.of(NotificationType.RUN_FAILED, List.of(Channel.CHAT)),
                List.of(
                        new CalendarNotifications("calendar-1", true, null),
                        new CalendarNotifications("calendar-2", false, List.of(Channel.WEBHOOK))));
    }

    private static RunNote note() {
        return new RunNote("worker-1", "3 files", "https://logs.test/1", "https://sessions.test/1");
    }

    private static CalendarProfile bookable() {
        CalendarProfile before = profile();
        return new CalendarProfile(
                before.name(),
                before.description(),
                before.calendarType(),
                before.ownerId(),
                before.ownerType(),
                before.timeZone(),
                before.maxConcurrentEvents(),
                before.allowOverbooking(),
                new BookingRules(120, 90, 3));
    }

    private static CalendarProfile profile() {
        return new CalendarProfile(
                "Hall", "The large one", CalendarType.VENUE, "owner-1", OwnerType.VENUE, "Europe/Berlin", 5, true);
    }

    private static ResourceProfile resource() {
        return new ResourceProfile("Beamer", ResourceType.EQUIPMENT, "Europe/Berlin", "calendar-2", null);
    }

    private static Booking booking() {
        return new Booking("calendar-1", NINE, TEN, "Europe/Berlin", new Rrule("FREQ=WEEKLY;COUNT=4"));
    }

    private static EventDetails details() {
        return new EventDetails(
                "uid-1",
                "Concert",
                "With an encore",
                "Stage 2",
                "MUSIC",
                5,
                List.of("jazz"),
                List.of(new ResourceClaim("resource-1", ResourceRole.PRIMARY)),
                true);
    }
}
