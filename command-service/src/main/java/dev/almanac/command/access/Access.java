package dev.almanac.command.access;

import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.events.calendar.ShareLevel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may do what on a calendar: managers everything, others what they own or what was shared with them. */
public final class Access {
    private Access() {}

    /**
     * Why the caller may not; empty when they may.
     *
     * @param held the caller's share of the calendar, ADMIN for its owner, null for none
     */
    public static Optional<Rejection> refusal(Caller caller, Action action, @Nullable ShareLevel held) {
        return caller.isManager() || (held != null && action.isAllowedBy(held))
                ? Optional.empty()
                : Optional.of(new CallerMayNot(
                        "The calendar is not shared with you so that you may " + action.description()));
    }
}
