package dev.almanac.terminal.views;

import dev.almanac.terminal.calendar.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines beside a day's hours, one for each item that goes on at the same time. */
final class Tracks {
    static final int COUNT_MAX = 6;
    private final Map<Item, Integer> track = new HashMap<>();

    Tracks(List<Item> items) {
        List<Instant> takenUntil = new ArrayList<>();
        for (Item item : items) {
            int free = 0;
            while (free < takenUntil.size() && takenUntil.get(free).isAfter(item.start())) {
                free++;
            }
            if (free < COUNT_MAX) {
                track.put(item, free);
                if (free == takenUntil.size()) {
                    takenUntil.add(item.slot().end());
                } else {
                    takenUntil.set(free, item.slot().end());
                }
            }
        }
    }

    /** At that time; what begins on this line has a corner. */
    String at(Instant time, List<Item> beginning) {
        char[] line = " ".repeat(COUNT_MAX).toCharArray();
        track.forEach((item, index) -> {
            if (item.start().isBefore(time) && item.slot().end().isAfter(time)) {
                line[index] = '│';
            }
        });
        track.forEach((item, index) -> {
            if (beginning.contains(item)) {
                line[index] = '┌';
            }
        });
        return new String(line);
    }
}
