package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Api;
import dev.almanac.terminal.api.Calendar;
import java.util.HashMap;
import java.util.Map;

/** Names of calendars for tables, read once and only where they are shown. */
final class CalendarNames {
    private static final int READ_MAX = 1000;

    private final Api api;
    private final Map<String, String> names = new HashMap<>();
    private boolean read;

    CalendarNames(Api api) {
        this.api = api;
    }

    String of(String id) {
        if (!read && !names.containsKey(id)) {
            read = true;
            api.calendars().list(READ_MAX).items().forEach(this::know);
        }
        return names.getOrDefault(id, id);
    }

    void know(Calendar calendar) {
        names.put(calendar.id(), calendar.name());
    }
}
