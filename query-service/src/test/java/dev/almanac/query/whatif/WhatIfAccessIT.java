package dev.almanac.query.whatif;

import static dev.almanac.query.support.RealParts.COMMANDS;
import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.calendar;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.SeriesKind;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.support.HallAndVault;
import dev.almanac.query.support.HallAndVault.Relation;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.RuleExamples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

/** What a rehearsal would collide with, for those who may know. */
@OnRealParts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfAccessIT {
    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    private HallAndVault rooms;

    @BeforeAll
    void open() {
        rooms = new HallAndVault(feeder, api);
    }

    @Test
    void what_if_counts_what_would_conflict_and_names_nothing_that_is_hidden() {
        Instant start = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.DAYS);
        String cellar = UUID.randomUUID().toString();
        feeder.store(calendar(cellar, "Cellar", rooms.id("rudi")));
        feeder.store(RuleExamples.queued(rooms.id("in-the-cellar"), cellar, "0 4 * * *", rooms.id("rudi")));
        Instant four = start.plus(Duration.ofHours(4));
        LocalDateTime nominal = LocalDateTime.ofInstant(four, ZoneOffset.UTC);
        feeder.derive(new OccurrencesMaterialised(
                rooms.id("in-the-cellar"),
                SeriesKind.RULE,
                0,
                nominal.toLocalDate(),
                cellar,
                List.of(),
                List.of(new MaterialisedOccurrence(
                        rooms.id("in-the-cellar") + "@"
                                + start.toString().replaceAll("[-:]", "").substring(0, 9) + "040000",
                        nominal,
                        four,
                        four.plusSeconds(60),
                        false))));
        Booking booking = new Booking(cellar, start, start.plus(Duration.ofDays(1)), "UTC", null);
        COMMANDS.rehearses(new EventScheduledOnCalendar(
                rooms.id("imagined"), booking, Examples.details("Imagined"), ScheduleStatus.SCHEDULED, "somebody"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> whatIf("mona", "manager")
                        .jsonPath("$.detected.length()")
                        .isEqualTo(1));
        whatIf(rooms.subject(Relation.VIEW), "staff")
                .jsonPath("$.detected.length()")
                .isEqualTo(1)
                .jsonPath("$.detected[0].scheduledEventId")
                .isEqualTo(rooms.id("imagined"))
                .jsonPath("$.detected[0].scheduledEventTitle")
                .isEqualTo("Imagined")
                .jsonPath("$.detected[0].conflictingEventId")
                .doesNotExist()
                .jsonPath("$.detected[0].conflictingEventTitle")
                .doesNotExist();
        whatIf(rooms.id("rudi"), "staff")
                .jsonPath("$.detected[0].conflictingEventTitle")
                .isEqualTo("Backup");
    }

    private BodyContentSpec whatIf(String subject, String role) {
        return rooms.as(subject, role)
                .http()
                .post()
                .uri("/what-if")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("commands", List.of()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
