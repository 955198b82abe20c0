package dev.almanac.terminal.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.almanac.terminal.board.Board;
import dev.almanac.terminal.board.Overlay;
import dev.almanac.terminal.board.Place;
import dev.almanac.terminal.board.Target;
import dev.almanac.terminal.board.View;
import dev.almanac.terminal.calendar.Answer.Explained;
import dev.almanac.terminal.calendar.Filter;
import dev.almanac.terminal.calendar.Forecast;
import dev.almanac.terminal.calendar.Forecast.Outcome;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Lane;
import dev.almanac.terminal.calendar.Question.ConflictOf;
import dev.almanac.terminal.forms.BookDialog;
import dev.almanac.terminal.forms.Confirmation;
import dev.almanac.terminal.forms.FilterDialog;
import dev.almanac.terminal.forms.Foresight;
import dev.almanac.terminal.forms.MoveDialog;
import dev.almanac.terminal.screen.Canvas;
import dev.almanac.terminal.screen.Size;
import dev.almanac.terminal.text.Columns;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FrameTest {
    private static final Size SMALL = new Size(24, 80);

    static Stream<Arguments> screens() {
        return Stream.of(SMALL, new Size(40, 120), new Size(60, 200))
                .flatMap(size -> Stream.of(View.values()).map(view -> arguments(view, size)));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void every_view_looks_as_it_should_in_every_size(View view, Size size) throws IOException {
        Board board = Season.board(view);
        Board chosen = board.at(board.place().choosing(Season.CONCERT.id()));

        Golden.assertLooksLike(
                view.name().toLowerCase(Locale.ROOT) + "-" + size.columns() + "x" + size.rows(),
                Frame.of(chosen, size).canvas());
    }

    @Test
    void a_conflict_is_explained_with_its_ways_out() throws IOException {
        Board board = Season.board(View.CONFLICTS);
        Board explained = board.with(
                board.known().told(new ConflictOf("conflict", Season.VIENNA), new Explained(Season.CONFLICT)));

        Golden.assertLooksLike("conflict-80x24", Frame.of(explained, SMALL).canvas());
    }

    @Test
    void the_help_names_all_keys() throws IOException {
        Board board = Season.board(View.MONTH);

        Golden.assertLooksLike(
                "help-80x24", Frame.of(board.under(new Overlay.Help()), SMALL).canvas());
    }

    @Test
    void details_say_everything() throws IOException {
        Board board = Season.board(View.DAY);

        Golden.assertLooksLike(
                "details-80x24",
                Frame.of(board.under(new Overlay.Details(Season.ITEMS.get(3))), SMALL)
                        .canvas());
    }

    @Test
    void a_move_that_would_be_refused_says_who_is_in_the_way() throws IOException {
        MoveDialog dialog = MoveDialog.of(Season.CONCERT, Season.MONDAY.atTime(12, 30), Season.VIENNA, Season.MONDAY);
        Forecast refused = new Forecast(
                Outcome.REFUSED,
                List.of(
                        "The calendar admits 1 at once, and is full in this slot.",
                        "In the way: Banquet, Mon 3 Jun 12:00–15:00"));
        MoveDialog told = dialog.with(new Foresight(dialog.command(), Optional.of(refused)));

        Golden.assertLooksLike("move-80x24", drawn(Season.board(View.DAY).under(new Overlay.Asking(told))));
    }

    @Test
    void a_new_event_is_filled_in() throws IOException {
        BookDialog dialog = BookDialog.of(
                List.of(new Lane("hall", "Great Hall", false)),
                "",
                Season.MONDAY.atTime(9, 0),
                Season.VIENNA,
                Season.MONDAY);

        Golden.assertLooksLike("new-80x24", drawn(Season.board(View.DAY).under(new Overlay.Asking(dialog))));
    }

    @Test
    void a_removal_asks_for_a_reason_and_of_a_series_for_how_much() throws IOException {
        Confirmation dialog = Confirmation.ofRemoval(Season.REHEARSAL, Season.VIENNA);

        Golden.assertLooksLike("remove-80x24", drawn(Season.board(View.DAY).under(new Overlay.Asking(dialog))));
    }

    @Test
    void many_calendars_are_chosen_from_a_list_that_moves() throws IOException {
        List<Lane> lanes = IntStream.range(0, 40)
                .mapToObj(index -> new Lane("id-" + index, "Calendar " + index, index % 4 == 3))
                .toList();
        FilterDialog dialog = FilterDialog.of(lanes, Filter.ALL);

        Golden.assertLooksLike(
                "filter-80x24",
                drawn(Season.board(View.DAY)
                        .under(new Overlay.Asking(dialog.with(dialog.form().focusedOn(30))))));
    }

    @Test
    void a_day_of_hundreds_shows_what_is_chosen() throws IOException {
        Board board = Season.board(View.DAY, Season.crowd(300));

        Golden.assertLooksLike("crowd-80x24", drawn(board.at(board.place().choosing("item-200"))));
    }

    @Test
    void nothing_is_said_to_be_nothing() throws IOException {
        Golden.assertLooksLike("empty-list-80x24", drawn(Season.board(View.LIST, List.of())));
    }

    @Test
    void a_day_has_as_many_hours_as_its_clock_shows() {
        assertThat(day(LocalDate.of(2030, 3, 31), 60).text())
                .contains("23 hours")
                .contains(" 01:00")
                .doesNotContain(" 02:00");
        assertThat(day(LocalDate.of(2030, 10, 27), 60).text())
                .contains("25 hours")
                .contains("02:00 +02:00")
                .contains("02:00 +01:00");
    }

    @Test
    void no_screen_is_wider_than_the_terminal() {
        for (View view : View.values()) {
            Canvas canvas = drawn(Season.board(view));
            for (int row = 0; row < SMALL.rows(); row++) {
                assertThat(Columns.of(canvas.line(row))).isLessThanOrEqualTo(SMALL.columns());
            }
        }
    }

    @Test
    void a_terminal_that_is_too_small_is_told_so() {
        assertThat(Frame.of(Season.board(View.DAY), new Size(10, 40)).canvas().text())
                .contains("Too small: 40×10.")
                .contains("80×24 is needed.");
        assertThat(Frame.of(Season.board(View.DAY), new Size(1, 1)).canvas().text())
                .isNotEmpty();
    }

    @Test
    void what_lies_below_the_mouse_is_known() {
        Sheet month = Frame.of(Season.board(View.MONTH), SMALL);
        Board evening = Season.board(View.DAY);
        Sheet day = Frame.of(evening.at(evening.place().choosing(Season.CONCERT.id())), SMALL);
        int concert = row(day.canvas(), "Concert");

        assertThat(month.at(5, 3)).isEqualTo(Target.date(Season.MONDAY));
        assertThat(day.at(concert, 40).itemId()).contains(Season.CONCERT.id());
        assertThat(day.at(concert, 40).time())
                .hasValueSatisfying(time -> assertThat(time.getHour()).isEqualTo(20));
        assertThat(day.at(0, 0)).isEqualTo(Target.NOTHING);
    }

    @Test
    void what_is_clicked_on_stays_where_it_is() {
        Board board = Season.board(View.DAY, Season.crowd(100));
        Sheet drawn = Frame.of(board.at(board.place().choosing("item-50")), SMALL);
        int row = row(drawn.canvas(), "Number 45");

        Board clicked = board.at(board.place().choosing("item-45")).scrolledTo(drawn.top());
        assertThat(drawn(clicked).line(row)).contains("Number 45");
        Board far = board.at(board.place().choosing("item-90")).scrolledTo(drawn.top());
        assertThat(drawn(far).text()).contains("Number 90");
    }

    @Test
    void control_characters_of_a_title_do_not_reach_the_terminal() {
        Item evil =
                Season.item("evil", "\u001b[2Jgone\u202e\u0007", "2030-06-03T09:00", "2030-06-03T10:00", "Hall", false);

        assertThat(drawn(Season.board(View.DAY, List.of(evil))).text())
                .contains("[2Jgone")
                .doesNotContain("\u001b", "\u202e", "\u0007");
    }

    private static Canvas day(LocalDate date, int rows) {
        Board board = Season.board(View.DAY, List.of());
        return Frame.of(board.at(Place.of(View.DAY, date, Season.VIENNA)), new Size(rows, 80))
                .canvas();
    }

    private static Canvas drawn(Board board) {
        return Frame.of(board, SMALL).canvas();
    }

    private static int row(Canvas canvas, String text) {
        return IntStream.range(0, canvas.size().rows())
                .filter(row -> canvas.line(row).contains(text))
                .findFirst()
                .orElseThrow();
    }
}
