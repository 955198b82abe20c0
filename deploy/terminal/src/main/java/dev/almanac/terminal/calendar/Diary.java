package dev.almanac.terminal.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is shown of a span of time, by start. */
public record Diary(List<Item> items) {
    private static final Comparator<Item> BY_START = Comparator.comparing(Item::start)
            .thenComparing(item -> item.slot().end())
            .thenComparing(Item::title)
            .thenComparing(Item::id);

    public static final Diary EMPTY = new Diary(List.of());

    public Diary {
        items = items.stream().sorted(BY_START).toList();
    }

    public List<Item> on(LocalDate date, ZoneId zone) {
        return items.stream().filter(item -> item.isOn(date, zone)).toList();
    }

    public Optional<Item> find(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    public long conflicts() {
        return items.stream().filter(Item::isInConflict).count();
    }
}
