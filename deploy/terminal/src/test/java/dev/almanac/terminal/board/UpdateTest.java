package dev.almanac.terminal.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.terminal.board.Effect.Ask;
import dev.almanac.terminal.board.Effect.Foresee;
import dev.almanac.terminal.board.Effect.Leave;
import dev.almanac.terminal.board.Effect.Send;
import dev.almanac.terminal.calendar.Answer.Conflicts;
import dev.almanac.terminal.calendar.Answer.Entries;
import dev.almanac.terminal.calendar.Answer.Explained;
import dev.almanac.terminal.calendar.Answer.LanesKnown;
import dev.almanac.terminal.calendar.Answer.Last;
import dev.almanac.terminal.calendar.Command;
import dev.almanac.terminal.calendar.Command.BookEvent;
import dev.almanac.terminal.calendar.Command.PauseRule;
import dev.almanac.terminal.calendar.Command.RemoveEvent;
import dev.almanac.terminal.calendar.Command.RescheduleEvent;
import dev.almanac.terminal.calendar.Command.UndoChange;
import dev.almanac.terminal.calendar.Conflict;
import dev.almanac.terminal.calendar.ConflictLevel;
import dev.almanac.terminal.calendar.Diary;
import dev.almanac.terminal.calendar.Filter;
import dev.almanac.terminal.calendar.Forecast;
import dev.almanac.terminal.calendar.Forecast.Outcome;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Kind;
import dev.almanac.terminal.calendar.Lane;
import dev.almanac.terminal.calendar.Question;
import dev.almanac.terminal.calendar.Question.CountsOf;
import dev.almanac.terminal.calendar.Question.DiaryOf;
import dev.almanac.terminal.calendar.Suggestion;
import dev.almanac.terminal.calendar.TimeSlot;
import dev.almanac.terminal.calendar.Undoable;
import dev.almanac.terminal.forms.Foreseeing;
import dev.almanac.terminal.screen.Input.Gesture;
import dev.almanac.terminal.screen.Input.Pressed;
import dev.almanac.terminal.screen.Input.Typed;
import dev.almanac.terminal.screen.Key;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdateTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final LocalDate MONDAY = LocalDate.of(2030, 6, 3);
    private static final Item CONCERT = item("concert", Kind.BOOKING, "2030-06-03T20:00", "2030-06-03T22:00");
    private static final Item BACKUP = item("backup", Kind.RUN, "2030-06-03T02:00", "2030-06-03T02:00");
    private static final Failure FULL = new Failure("The calendar is full. In the way: Banquet.", true);

    private Board board = Board.at(Place.of(View.DAY, MONDAY, VIENNA), Filter.ALL, MONDAY.plusDays(2));
    private final List<Effect> effects = new ArrayList<>();

    @Test
    void what_is_shown_is_asked_for() {
        board = Board.at(Place.of(View.MONTH, MONDAY, VIENNA), Filter.ALL, MONDAY);
        step(Update.begin(board));

        assertThat(asked()).hasAtLeastOneElementOfType(CountsOf.class).hasAtLeastOneElementOfType(DiaryOf.class);
        assertThat(board.isBusy()).isTrue();
    }

    @Test
    void another_day_is_asked_for_and_what_is_told_of_the_first_comes_too_late() {
        begin();
        Question first = asked().getFirst();
        effects.clear();

        press(Key.RIGHT);
        assertThat(asked()).singleElement().isInstanceOf(DiaryOf.class);

        take(new Message.Told(first, new Entries(new Diary(List.of(CONCERT)), false)));
        assertThat(board.known().diary().items()).isEmpty();
    }

    @Test
    void arrows_walk_in_a_month_by_days_and_weeks() {
        board = Board.at(Place.of(View.MONTH, MONDAY, VIENNA), Filter.ALL, MONDAY.plusDays(2));
        press(Key.RIGHT);
        press(Key.DOWN);
        assertThat(board.place().date()).isEqualTo(MONDAY.plusDays(8));
        press(Key.PAGE_UP);
        assertThat(board.place().date()).isEqualTo(LocalDate.of(2030, 5, 11));
        type("t");
        assertThat(board.place().date()).isEqualTo(MONDAY.plusDays(2));
        press(Key.ENTER);
        assertThat(board.place().view()).isEqualTo(View.DAY);
        press(Key.ESCAPE);
        assertThat(board.place().view()).isEqualTo(View.MONTH);
    }

    @Test
    void in_a_list_the_first_is_chosen_and_keys_walk_to_the_next() {
        knowing(BACKUP, CONCERT);
        assertThat(board.chosen()).contains(BACKUP);
        press(Key.DOWN);
        assertThat(board.chosen()).contains(CONCERT);
        press(Key.DOWN);
        assertThat(board.chosen()).contains(CONCERT);
    }

    @Test
    void nothing_is_moved_before_it_was_said_what_that_would_do() {
        knowing(CONCERT);
        type("r");
        press(Key.TAB);
        type("12:30");
        Command command = lastForeseen();
        press(Key.ENTER);
        assertThat(sent()).isEmpty();

        take(new Message.Foreseen(command, new Forecast(Outcome.FREE, List.of("Free."))));
        press(Key.ENTER);

        assertThat(sent())
                .singleElement()
                .isInstanceOfSatisfying(
                        RescheduleEvent.class, move -> assertThat(move.start()).isEqualTo(MONDAY.atTime(12, 30)));
        take(new Message.Done(command));
        assertThat(board.overlay()).isInstanceOf(Overlay.None.class);
        assertThat(board.note().text()).contains("Moved concert");
        assertThat(asked()).hasAtLeastOneElementOfType(DiaryOf.class);
    }

    @Test
    void a_forecast_of_an_earlier_time_is_passed_over() {
        knowing(CONCERT);
        type("r");
        Command first = lastForeseen();
        press(Key.RIGHT);
        take(new Message.Foreseen(first, new Forecast(Outcome.FREE, List.of("Free."))));

        assertThat(foresight()).isEmpty();
    }

    @Test
    void what_would_be_refused_is_not_sent_unless_a_manager_says_why() {
        knowing(CONCERT);
        type("r");
        press(Key.RIGHT);
        take(new Message.Foreseen(lastForeseen(), new Forecast(Outcome.REFUSED, List.of("Full."))));
        press(Key.ENTER);
        assertThat(sent()).isEmpty();
        assertThat(board.note().text()).contains("would be refused");

        press(Key.TAB);
        press(Key.TAB);
        press(Key.TAB);
        type("gala");
        take(new Message.Foreseen(lastForeseen(), new Forecast(Outcome.WARNED, List.of("Nearly full."))));
        press(Key.ENTER);
        assertThat(sent())
                .singleElement()
                .isInstanceOfSatisfying(
                        RescheduleEvent.class,
                        move -> assertThat(move.override()).isEqualTo("gala"));
    }

    @Test
    void a_refusal_keeps_the_form_and_says_who_is_in_the_way() {
        knowing(CONCERT);
        type("r");
        press(Key.RIGHT);
        Command command = lastForeseen();
        take(new Message.Foreseen(command, new Forecast(Outcome.FREE, List.of("Free."))));
        press(Key.ENTER);
        take(new Message.NotDone(command, FULL));

        assertThat(board.dialog()).isPresent();
        assertThat(board.note().text()).contains("Banquet");
    }

    @Test
    void an_event_is_booked_on_a_calendar() {
        begin();
        take(new Message.Told(new Question.Lanes(), new LanesKnown(List.of(new Lane("hall", "Great Hall", false)))));
        type("n");
        type("Gala");
        take(new Message.Foreseen(lastForeseen(), new Forecast(Outcome.FREE, List.of("Free."))));
        press(Key.ENTER);

        assertThat(sent()).singleElement().isInstanceOfSatisfying(BookEvent.class, book -> {
            assertThat(book.calendarId()).isEqualTo("hall");
            assertThat(book.title()).isEqualTo("Gala");
            assertThat(book.start()).isEqualTo(MONDAY.atTime(9, 0));
        });
    }

    @Test
    void a_removal_bears_its_reason() {
        knowing(CONCERT);
        type("x");
        type("rain");
        press(Key.ENTER);

        assertThat(sent()).containsExactly(new RemoveEvent(CONCERT, Optional.empty(), "rain"));
    }

    @Test
    void the_last_change_is_taken_back_once_that_was_confirmed() {
        begin();
        Undoable change = new Undoable("change", "Event rescheduled: Concert", Instant.parse("2030-06-03T10:00:00Z"));
        type("u");
        take(new Message.Told(new Question.LastUndoable(), new Last(Optional.of(change))));
        assertThat(sent()).isEmpty();
        press(Key.ENTER);

        assertThat(sent()).containsExactly(new UndoChange(change));
    }

    @Test
    void a_rule_is_paused_by_its_run_and_an_event_has_none() {
        knowing(BACKUP, CONCERT);
        type("p");
        press(Key.ENTER);
        assertThat(sent()).containsExactly(new PauseRule(BACKUP, ""));
        take(new Message.Done(sent().getFirst()));
        press(Key.DOWN);
        type("R");
        assertThat(board.dialog()).isEmpty();
        assertThat(board.note().text()).contains("nothing to run now");
    }

    @Test
    void a_conflict_is_explained_and_ended_by_a_number() {
        begin();
        Conflict conflict = new Conflict(
                "id",
                "One",
                "Other",
                ConflictLevel.MODERATE,
                "STAFF_CONFLICT",
                "DETECTED",
                "",
                CONCERT.slot(),
                0,
                "why",
                List.of(new Suggestion("Move One", "{}")));
        type("c");
        take(new Message.Told(new Question.OpenConflicts(VIENNA), new Conflicts(List.of(conflict))));
        press(Key.ENTER);
        take(new Message.Told(new Question.ConflictOf("id", VIENNA), new Explained(conflict)));
        type("2");
        assertThat(board.dialog()).isEmpty();
        type("1");
        press(Key.ENTER);

        assertThat(sent())
                .containsExactly(new Command.ApplySuggestion(
                        conflict, conflict.suggestions().getFirst()));
    }

    @Test
    void an_item_that_is_dragged_to_another_hour_asks_before_it_moves() {
        knowing(CONCERT);
        take(new Message.PointedAt(
                Gesture.DOWN, Target.hour(MONDAY, LocalTime.of(20, 0)).with("concert")));
        take(new Message.PointedAt(Gesture.DRAG, Target.hour(MONDAY, LocalTime.of(15, 0))));
        assertThat(board.note().text()).isEqualTo("concert to Mon 3 Jun 15:00");
        take(new Message.PointedAt(Gesture.UP, Target.hour(MONDAY, LocalTime.of(15, 0))));

        assertThat(lastForeseen())
                .isInstanceOfSatisfying(
                        RescheduleEvent.class, move -> assertThat(move.start()).isEqualTo(MONDAY.atTime(15, 0)));
        assertThat(sent()).isEmpty();
    }

    @Test
    void a_click_chooses_and_moves_nothing() {
        knowing(BACKUP, CONCERT);
        take(new Message.PointedAt(
                Gesture.DOWN, Target.hour(MONDAY, LocalTime.of(20, 0)).with("concert")));
        take(new Message.PointedAt(Gesture.UP, Target.hour(MONDAY, LocalTime.of(19, 0))));

        assertThat(board.chosen()).contains(CONCERT);
        assertThat(board.dialog()).isEmpty();
    }

    @Test
    void a_change_made_elsewhere_is_read() {
        begin();
        effects.clear();
        take(new Message.Changed());

        assertThat(asked()).hasAtLeastOneElementOfType(DiaryOf.class);
    }

    @Test
    void after_the_link_was_lost_everything_is_read_again() {
        begin();
        take(new Message.LinkIs(Link.OFFLINE));
        effects.clear();
        take(new Message.LinkIs(Link.LIVE));

        assertThat(asked()).hasAtLeastOneElementOfType(DiaryOf.class);
    }

    @Test
    void a_search_is_a_list_that_leads_to_a_day() {
        begin();
        type("/");
        type("conc");
        press(Key.ENTER);
        assertThat(asked()).contains(new Question.Search("conc"));
        take(new Message.Told(new Question.Search("conc"), new Entries(new Diary(List.of(CONCERT)), false)));
        press(Key.ENTER);

        assertThat(board.place().view()).isEqualTo(View.DAY);
        assertThat(board.place().date()).isEqualTo(MONDAY);
        assertThat(board.place().itemId()).isEqualTo("concert");
    }

    @Test
    void q_leaves_but_not_while_somebody_types() {
        begin();
        type("/");
        type("q");
        assertThat(effects).doesNotHaveAnyElementsOfTypes(Leave.class);
        press(Key.ESCAPE);
        type("q");

        assertThat(effects).contains(new Leave());
    }

    private void begin() {
        step(Update.begin(board));
    }

    private void knowing(Item... items) {
        begin();
        Question diary =
                asked().stream().filter(DiaryOf.class::isInstance).findFirst().orElseThrow();
        take(new Message.Told(diary, new Entries(new Diary(List.of(items)), false)));
        effects.clear();
    }

    private void press(Key key) {
        take(new Message.Acted(new Pressed(key)));
    }

    private void type(String text) {
        text.codePoints().forEach(point -> take(new Message.Acted(new Typed(Character.toString(point)))));
    }

    private void take(Message message) {
        step(Update.of(board, message));
    }

    private void step(Step step) {
        board = step.board();
        effects.addAll(step.effects());
    }

    private List<Question> asked() {
        return effects.stream()
                .filter(Ask.class::isInstance)
                .map(effect -> ((Ask) effect).question())
                .toList();
    }

    private List<Command> sent() {
        return effects.stream()
                .filter(Send.class::isInstance)
                .map(effect -> ((Send) effect).command())
                .toList();
    }

    private Command lastForeseen() {
        return effects.stream()
                .filter(Foresee.class::isInstance)
                .map(effect -> ((Foresee) effect).command())
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private Optional<Forecast> foresight() {
        return board.dialog()
                .filter(Foreseeing.class::isInstance)
                .flatMap(dialog -> ((Foreseeing) dialog).foresight().forecast());
    }

    private static Item item(String id, Kind kind, String start, String end) {
        TimeSlot slot = new TimeSlot(instant(start), instant(end));
        return new Item(
                id,
                id,
                kind,
                slot,
                false,
                "hall",
                "Great Hall",
                "SCHEDULED",
                ConflictLevel.NONE,
                false,
                kind.isRun() ? "rule" : "",
                0);
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(VIENNA).toInstant();
    }
}
