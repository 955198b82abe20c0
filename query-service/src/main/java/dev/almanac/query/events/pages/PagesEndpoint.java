package dev.almanac.query.events.pages;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.activity.ViewType;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.conflicts.ConflictView;
import dev.almanac.query.conflicts.OpenConflicts;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.diary.Pairs;
import dev.almanac.query.diary.Slots;
import dev.almanac.query.events.Lanes;
import dev.almanac.query.http.Span;
import dev.almanac.recurrence.KnownZone;
import dev.almanac.web.Fields;
import dev.almanac.web.InvalidRequest;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Calendars")
@RequestMapping("/api/v1/calendar")
class PagesEndpoint {
    /** More are not counted. */
    private static final int CONFLICTS_MAX = 10_000;

    private static final int CALENDARS_MAX = 100;
    /** A month more at either end would be beyond the instants that can be written. */
    private static final int FIRST_YEAR = 2;

    private static final int LAST_YEAR = 9998;
    private static final int MONTHS = 12;
    private static final String CALENDARS =
            "Only of these, at most 100; all that the caller may see, where none is named";
    private static final String ZONE =
            "Whose days these are: unless asked otherwise the calendar's, if one is named, or UTC";

    private final VisibleViews visible;
    private final Slots slots;
    private final Pairs pairs;

    PagesEndpoint(VisibleViews visible, Slots slots, Pairs pairs) {
        this.visible = visible;
        this.slots = slots;
        this.pairs = pairs;
    }

    @GetMapping("/{year}/{month}")
    @Operation(
            operationId = "getMonthPage",
            summary = "A month over several calendars: per day how many events of each category, open conflicts, and"
                    + " companions that do not take place although their primary does",
            description =
                    "Events and occurrences of series; runs of rules are in GET /schedules/window. More than 10000 in a"
                            + " month are refused: name calendars.")
    Mono<MonthPage> month(
            @PathVariable int year,
            @PathVariable int month,
            @Parameter(description = ZONE) @RequestParam(required = false) @Nullable ZoneId timeZone,
            @Parameter(description = CALENDARS) @RequestParam(required = false) @Nullable List<String> calendarId) {
        Span span = Span.of(ViewType.MONTHLY, first(year, month));
        return page(span, timeZone, calendarId, zone -> diary -> MonthPage.of(span, zone, diary));
    }

    @GetMapping("/day/{date}")
    @Operation(
            operationId = "getDayPage",
            summary = "A day over several calendars: its events by category, each with the event that it goes with")
    Mono<DayPage> day(
            @PathVariable LocalDate date,
            @Parameter(description = ZONE) @RequestParam(required = false) @Nullable ZoneId timeZone,
            @Parameter(description = CALENDARS) @RequestParam(required = false) @Nullable List<String> calendarId) {
        Span span = new Span(date, date);
        return page(span, timeZone, calendarId, zone -> diary -> DayPage.of(span, zone, diary));
    }

    private <P> Mono<P> page(
            Span span,
            @Nullable ZoneId timeZone,
            @Nullable List<String> calendarIds,
            Function<ZoneId, Function<Diary, P>> rendered) {
        List<String> named = checked(calendarIds);
        return calendars(named).flatMap(calendars -> {
            ZoneId zone = Optional.ofNullable(timeZone).orElseGet(() -> zoneOf(calendars));
            List<String> lanes = named.isEmpty()
                    ? List.of(Lanes.ofEverything())
                    : named.stream().map(Lanes::ofCalendar).toList();
            return diary(lanes, span.whole(zone), zone)
                    .map(diary -> rendered.apply(zone).apply(diary));
        });
    }

    private Mono<Diary> diary(List<String> lanes, TimeSlot window, ZoneId zone) {
        return slots.in(lanes, window, zone)
                .flatMap(events -> Mono.zip(
                        conflicts(events),
                        pairs.of(events),
                        (conflicts, paired) -> new Diary(events, conflicts, paired)));
    }

    private Mono<List<ConflictView>> conflicts(List<EventItem> events) {
        return OpenConflicts.of(
                        visible.active(), events.stream().map(EventItem::id).toList())
                .distinct(ConflictView::id)
                .take(CONFLICTS_MAX)
                .collectList();
    }

    /** All that were named, or the first that is not to be seen is not found. */
    private Mono<List<CalendarView>> calendars(List<String> named) {
        return CalendarReads.of(visible.active())
                .byIds(named)
                .collectMap(CalendarView::id)
                .map(found -> named.stream().map(id -> one(found, id)).toList());
    }

    private static CalendarView one(Map<String, CalendarView> found, String id) {
        return Optional.ofNullable(found.get(id)).orElseThrow(() -> Rejected.nothing("calendar", id));
    }

    private static ZoneId zoneOf(List<CalendarView> calendars) {
        return calendars.size() == 1
                ? KnownZone.orUtc(calendars.getFirst().profile().timeZone())
                : ZoneOffset.UTC;
    }

    private static LocalDate first(int year, int month) {
        Fields fields = new Fields();
        int checkedYear = fields.range("year", year, year, FIRST_YEAR, LAST_YEAR);
        int checkedMonth = fields.range("month", month, month, 1, MONTHS);
        fields.check();
        return LocalDate.of(checkedYear, checkedMonth, 1);
    }

    private static List<String> checked(@Nullable List<String> calendarIds) {
        List<String> named = calendarIds == null
                ? List.of()
                : calendarIds.stream().distinct().toList();
        if (named.size() > CALENDARS_MAX) {
            throw InvalidRequest.of("calendarId", "at most " + CALENDARS_MAX);
        }
        return named;
    }
}
