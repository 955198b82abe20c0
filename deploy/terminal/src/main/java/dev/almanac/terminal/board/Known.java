package dev.almanac.terminal.board;

import dev.almanac.terminal.calendar.Answer;
import dev.almanac.terminal.calendar.Answer.Conflicts;
import dev.almanac.terminal.calendar.Answer.Counts;
import dev.almanac.terminal.calendar.Answer.Entries;
import dev.almanac.terminal.calendar.Answer.Explained;
import dev.almanac.terminal.calendar.Answer.LanesKnown;
import dev.almanac.terminal.calendar.Answer.Last;
import dev.almanac.terminal.calendar.Answer.Waiting;
import dev.almanac.terminal.calendar.Conflict;
import dev.almanac.terminal.calendar.Diary;
import dev.almanac.terminal.calendar.Lane;
import dev.almanac.terminal.calendar.MonthCounts;
import dev.almanac.terminal.calendar.Question;
import dev.almanac.terminal.calendar.Question.MissedRuns;
import dev.almanac.terminal.calendar.Question.Search;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What the services have told so far.
 *
 * @param truncated the diary has more than is kept
 * @param found what may be at any time: by words, or because it was missed
 * @param explained the conflict that was asked about
 */
public record Known(
        List<Lane> lanes,
        MonthCounts counts,
        Diary diary,
        boolean truncated,
        Diary found,
        List<Conflict> conflicts,
        Optional<Conflict> explained,
        Waiting waiting) {

    public Known {
        lanes = List.copyOf(lanes);
        conflicts = List.copyOf(conflicts);
    }

    public static Known nothing(YearMonth month) {
        return new Known(
                List.of(),
                MonthCounts.none(month),
                Diary.EMPTY,
                false,
                Diary.EMPTY,
                List.of(),
                Optional.empty(),
                new Waiting(0, 0));
    }

    public Known told(Question question, Answer answer) {
        return switch (answer) {
            case LanesKnown(var told) ->
                new Known(told, counts, diary, truncated, found, conflicts, explained, waiting);
            case Counts(var told) -> new Known(lanes, told, diary, truncated, found, conflicts, explained, waiting);
            case Entries(var told, var more) ->
                isOfAnyTime(question)
                        ? new Known(lanes, counts, diary, truncated, told, conflicts, explained, waiting)
                        : new Known(lanes, counts, told, more, found, conflicts, explained, waiting);
            case Conflicts(var told) -> new Known(lanes, counts, diary, truncated, found, told, explained, waiting);
            case Explained(var told) ->
                new Known(lanes, counts, diary, truncated, found, conflicts, Optional.of(told), waiting);
            case Waiting told -> new Known(lanes, counts, diary, truncated, found, conflicts, explained, told);
            case Last _ -> this;
        };
    }

    private static boolean isOfAnyTime(Question question) {
        return question instanceof Search || question instanceof MissedRuns;
    }

    public Known unexplained() {
        return new Known(lanes, counts, diary, truncated, found, conflicts, Optional.empty(), waiting);
    }

    /** What is told of another place is not shown at this one. */
    Known withoutDiary() {
        return new Known(lanes, counts, Diary.EMPTY, false, found, conflicts, explained, waiting);
    }
}
