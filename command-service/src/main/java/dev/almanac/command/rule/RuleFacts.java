package dev.almanac.command.rule;

import dev.almanac.command.access.Action;
import dev.almanac.command.access.Caller;
import dev.almanac.command.ledger.Claim;
import dev.almanac.command.ledger.GrantLedger;
import dev.almanac.command.ledger.Lane;
import dev.almanac.command.ledger.RulePlan;
import dev.almanac.command.ledger.SlotLedger;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rule.model.RuleAccess;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.store.Receipt;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.occurrence.Queues;
import dev.almanac.events.rule.RuleProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a rule needs to know of calendars: whose queue it is, and whether it is one. */
@Component
public class RuleFacts {
    /** Enough to see what a rule comes to. */
    private static final int RUNS_LOOKED_AT = 50;

    private final GrantLedger grants;
    private final SlotLedger calendars;

    RuleFacts(GrantLedger grants, SlotLedger calendars) {
        this.grants = grants;
        this.calendars = calendars;
    }

    Optional<Rejection> refusalOfChange(RuleState state, Caller caller) {
        return RuleAccess.refusal(state, caller, queue -> mayBook(caller, queue));
    }

    public Optional<Rejection> refusalOfChange(String createdBy, String queue, Caller caller) {
        return RuleAccess.refusal(createdBy, queue, caller, named -> mayBook(caller, named));
    }

    /** A queue that is no calendar's id is a name that workers know, and nobody's. */
    Optional<Rejection> refusalOfQueue(String queue, Caller caller) {
        return Queues.isCalendar(queue) ? refusalOfCalendar(queue, caller) : Optional.empty();
    }

    private Optional<Rejection> refusalOfCalendar(String calendarId, Caller caller) {
        Optional<Lane> calendar = calendars.lane(calendarId).filter(Lane::active);
        if (calendar.isEmpty()) {
            return Optional.of(new QueueIsNoQueueCalendar("Calendar does not exist or is inactive"));
        }
        return grants.refusal(caller, Action.SCHEDULE, List.of(calendarId))
                .or(() -> calendar.filter(lane -> lane.type() != CalendarType.QUEUE)
                        .map(lane -> new QueueIsNoQueueCalendar(
                                "The calendar is of type " + lane.type() + ", and runs need one of type QUEUE")));
    }

    /** Runs ask for no room: a rule has no end, and what is booked in a year must not keep it from running tonight. */
    void warnOfFullCalendar(RulePlan plan, Instant now, Receipt receipt) {
        List<Claim> runs = plan.ahead(now, RuleProfile.HORIZON_DAYS, RUNS_LOOKED_AT);
        List<Claim> crowded = calendars.crowded(runs);
        if (!crowded.isEmpty()) {
            receipt.warn(crowded.size() + " of the next " + runs.size()
                    + " runs find the calendar of the queue full, the first at "
                    + crowded.getFirst().slot().start());
        }
    }

    private boolean mayBook(Caller caller, String queue) {
        return Queues.isCalendar(queue)
                && grants.refusal(caller, Action.SCHEDULE, List.of(queue)).isEmpty();
    }
}
