package dev.almanac.local.story;

import static dev.almanac.local.story.Client.calendar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.almanac.client.commands.CommandsApi;
import dev.almanac.client.commands.CommandsApi.APIRescheduleEventRequest;
import dev.almanac.client.commands.CommandsApi.APIScheduleEventRequest;
import dev.almanac.client.commands.model.MoveAnswer;
import dev.almanac.client.commands.model.RescheduleRequest;
import dev.almanac.client.commands.model.ScheduleRequest;
import dev.almanac.client.commands.model.WriteAnswer;
import dev.almanac.client.queries.QueriesApi;
import dev.almanac.client.queries.QueriesApi.APIGetCalendarViewRequest;
import dev.almanac.client.queries.model.CalendarPage;
import dev.almanac.local.Suite;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** Another team books, moves and reads with the client that the OpenAPI documents generate. */
final class GeneratedClientStory {
    private final LocalDate day = LocalDate.now(Clock.systemUTC()).plusWeeks(7);
    private final OffsetDateTime nine = day.atTime(LocalTime.of(9, 0)).atOffset(ZoneOffset.UTC);

    void isToldBy(Suite suite) throws Exception {
        Client ana = new Client(suite, "ana", "manager");
        String studio = ana.create("/calendars", calendar("Generated studio", "VENUE", 1));
        Consumer<HttpRequest.Builder> asAna = request -> request.header("Authorization", "Bearer " + ana.token());
        CommandsApi commands = commands(suite, asAna);
        QueriesApi queries = queries(suite, asAna);

        WriteAnswer booked = commands.scheduleEvent(booking(studio, "Recording"));
        MoveAnswer moved = commands.rescheduleEvent(APIRescheduleEventRequest.newBuilder()
                .scheduleId(booked.getId())
                .rescheduleRequest(new RescheduleRequest()
                        .newStartDateTime(nine.plusHours(4).toString()))
                .build());
        assertThat(moved.getOldStartDateTime()).isEqualTo(nine);

        CalendarPage page = queries.getCalendarView(APIGetCalendarViewRequest.newBuilder()
                .calendarId(studio)
                .viewType("DAILY")
                .date(day)
                .afterPosition(String.valueOf(moved.getPosition()))
                .build());
        assertThat(page.getEvents()).singleElement().satisfies(event -> {
            assertThat(event.getTitle()).isEqualTo("Recording");
            assertThat(event.getStartDateTime()).isEqualTo(nine.plusHours(4));
        });

        commands.scheduleEvent(booking(studio, "Interview"));
        var refused = catchThrowableOfType(
                dev.almanac.client.commands.ApiException.class,
                () -> commands.scheduleEvent(booking(studio, "Another interview")));
        assertThat(refused.getCode()).isEqualTo(409);
        assertThat(refused.getResponseBody()).contains("slot-is-full");
    }

    private APIScheduleEventRequest booking(String calendarId, String title) {
        return APIScheduleEventRequest.newBuilder()
                .scheduleRequest(new ScheduleRequest()
                        .calendarId(calendarId)
                        .title(title)
                        .startDateTime(nine.toString())
                        .endDateTime(nine.plusHours(1).toString())
                        .timeZone("Europe/Vienna"))
                .build();
    }

    private static CommandsApi commands(Suite suite, Consumer<HttpRequest.Builder> as) {
        return new CommandsApi(new dev.almanac.client.commands.ApiClient(
                        HttpClient.newBuilder(),
                        dev.almanac.client.commands.ApiClient.createDefaultObjectMapper(),
                        suite.commandUrl())
                .setRequestInterceptor(as));
    }

    private static QueriesApi queries(Suite suite, Consumer<HttpRequest.Builder> as) {
        return new QueriesApi(new dev.almanac.client.queries.ApiClient(
                        HttpClient.newBuilder(),
                        dev.almanac.client.queries.ApiClient.createDefaultObjectMapper(),
                        suite.queryUrl())
                .setRequestInterceptor(as));
    }
}
