package dev.almanac.command.ics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.recurrence.Recurrence;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one VEVENT: when it is, and what it is about. */
final class IcsEventReader {
    /** The shortest booking (SCH-002): what a file marks as a point in time takes this long. */
    private static final Duration POINT_IN_TIME = Duration.ofMinutes(15);

    private static final Pattern DURATION = Pattern.compile(
            "\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?(?:(\\d{1,8})S)?)?");

    private final String calendarId;
    private final IcsZones zones;
    private final ZoneId calendarZone;

    IcsEventReader(String calendarId, ZoneId calendarZone, IcsZones zones) {
        this.calendarId = calendarId;
        this.calendarZone = calendarZone;
        this.zones = zones;
    }

    /** The same UID on the same calendar is the same event, however often it is imported. */
    String scheduleId(String uid) {
        return UUID.nameUUIDFromBytes((calendarId + "|" + uid).getBytes(UTF_8)).toString();
    }

    IcsTime start(IcsComponent event) {
        event.faults().stream().findFirst().ifPresent(fault -> {
            throw new Unimportable(fault);
        });
        return event.first("DTSTART")
                .map(property -> IcsTime.of(property, zones))
                .orElseThrow(() -> new Unimportable("DTSTART is missing"));
    }

    /** The zone in which the event's local times are meant: that of its start, and the calendar's where that is UTC. */
    ZoneId zone(IcsTime start, boolean recurs) {
        if (start.utc()) {
            return recurs ? ZoneId.of("UTC") : calendarZone;
        }
        return start.zone();
    }

    TimeSlot slot(IcsComponent event, IcsTime start, Consumer<String> adjusted) {
        Instant from = start.instant();
        Instant till = event.first("DTEND")
                .map(property -> IcsTime.of(property, zones).instant())
                .orElseGet(() -> event.first("DURATION")
                        .map(property -> end(start, property))
                        .orElse(from));
        if (!till.equals(from)) {
            return new TimeSlot(from, till);
        }
        if (start.wholeDay()) {
            return new TimeSlot(
                    from, start.local().plusDays(1).atZone(start.zone()).toInstant());
        }
        adjusted.accept("has no duration: booked for " + POINT_IN_TIME.toMinutes() + " minutes");
        return new TimeSlot(from, from.plus(POINT_IN_TIME));
    }

    /** Days and weeks are nominal, the rest is exact (RFC 5545 3.3.6). */
    private static Instant end(IcsTime start, IcsProperty property) {
        Matcher parts = DURATION.matcher(property.value().strip());
        if (!parts.matches()) {
            throw new Unimportable("line " + property.line() + ": DURATION cannot be read: " + property.value());
        }
        Period nominal = Period.ofDays(7 * number(parts.group(1)) + number(parts.group(2)));
        LocalDateTime day = start.local().plus(nominal);
        return day.atZone(start.zone())
                .toInstant()
                .plus(Duration.ofHours(number(parts.group(3)))
                        .plusMinutes(number(parts.group(4)))
                        .plusSeconds(number(parts.group(5))));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    EventDetails details(IcsComponent event, boolean wholeDay) {
        List<String> categories = event.all("CATEGORIES").stream()
                .flatMap(property -> VObjectPropertyValues.parseList(property.value()).stream())
                .map(String::strip)
                .filter(category -> !category.isEmpty())
                .distinct()
                .toList();
        return new EventDetails(
                event.uid(),
                event.first("SUMMARY")
                        .map(IcsProperty::text)
                        .filter(text -> !text.isEmpty())
                        .orElse("Untitled"),
                text(event, "DESCRIPTION"),
                text(event, "LOCATION"),
                categories.isEmpty() ? null : categories.getFirst(),
                priority(event),
                categories,
                List.of(),
                wholeDay);
    }

    private static @Nullable String text(IcsComponent event, String name) {
        return event.first(name)
                .map(IcsProperty::text)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private static int priority(IcsComponent event) {
        return event.first("PRIORITY")
                .map(IcsProperty::text)
                .filter(text -> text.matches("[0-9]"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    ScheduleStatus status(IcsComponent event) {
        String status = event.first("STATUS")
                .map(property -> property.text().toUpperCase(Locale.ROOT))
                .orElse("");
        return switch (status) {
            case "TENTATIVE" -> ScheduleStatus.TENTATIVE;
            case "CONFIRMED" -> ScheduleStatus.CONFIRMED;
            case "CANCELLED" -> ScheduleStatus.CANCELLED;
            default -> ScheduleStatus.SCHEDULED;
        };
    }

    Booking booking(TimeSlot slot, ZoneId zone, @Nullable Recurrence recurrence) {
        return new Booking(calendarId, slot.start(), slot.end(), zone.getId(), recurrence);
    }

    IcsZones zones() {
        return zones;
    }
}
