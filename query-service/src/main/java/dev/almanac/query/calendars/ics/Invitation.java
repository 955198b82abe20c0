package dev.almanac.query.calendars.ics;

import dev.almanac.query.events.ScheduleView;
import java.util.List;

/**
 * An event as mail programs take it (iMIP, RFC 6047): whoever has it already takes the later one in its place, by UID and SEQUENCE.
 *
 * @param method REQUEST, or CANCEL where it does not take place any more
 * @param text iCalendar
 */
public record Invitation(String method, String text) {

    /** To one of those who take part: the others are not named. */
    public static Invitation of(ScheduleView event, String organizer, String organizerName, String attendee) {
        String method = event.status().isOnCalendar() ? "REQUEST" : "CANCEL";
        List<String> people = List.of(
                "ORGANIZER;CN=" + quoted(organizerName) + ":mailto:" + organizer,
                "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:" + attendee);
        return new Invitation(method, IcsCalendar.message(method, event, people));
    }

    /** A parameter's value (RFC 5545 3.2) has neither quotes nor control characters. */
    private static String quoted(String name) {
        return '"' + name.replaceAll("[\"\\p{Cntrl}]", " ") + '"';
    }
}
