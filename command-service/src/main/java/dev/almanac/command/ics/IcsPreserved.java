package dev.almanac.command.ics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a VEVENT says that means nothing to us, such as its attendees and alarms that are no reminders: the lines are kept as they stand, and come
 * out again when the event is exported. What is too much is named instead.
 */
final class IcsPreserved {
    /** Of one event; a small picture as an attachment is larger. */
    private static final int BYTES_MAX = 16 * 1024;

    private final List<String> lines = new ArrayList<>();
    private final Set<String> dropped = new TreeSet<>();
    private int bytes;

    /** A property, or all lines of a component inside the event: whole, or not at all. */
    void add(String name, List<String> its) {
        int size = its.stream().mapToInt(line -> line.getBytes(UTF_8).length).sum();
        boolean fits = bytes + size <= BYTES_MAX;
        if (fits && its.stream().noneMatch(IcsPreserved::hasControls)) {
            bytes += size;
            lines.addAll(its);
        } else {
            dropped.add(name);
        }
    }

    void drop(String name) {
        dropped.add(name);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Names of what is not kept. */
    Set<String> dropped() {
        return Set.copyOf(dropped);
    }

    /** RFC 5545 3.1: a content line has none but tabs. */
    private static boolean hasControls(String line) {
        return line.chars().anyMatch(character -> (character < ' ' && character != '\t') || character == 0x7f);
    }
}
