package dev.almanac.bench.write;

import dev.almanac.command.CommandServiceApplication;
import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.calendar.create.CreateCalendar;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Write;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.schedule.reschedule.RescheduleEvent;
import dev.almanac.command.schedule.schedule.ScheduleEvent;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.local.Suite;
import dev.almanac.local.postgres.Postgres;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The application as it is configured, and its commands as the endpoints send them, without HTTP. */
final class InProcess implements Target {
    private final Clock clock = Clock.systemUTC();
    private final ConfigurableApplicationContext application;
    private final Commands commands;

    InProcess(Suite suite, String databaseUrl) {
        application = SpringApplication.run(
                CommandServiceApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + databaseUrl,
                "--spring.datasource.username=" + Postgres.USER,
                "--spring.datasource.password=" + Postgres.PASSWORD,
                "--spring.kafka.bootstrap-servers=" + suite.kafkaServers(),
                "--almanac.security.issuer=" + suite.issuerUrl(),
                "--almanac.security.jwks-uri=" + suite.issuerUrl() + "/.well-known/jwks.json");
        commands = application.getBean(Commands.class);
        for (int calendar = 0; calendar < Slots.CALENDARS; calendar++) {
            create(SampleCommands.calendarId(calendar));
        }
    }

    void create(String calendarId) {
        CalendarProfile profile = new CalendarProfile(
                calendarId,
                null,
                CalendarType.DEPARTMENT,
                SampleCommands.CALLER,
                OwnerType.ORGANIZATION,
                SampleCommands.ZONE,
                Slots.CAPACITY,
                false);
        send(calendarId, new CreateCalendar(calendarId, profile, request()));
    }

    @Override
    public String schedule(int number) {
        return schedule(SampleCommands.calendarId(number), number, Slots.of(number));
    }

    String schedule(String calendarId, int number, TimeSlot slot) {
        String id = UUID.randomUUID().toString();
        send(
                id,
                new ScheduleEvent(
                        id,
                        SampleCommands.booking(calendarId, slot),
                        SampleCommands.details(number),
                        false,
                        List.of(),
                        Terms.STRICT,
                        null,
                        request()));
        return id;
    }

    @Override
    public void reschedule(String id, int number, Instant start) {
        send(id, new RescheduleEvent(id, null, start, null, null, null, false, false, null, request()));
    }

    /** A refusal is thrown. */
    private void send(String id, Command command) {
        commands.carryOut(Write.changing(id, command)).block();
    }

    private Request request() {
        return new Request(
                new Caller(SampleCommands.CALLER, Set.of(Role.MANAGER)),
                clock.instant(),
                null,
                UUID.randomUUID().toString());
    }

    JdbcTemplate jdbc() {
        return application.getBean(JdbcTemplate.class);
    }

    /** How many changes are not yet on Kafka. */
    double lag() {
        return application
                .getBean(MeterRegistry.class)
                .get("scheduling.publishing.lag")
                .gauge()
                .value();
    }

    @Override
    public void close() {
        application.close();
    }
}
