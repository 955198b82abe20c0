package dev.almanac.events.occurrence;

import java.util.regex.Pattern;

/** What a rule may call its queue. */
public final class Queues {
    /** The runs of an hourly rule on a day of 25 hours. */
    public static final int HOURLY_MAX = 25;

    private static final Pattern CALENDAR_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Queues() {}

    /** Whether it is the id of a calendar; a mere name says nothing of which calendar is meant, if any. */
    public static boolean isCalendar(String queue) {
        return CALENDAR_ID.matcher(queue).matches();
    }
}
