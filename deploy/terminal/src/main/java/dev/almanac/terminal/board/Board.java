package dev.almanac.terminal.board;

import dev.almanac.terminal.calendar.Diary;
import dev.almanac.terminal.calendar.Filter;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Question;
import dev.almanac.terminal.forms.Dialog;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that is shown.
 *
 * @param words that were searched for
 * @param row which conflict is chosen
 * @param sending how many commands are on their way
 * @param asked what was not answered yet
 */
public record Board(
        Place place,
        Filter filter,
        Known known,
        String words,
        int row,
        Overlay overlay,
        Note note,
        Link link,
        LocalDate today,
        int sending,
        Set<Question> asked,
        Held held) {

    public Board {
        asked = Set.copyOf(asked);
    }

    public static Board at(Place place, Filter filter, LocalDate today) {
        return new Board(
                place,
                filter,
                Known.nothing(place.month()),
                "",
                0,
                new Overlay.None(),
                Note.NOTHING,
                Link.CONNECTING,
                today,
                0,
                Set.of(),
                Held.NOTHING);
    }

    public ZoneId zone() {
        return place.zone();
    }

    public boolean isBusy() {
        return sending > 0 || !asked.isEmpty();
    }

    /** What keys walk through, in the order in which it is shown. */
    public List<Item> listed() {
        return switch (place.view()) {
            case MONTH, WEEK, DAY -> known.diary().on(place.date(), zone());
            case LIST -> known.diary().items();
            case FOUND, MISSED -> known.found().items();
            case CONFLICTS -> List.of();
        };
    }

    public Optional<Item> chosen() {
        return shownDiary().find(place.itemId());
    }

    private Diary shownDiary() {
        return place.view() == View.FOUND || place.view() == View.MISSED ? known.found() : known.diary();
    }

    public Optional<Dialog> dialog() {
        return overlay instanceof Overlay.Asking(var dialog) ? Optional.of(dialog) : Optional.empty();
    }

    public Board scrolledTo(int row) {
        return at(place.from(row));
    }

    /** What is known of where it was is shown until what is there is known. */
    public Board at(Place other) {
        boolean elsewhere = !Needs.diaryOf(other, filter).equals(Needs.diaryOf(place, filter));
        Known kept = elsewhere ? known.withoutDiary() : known;
        return new Board(other, filter, kept, words, row, overlay, note, link, today, sending, asked, held);
    }

    Board with(Filter other) {
        return new Board(place, other, known, words, row, overlay, note, link, today, sending, asked, held);
    }

    public Board with(Known other) {
        return new Board(place, filter, other, words, row, overlay, note, link, today, sending, asked, held);
    }

    Board searching(String other) {
        return new Board(place, filter, known, other, row, overlay, note, link, today, sending, asked, held);
    }

    Board onRow(int other) {
        int last = Math.max(0, known.conflicts().size() - 1);
        int within = Math.clamp(other, 0, last);
        return new Board(place, filter, known, words, within, overlay, note, link, today, sending, asked, held);
    }

    public Board under(Overlay other) {
        return new Board(place, filter, known, words, row, other, note, link, today, sending, asked, held);
    }

    Board under(Dialog dialog) {
        return under(new Overlay.Asking(dialog));
    }

    Board uncovered() {
        return under(new Overlay.None());
    }

    public Board with(Note other) {
        return new Board(place, filter, known, words, row, overlay, other, link, today, sending, asked, held);
    }

    public Board with(Link other) {
        return new Board(place, filter, known, words, row, overlay, note, other, today, sending, asked, held);
    }

    Board on(LocalDate date) {
        return new Board(place, filter, known, words, row, overlay, note, link, date, sending, asked, held);
    }

    Board sending(int more) {
        return new Board(place, filter, known, words, row, overlay, note, link, today, sending + more, asked, held);
    }

    Board asking(Question question) {
        Set<Question> more = new HashSet<>(asked);
        more.removeIf(other -> other.getClass() == question.getClass());
        more.add(question);
        return new Board(place, filter, known, words, row, overlay, note, link, today, sending, more, held);
    }

    Board answered(Question question) {
        Set<Question> less = new HashSet<>(asked);
        less.remove(question);
        return new Board(place, filter, known, words, row, overlay, note, link, today, sending, less, held);
    }

    Board holding(Held other) {
        return new Board(place, filter, known, words, row, overlay, note, link, today, sending, asked, other);
    }
}
