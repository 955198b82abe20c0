package dev.almanac.query.notifying;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.ReminderDue;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDisabled;
import java.util.List;

/** What a change gives to tell: a pure function of the change and what is known of its subject. */
final class Tellings {
    private Tellings() {}

    static List<Telling> of(Recorded<Change> recorded, Known known) {
        Said said = new Said(recorded.metadata(), recorded.change().type());
        return switch (recorded.change()) {
            case ConflictChange c -> new OfConflicts(said, known).of(c);
            case ScheduleChange c -> new OfEvents(said, known).of(c);
            case CalendarChange c -> new OfCalendars(said, known).of(c).stream().toList();
            case ReminderDue c -> new OfReminders(said, known).of(c).stream().toList();
            case OccurrenceChange c -> new OfRuns(said, known).of(c).stream().toList();
            case RuleChange c -> new OfRuns(said, known).of(c).stream().toList();
            case WebhookDisabled c ->
                OfWebhooks.disabled(said, c, known).stream().toList();
            default -> List.of();
        };
    }
}
