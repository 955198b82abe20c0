package dev.almanac.terminal.board;

import dev.almanac.terminal.calendar.Filter;
import dev.almanac.terminal.calendar.LocalDay;
import dev.almanac.terminal.calendar.Question;
import dev.almanac.terminal.calendar.Question.Attention;
import dev.almanac.terminal.calendar.Question.ConflictOf;
import dev.almanac.terminal.calendar.Question.CountsOf;
import dev.almanac.terminal.calendar.Question.DiaryOf;
import dev.almanac.terminal.calendar.Question.Lanes;
import dev.almanac.terminal.calendar.Question.MissedRuns;
import dev.almanac.terminal.calendar.Question.OpenConflicts;
import dev.almanac.terminal.calendar.Question.Search;
import dev.almanac.terminal.calendar.TimeSlot;
import dev.almanac.terminal.calendar.Weeks;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What has to be known for what is shown. */
public final class Needs {
    /** The services answer 31 days of 24 hours at once, and 31 local days may have an hour more. */
    private static final int LISTED_DAYS = 30;

    private Needs() {}

    static List<Question> of(Board board) {
        Place place = board.place();
        List<Question> needs = new ArrayList<>();
        switch (place.view()) {
            case MONTH -> {
                needs.add(new CountsOf(place.month(), place.zone(), board.filter()));
                needs.add(diaryOf(place, board.filter()));
            }
            case WEEK, DAY, LIST -> needs.add(diaryOf(place, board.filter()));
            case FOUND -> needs.add(new Search(board.words()));
            case MISSED -> needs.add(new MissedRuns());
            case CONFLICTS -> {
                needs.add(new OpenConflicts(place.zone()));
                board.known().explained().ifPresent(one -> needs.add(new ConflictOf(one.id(), place.zone())));
            }
        }
        return needs;
    }

    /** Also what does not change with the place. */
    static List<Question> allOf(Board board) {
        List<Question> needs = new ArrayList<>(of(board));
        needs.add(new Lanes());
        needs.add(new Attention());
        return needs;
    }

    static DiaryOf diaryOf(Place place, Filter filter) {
        LocalDate date = place.date();
        return switch (place.view()) {
            case MONTH, DAY, FOUND, MISSED, CONFLICTS -> days(date, 1, place.zone(), filter);
            case WEEK -> days(Weeks.firstDayOf(date), Weeks.daysOf(date).size(), place.zone(), filter);
            case LIST -> days(date, LISTED_DAYS, place.zone(), filter);
        };
    }

    private static DiaryOf days(LocalDate first, int count, ZoneId zone, Filter filter) {
        TimeSlot slot =
                new TimeSlot(new LocalDay(first, zone).start(), new LocalDay(first.plusDays(count), zone).start());
        return new DiaryOf(slot, zone, filter);
    }
}
