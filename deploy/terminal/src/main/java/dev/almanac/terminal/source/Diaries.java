package dev.almanac.terminal.source;

import dev.almanac.terminal.api.Api;
import dev.almanac.terminal.api.FeedEntry;
import dev.almanac.terminal.api.Listing;
import dev.almanac.terminal.api.PlannedRun;
import dev.almanac.terminal.calendar.Answer.Entries;
import dev.almanac.terminal.calendar.ConflictLevel;
import dev.almanac.terminal.calendar.Diary;
import dev.almanac.terminal.calendar.Filter;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Kind;
import dev.almanac.terminal.calendar.Question.DiaryOf;
import dev.almanac.terminal.calendar.TimeSlot;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what calendars and queues show of a span, as one. */
final class Diaries {
    private static final int RUNS_MAX = 1_000;
    private static final int ITEMS_MAX = 3_000;
    private static final String MISSED = "MISSED";

    private final Api api;

    Diaries(Api api) {
        this.api = api;
    }

    Entries read(DiaryOf question, Directory directory) {
        TimeSlot slot = question.slot();
        ZoneId zone = question.zone();
        List<FeedEntry> entries = api.feed().between(local(slot.start(), zone), local(slot.end(), zone), zone);
        Listing<PlannedRun> runs = api.plannedRuns().between(slot.start(), slot.end(), zone, RUNS_MAX);
        Set<String> known = runs.items().stream().map(PlannedRun::id).collect(Collectors.toSet());
        List<Item> items = new ArrayList<>();
        entries.stream()
                .filter(entry -> !known.contains(entry.id()))
                .map(entry -> item(entry, directory))
                .filter(item -> isShown(item, question.filter(), ""))
                .forEach(items::add);
        runs.items().stream()
                .map(run -> item(run, directory))
                .filter(item -> isShown(item, question.filter(), directory.queueOf(item.ruleId())))
                .forEach(items::add);
        Diary diary = new Diary(items);
        boolean tooMany = diary.items().size() > ITEMS_MAX;
        return new Entries(tooMany ? new Diary(diary.items().subList(0, ITEMS_MAX)) : diary, tooMany || runs.more());
    }

    private static LocalDateTime local(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    private static boolean isShown(Item item, Filter filter, String queue) {
        return filter.isAll()
                || filter.calendarIds().contains(item.calendarId())
                || filter.queues().contains(item.calendarId())
                || filter.queues().contains(queue);
    }

    private static Item item(FeedEntry entry, Directory directory) {
        return new Item(
                entry.id(),
                entry.title(),
                kind(entry),
                slot(entry),
                entry.allDay(),
                entry.calendarId(),
                directory.nameOf(entry.calendarId()),
                entry.runState() == null ? entry.status() : entry.runState(),
                ConflictLevel.of(entry.conflictLevel()),
                entry.recurring(),
                "",
                entry.version());
    }

    private static Kind kind(FeedEntry entry) {
        if (entry.provided()) {
            return Kind.PROVIDED_ENTRY;
        }
        if (entry.runState() == null) {
            return Kind.BOOKING;
        }
        return entry.runState().equals(MISSED) ? Kind.MISSED_RUN : Kind.RUN;
    }

    private static TimeSlot slot(FeedEntry entry) {
        return new TimeSlot(entry.start(), entry.end().isBefore(entry.start()) ? entry.start() : entry.end());
    }

    private static Item item(PlannedRun run, Directory directory) {
        String queue = directory.queueOf(run.ruleId());
        boolean ofCalendar = directory.byId().containsKey(queue);
        return new Item(
                run.id(),
                run.count() > 1 ? run.title() + " ×" + run.count() : run.title(),
                run.status().equals(MISSED) ? Kind.MISSED_RUN : Kind.RUN,
                new TimeSlot(run.scheduledAt(), run.scheduledAt()),
                run.count() > 1,
                ofCalendar ? queue : "",
                directory.nameOf(queue),
                run.status(),
                ConflictLevel.NONE,
                false,
                run.ruleId(),
                0);
    }
}
