package dev.almanac.command.ics;

import dev.almanac.command.ics.IcsAnswer.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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
            "RDATE",
            "EXDATE",
            "RECURRENCE-ID",
            "SEQUENCE",
            "DTSTAMP",
            "CREATED",
            "LAST-MODIFIED");

    /** More names than this say no more. */
    private static final int DROPPED_MAX = 30;

    private final int line;
    private final List<IcsProperty> properties = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> inside = new TreeSet<>();

    IcsComponent(int line) {
        this.line = line;
    }

    void add(IcsProperty property) {
        properties.add(property);
    }

    void addFault(String fault) {
        faults.add(fault);
    }

    /** A component inside it, such as an alarm. */
    void addInside(String component) {
        inside.add(component);
    }

    /** What it says that is not taken over, by name. */
    List<String> dropped() {
        return Stream.concat(
                        properties.stream().map(IcsProperty::name).filter(name -> !TAKEN_OVER.contains(name)),
                        inside.stream())
                .distinct()
                .sorted()
                .limit(DROPPED_MAX)
                .toList();
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
        return first("UID")
                .map(IcsProperty::text)
                .filter(uid -> !uid.isEmpty())
                .orElseThrow(() -> new Unimportable("UID is missing (RFC 5545 3.6.1)"));
    }

    Remark remark(String reason) {
        return new Remark(uidOrEmpty(), line, reason);
    }

    String uidOrEmpty() {
        return first("UID").map(IcsProperty::text).orElse("");
    }
}
