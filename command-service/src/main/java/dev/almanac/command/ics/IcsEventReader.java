package dev.almanac.command.ics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import dev.almanac.command.schedule.model.DetailLimits;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.recurrence.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What tells an event without a UID from others. */
    String gist(IcsComponent event) {
        return Stream.of("DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID", "SUMMARY", "LOCATION")
                .flatMap(name -> event.first(name).stream())
                .map(property -> property.name() + property.parameters() + property.value())
                .collect(Collectors.joining("\n"));
    }

    /**
     * The same for the same event in the same file, the next time.
     *
     * @param among how many said the same so far, this one included
     */
    String derivedUid(String gist, int among) {
        return UUID.nameUUIDFromBytes((gist + "\n" + among).getBytes(UTF_8)).toString();
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
                .map(property -> end(start, IcsTime.of(property, zones), adjusted))
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

    /** An event of whole days ends with a day, and one that starts while the clocks are put forward lasts as it is written. */
    private static Instant end(IcsTime start, IcsTime end, Consumer<String> adjusted) {
        if (start.wholeDay() && !end.wholeDay()) {
            LocalDateTime local = end.in(start.zone());
            boolean isMidnight = local.toLocalTime().equals(LocalTime.MIDNIGHT);
            adjusted.accept("DTEND has a time, and DTSTART has none: booked for whole days");
            return local.toLocalDate()
                    .plusDays(isMidnight ? 0 : 1)
                    .atStartOfDay(start.zone())
                    .toInstant();
        }
        boolean skipped = !start.instant().isBefore(end.instant())
                && start.zone().equals(end.zone())
                && start.local().isBefore(end.local());
        return skipped ? start.instant().plus(Duration.between(start.local(), end.local())) : end.instant();
    }

    /** Days and weeks are nominal, the rest is exact (RFC 5545 3.3.6). */
    private static Instant end(IcsTime start, IcsProperty property) {
        Matcher parts = DURATION.matcher(property.value().strip());
        if (!parts.matches()) {
            throw new Unimportable("line " + property.line() + ": DURATION cannot be read: " + property.shown());
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

    /** Within the limits that every booking keeps to; what is longer is cut, and named. */
    EventDetails details(IcsComponent event, boolean wholeDay, Consumer<String> adjusted) {
        if (event.uid().length() > DetailLimits.EVENT_ID_MAX) {
            throw new Unimportable("UID is longer than " + DetailLimits.EVENT_ID_MAX + " characters");
        }
        List<String> categories = categories(event, adjusted);
        String title = text(event, "SUMMARY", DetailLimits.TITLE_MAX, adjusted);
        return new EventDetails(
                        withoutNul("UID", event.uid()),
                        title == null ? "Untitled" : title,
                        text(event, "DESCRIPTION", DetailLimits.DESCRIPTION_MAX, adjusted),
                        text(event, "LOCATION", DetailLimits.LOCATION_MAX, adjusted),
                        categories.isEmpty() ? null : categories.getFirst(),
                        priority(event),
                        categories,
                        List.of(),
                        wholeDay)
                .keeping(event.kept())
                .reminding(event.reminders());
    }

    private static List<String> categories(IcsComponent event, Consumer<String> adjusted) {
        List<String> all = event.all("CATEGORIES").stream()
                .flatMap(property -> VObjectPropertyValues.parseList(property.value()).stream())
                .map(String::strip)
                .filter(category -> !category.isEmpty())
                .distinct()
                .toList();
        List<String> kept = all.stream()
                .filter(category -> category.length() <= DetailLimits.TAG_MAX)
                .map(category -> withoutNul("CATEGORIES", category))
                .limit(DetailLimits.TAGS_MAX)
                .toList();
        if (kept.size() < all.size()) {
            adjusted.accept("CATEGORIES: " + (all.size() - kept.size()) + " of " + all.size()
                    + " are left out: an event has " + DetailLimits.TAGS_MAX + " of " + DetailLimits.TAG_MAX
                    + " characters at most");
        }
        return kept;
    }

    private static @Nullable String text(IcsComponent event, String name, int lengthMax, Consumer<String> adjusted) {
        return event.first(name)
                .map(IcsProperty::text)
                .filter(text -> !text.isEmpty())
                .map(text -> withoutNul(name, text))
                .map(text -> cut(name, text, lengthMax, adjusted))
                .orElse(null);
    }

    private static String withoutNul(String name, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Unimportable(name + " must not contain the NUL character");
        }
        return text;
    }

    /** Not within a character of two code units. */
    private static String cut(String name, String text, int lengthMax, Consumer<String> adjusted) {
        if (text.length() <= lengthMax) {
            return text;
        }
        adjusted.accept(name + " is cut to the " + lengthMax + " characters that an event keeps, of " + text.length());
        int end = Character.isHighSurrogate(text.charAt(lengthMax - 1)) ? lengthMax - 1 : lengthMax;
        return text.substring(0, end);
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

    Booking booking(TimeSlot slot, IcsTime start, ZoneId zone, @Nullable Recurrence recurrence) {
        return new Booking(
                calendarId,
                slot.start(),
                slot.end(),
                zone.getId(),
                recurrence,
                null,
                start.meant(zone),
                start.floating() ? true : null);
    }

    IcsZones zones() {
        return zones;
    }
}
