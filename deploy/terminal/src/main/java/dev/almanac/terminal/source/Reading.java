package dev.almanac.terminal.source;

import dev.almanac.terminal.api.Api;
import dev.almanac.terminal.api.EventSearch;
import dev.almanac.terminal.api.Listing;
import dev.almanac.terminal.api.ProblemException;
import dev.almanac.terminal.api.Run;
import dev.almanac.terminal.api.ScheduledEvent;
import dev.almanac.terminal.api.UndoableChange;
import dev.almanac.terminal.calendar.Answer;
import dev.almanac.terminal.calendar.ConflictLevel;
import dev.almanac.terminal.calendar.DayCount;
import dev.almanac.terminal.calendar.Diary;
import dev.almanac.terminal.calendar.Filter;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Kind;
import dev.almanac.terminal.calendar.MonthCounts;
import dev.almanac.terminal.calendar.Question;
import dev.almanac.terminal.calendar.Question.CountsOf;
import dev.almanac.terminal.calendar.TimeSlot;
import dev.almanac.terminal.calendar.Undoable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers questions by asking the API. Blocks, and fails as the API does. */
public final class Reading {
    private static final int FOUND_MAX = 200;
    private static final int MISSED_MAX = 500;

    private final Api api;
    private volatile @Nullable Directory directory;

    public Reading(Api api) {
        this.api = api;
    }

    public Answer answer(Question question) {
        return switch (question) {
            case CountsOf counts -> new Answer.Counts(counts(counts));
            case Question.DiaryOf diary -> new Diaries(api).read(diary, directory());
            case Question.Lanes() -> new Answer.LanesKnown(directoryAnew().lanes());
            case Question.Attention() -> new Answer.Waiting(missed(), new ConflictReads(api).open());
            case Question.Search(var words) -> found(words);
            case Question.MissedRuns() -> missedRuns();
            case Question.OpenConflicts(var zone) ->
                new Answer.Conflicts(new ConflictReads(api).openIn(zone, directory()));
            case Question.ConflictOf(var id, var zone) ->
                new Answer.Explained(new ConflictReads(api).explained(id, zone, directory()));
            case Question.LastUndoable() -> new Answer.Last(lastUndoable());
        };
    }

    private Directory directory() {
        Directory known = directory;
        return known == null ? directoryAnew() : known;
    }

    private Directory directoryAnew() {
        Directory read = Directory.read(api);
        directory = read;
        return read;
    }

    private MonthCounts counts(CountsOf question) {
        Filter filter = question.filter();
        Map<LocalDate, DayCount> days = new HashMap<>();
        if (filter.isAll() || !filter.calendarIds().isEmpty()) {
            api.events()
                    .month(question.month(), question.zone(), filter.calendarIds())
                    .forEach(day -> days.put(day.date(), new DayCount(day.events(), 0, day.openConflicts())));
        }
        if (filter.isAll() || !filter.queues().isEmpty()) {
            api.plannedRuns()
                    .perDay(question.month(), question.zone(), filter.queues())
                    .forEach((date, runs) -> days.merge(
                            date,
                            new DayCount(0, runs, 0),
                            (events, _) -> new DayCount(events.events(), runs, events.openConflicts())));
        }
        return new MonthCounts(question.month(), days);
    }

    private long missed() {
        return listMissed().items().size();
    }

    private Answer.Entries missedRuns() {
        Listing<Run> missed = listMissed();
        return new Answer.Entries(
                new Diary(missed.items().stream().map(this::item).toList()), missed.more());
    }

    private Listing<Run> listMissed() {
        return api.runs().list(null, "MISSED", null, null, MISSED_MAX);
    }

    private Answer.Entries found(String words) {
        var found = api.events().list(new EventSearch(null, null, null, null, words, null, null), FOUND_MAX);
        List<Item> items = found.items().stream().map(this::item).toList();
        return new Answer.Entries(new Diary(items), found.more());
    }

    private Item item(ScheduledEvent event) {
        return new Item(
                event.id(),
                event.title(),
                event.run().isPresent() ? Kind.RUN : Kind.BOOKING,
                new TimeSlot(event.start(), event.end()),
                event.allDay(),
                event.calendarId(),
                directory().nameOf(event.calendarId()),
                event.status(),
                ConflictLevel.of(event.conflictLevel()),
                event.recurring(),
                "",
                event.version());
    }

    private Item item(Run run) {
        Directory directory = directory();
        String queue = directory.queueOf(run.ruleId());
        return new Item(
                run.occurrenceId(),
                directory.nameOfRule(run.ruleId()),
                Kind.MISSED_RUN,
                new TimeSlot(run.scheduledAt(), run.scheduledAt()),
                false,
                "",
                directory.nameOf(queue),
                run.status(),
                ConflictLevel.NONE,
                false,
                run.ruleId(),
                0);
    }

    private Optional<Undoable> lastUndoable() {
        return api.undo().possible(1).items().stream()
                .map(change -> new Undoable(change.changeId(), words(change), change.undoableUntil()))
                .findFirst();
    }

    /** Such as “Event rescheduled: Concert”. */
    private String words(UndoableChange change) {
        String name = change.type().replaceFirst("\\.v\\d+$", "");
        String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        String sentence = Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
        return titleOf(change).map(title -> sentence + ": " + title).orElse(sentence);
    }

    private Optional<String> titleOf(UndoableChange change) {
        try {
            return Optional.of(api.events().get(change.subject()).title());
        } catch (ProblemException noEvent) {
            return Optional.empty();
        }
    }
}
