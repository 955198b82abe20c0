package dev.almanac.query.events;

import dev.almanac.events.TimeSlot;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Names for «this calendar or resource in this week (UTC)», so that one index finds what overlaps a window at a cost
 * that grows with the window, and neither with the history nor with the longest entry.
 */
public final class Lanes {
    private static final long WEEK_SECONDS = Duration.ofDays(7).toSeconds();
    /** Some ten years. What lasts longer is found in every window through a lane of its own. */
    private static final int WEEKS_MAX = 520;

    private static final String LONG = "long";

    private Lanes() {}

    public static String ofCalendar(String calendarId) {
        return "c:" + calendarId;
    }

    public static String ofResource(String resourceId) {
        return "r:" + resourceId;
    }

    public static String ofPerson(String subject) {
        return "p:" + subject;
    }

    public static String ofEverything() {
        return "*";
    }

    static List<String> covered(Collection<String> lanes, TimeSlot slot) {
        return covered(lanes, slot, WEEKS_MAX);
    }

    /** The same, where what covers more weeks than that is found through a lane of its own. */
    public static List<String> covered(Collection<String> lanes, TimeSlot slot, int weeksMax) {
        List<String> weeks = weeks(slot);
        List<String> names = weeks.size() > weeksMax ? List.of(LONG) : weeks;
        return crossed(lanes, names).toList();
    }

    /** What an entry has to bear one of to be a candidate for the window, which is no longer than some ten years. */
    public static List<String> searched(Collection<String> lanes, TimeSlot window) {
        List<String> weeks = weeks(window);
        if (weeks.size() > WEEKS_MAX) {
            throw new IllegalArgumentException("a window of more than " + WEEKS_MAX + " weeks");
        }
        return crossed(lanes, Stream.concat(weeks.stream(), Stream.of(LONG)).toList())
                .toList();
    }

    private static List<String> weeks(TimeSlot slot) {
        long first = Math.floorDiv(slot.start().getEpochSecond(), WEEK_SECONDS);
        long last = Math.floorDiv(slot.end().getEpochSecond(), WEEK_SECONDS);
        return LongStream.rangeClosed(first, last)
                .limit(WEEKS_MAX + 1L)
                .mapToObj(Long::toString)
                .toList();
    }

    private static Stream<String> crossed(Collection<String> lanes, List<String> names) {
        return lanes.stream().flatMap(lane -> names.stream().map(name -> lane + ":" + name));
    }
}
