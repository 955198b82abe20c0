package dev.almanac.command.ics;

import dev.almanac.command.ics.IcsAnswer.Remark;
import dev.almanac.events.schedule.EventDetails;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A VEVENT as it stands in the file, with the lines that could not be read. */
final class IcsComponent {
    /** What is read, and what only says when the file was made. */
    private static final Set<String> TAKEN_OVER = Set.of(
            "UID",
            "DTSTART",
            "DTEND",
            "DURATION",
            "SUMMARY",
            "DESCRIPTION",
            "LOCATION",
            "CATEGORIES",
            "PRIORITY",
            "STATUS",
            "RRULE",
            "EXRULE",
            "RDATE",
            "EXDATE",
            "RECURRENCE-ID",
            "SEQUENCE",
            "DTSTAMP",
            "CREATED",
            "LAST-MODIFIED");

    /** Of what is read, what may say more than its value, such as in which language it is. */
    private static final Set<String> TEXTS = Set.of("SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES");

    /** More names than this say no more. */
    private static final int DROPPED_MAX = 30;

    private final int line;
    private final List<IcsProperty> properties = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final IcsPreserved kept = new IcsPreserved();
    private final Set<Duration> reminders = new HashSet<>();
    private @Nullable String derivedUid;

    IcsComponent(int line) {
        this.line = line;
    }

    void add(IcsProperty property) {
        if (!TAKEN_OVER.contains(property.name())) {
            kept.add(property.name(), List.of(property.raw()));
            return;
        }
        properties.add(property);
        if (TEXTS.contains(property.name())) {
            property.parameters().keySet().forEach(parameter -> kept.drop(property.name() + ";" + parameter));
        }
    }

    void addFault(String fault) {
        faults.add(fault);
    }

    /** A component inside it, such as an alarm. */
    void addInside(String component, List<String> lines) {
        Optional<Duration> reminder = IcsAlarm.reminder(component, lines)
                .filter(before -> reminders.contains(before) || reminders.size() < EventDetails.REMINDERS_MAX);
        reminder.ifPresentOrElse(reminders::add, () -> kept.add(component, lines));
    }

    /** Its alarms, as far as they are reminders. */
    Set<Duration> reminders() {
        return Set.copyOf(reminders);
    }

    /** What it says that is not taken over, by name. */
    List<String> dropped() {
        return kept.dropped().stream().sorted().limit(DROPPED_MAX).toList();
    }

    /** What it says beyond what is read. */
    List<String> kept() {
        return kept.lines();
    }

    int line() {
        return line;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    Optional<IcsProperty> first(String name) {
        return all(name).stream().findFirst();
    }

    List<IcsProperty> all(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .toList();
    }

    String uid() {
        return derivedUid == null ? uidOrEmpty() : derivedUid;
    }

    /** For an event that has none: whatever was derived from what it says is the same the next time. */
    void deriveUid(String uid) {
        derivedUid = uid;
    }

    Remark remark(String reason) {
        return new Remark(IcsProperty.shortened(uidOrEmpty()), line, reason);
    }

    String uidOrEmpty() {
        return first("UID").map(IcsProperty::text).orElse("");
    }
}
