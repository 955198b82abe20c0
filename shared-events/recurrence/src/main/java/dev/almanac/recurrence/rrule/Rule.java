package dev.almanac.recurrence.rrule;

import dev.almanac.recurrence.clock.Moment;
import dev.almanac.recurrence.wall.NthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RRULE as read. Sets of small numbers are bit masks, in which 0 means that the part is absent.
 *
 * @param count 0 if there is no limit
 * @param monthDays bit d for BYMONTHDAY=d
 * @param monthDaysFromEnd bit d for BYMONTHDAY=-d
 * @param weekdays bit 0 for a plain MO in BYDAY
 * @param weeks bit w for BYWEEKNO=w
 * @param weeksFromEnd bit w for BYWEEKNO=-w
 * @param months bit m for BYMONTH=m, January is 1
 * @param weekStart Monday is 0
 */
public record Rule(
        Frequency frequency,
        int interval,
        long count,
        @Nullable Moment until,
        long seconds,
        long minutes,
        long hours,
        int weekdays,
        List<NthDay> nthDays,
        long monthDays,
        long monthDaysFromEnd,
        List<Integer> yearDays,
        long weeks,
        long weeksFromEnd,
        int months,
        List<Integer> positions,
        int weekStart) {

    public Rule {
        nthDays = List.copyOf(nthDays);
        yearDays = List.copyOf(yearDays);
        positions = List.copyOf(positions);
    }

    public boolean hasByDay() {
        return weekdays != 0 || !nthDays.isEmpty();
    }

    public boolean hasByMonthDay() {
        return (monthDays | monthDaysFromEnd) != 0;
    }

    public boolean hasByWeek() {
        return (weeks | weeksFromEnd) != 0;
    }

    /** Whether some part says on which days of a period it occurs, so that the start's own day does not matter. */
    boolean namesDays() {
        return hasByDay() || hasByMonthDay() || hasByWeek() || !yearDays.isEmpty();
    }

    boolean hasByTime() {
        return (seconds | minutes | hours) != 0;
    }

    /** Without what it says on times, where the start is a date (RFC 5545 3.3.10: such parts "MUST be ignored"). */
    public Rule ofDays() {
        var chosen = namesDays() || months != 0 ? positions : List.<Integer>of();
        return new Rule(
                frequency,
                interval,
                count,
                until,
                0,
                0,
                0,
                weekdays,
                nthDays,
                monthDays,
                monthDaysFromEnd,
                yearDays,
                weeks,
                weeksFromEnd,
                months,
                chosen,
                weekStart);
    }

    public boolean isFinite() {
        return count > 0 || until != null;
    }
}
