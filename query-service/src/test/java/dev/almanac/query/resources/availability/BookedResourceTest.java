package dev.almanac.query.resources.availability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.query.events.EntryView;
import dev.almanac.query.lanes.Buffers;
import dev.almanac.query.resources.ResourceView;
import dev.almanac.query.resources.UnavailablePeriod;
import dev.almanac.query.resources.booked.BookedResource;
import dev.almanac.web.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BookedResourceTest {
    private static final UnavailablePeriod REPAIR =
            new UnavailablePeriod("out", at("13:00"), at("14:00"), "repair", "ana");

    @Test
    void sch_030_a_resource_is_to_be_had_unless_something_is_in_the_way() {
        TimeSlot morning = slot("00:00", "12:45");
        assertThat(beamer(null).obstacle(morning)).isEmpty();
        assertThat(beamer(null).free().isFree(morning)).isTrue();
    }

    @Test
    void sch_032_a_check_keeps_fifteen_minutes_to_other_claims_unless_told_otherwise() {
        assertThat(wish(null).buffer()).isEqualTo(Duration.ofMinutes(15));
        assertThat(wish(0).buffer()).isZero();

        BookedResource beamer = beamer(null, slot("10:00", "11:00"));
        assertThat(reason(beamer, slot("09:00", "09:45"))).isNull();
        assertThat(reason(beamer, slot("09:00", "09:46"))).isEqualTo("Less than 15 minutes from Talk");
        assertThat(reason(beamer, slot("11:15", "12:00"))).isNull();
        assertThat(reason(beamer, slot("11:14", "12:00"))).isEqualTo("Less than 15 minutes from Talk");
    }

    @Test
    void sch_032_a_resource_that_needs_a_longer_buffer_keeps_its_own() {
        assertThat(beamer(60, slot("10:00", "11:00")).obstacle(slot("11:45", "12:00")))
                .isPresent();
        assertThat(beamer(5, slot("10:00", "11:00")).obstacle(slot("11:10", "12:00")))
                .isPresent();
    }

    @Test
    void what_is_in_the_way_is_told_before_what_only_comes_too_close() {
        BookedResource beamer = beamer(null, slot("10:00", "11:00"));
        assertThat(reason(beamer, slot("10:30", "14:00"))).isEqualTo("Marked unavailable: repair");
        assertThat(reason(beamer, slot("10:30", "12:50"))).isEqualTo("Already booked for Talk");
        assertThat(reason(beamer, slot("12:00", "12:50")))
                .isEqualTo("Less than 15 minutes before it is marked unavailable: repair");
        assertThat(beamer.obstacle(slot("10:30", "11:00"))
                        .map(it -> it.reason(slot("10:30", "11:00"), Duration.ofMinutes(15), null)))
                .hasValue("Already booked");
    }

    @Test
    void right_after_an_outage_a_resource_is_to_be_had() {
        assertThat(reason(beamer(null), slot("14:00", "15:00"))).isNull();
        assertThat(reason(beamer(null, slot("15:10", "16:00")), slot("14:00", "15:00")))
                .isEqualTo("Less than 15 minutes from Talk");
    }

    @Test
    void a_slot_is_free_where_nothing_is_in_its_way() {
        BookedResource beamer = beamer(null, slot("10:00", "11:00"), slot("11:05", "12:00"));
        for (int minute = 0; minute < 15 * 60; minute++) {
            Instant start = at("00:00").plus(Duration.ofMinutes(minute));
            TimeSlot asked = new TimeSlot(start, start.plus(Duration.ofMinutes(40)));
            assertThat(beamer.free().isFree(asked))
                    .isEqualTo(beamer.obstacle(asked).isEmpty());
        }
    }

    @Test
    void sch_034_every_slot_that_is_offered_passes_the_check() {
        Random random = new Random(34);
        for (int round = 0; round < 200; round++) {
            TimeSlot[] bookings = Stream.generate(() -> at("00:00").plus(Duration.ofMinutes(random.nextInt(24 * 60))))
                    .limit(random.nextInt(8))
                    .map(start -> new TimeSlot(start, start.plus(Duration.ofMinutes(15 + random.nextInt(120)))))
                    .toArray(TimeSlot[]::new);
            BookedResource beamer = beamer(random.nextInt(60), bookings);
            TimeSlot day = new TimeSlot(at("00:00").plus(Duration.ofMinutes(random.nextInt(60))), at("23:00"));
            Duration length = Duration.ofMinutes(15 + random.nextInt(180));
            assertThat(Stream.concat(beamer.free().slots(day, length).stream(), beamer.free().stretches(day).stream()))
                    .allSatisfy(slot -> assertThat(beamer.obstacle(slot)).isEmpty());
        }
    }

    private static RequestedSlot wish(@Nullable Integer bufferMinutes) {
        return RequestedSlot.of(
                new Fields(), at("09:00").toString(), at("10:00").toString(), null, bufferMinutes, null);
    }

    private static @Nullable String reason(BookedResource booked, TimeSlot asked) {
        return booked.obstacle(asked)
                .map(obstacle -> obstacle.reason(asked, booked.buffer(), "Talk"))
                .orElse(null);
    }

    private static BookedResource beamer(@Nullable Integer bufferMinutes, TimeSlot... bookings) {
        ResourceView resource = new ResourceView(
                "beamer",
                1,
                new ResourceProfile("Beamer", ResourceType.EQUIPMENT, null, null, bufferMinutes),
                List.of(REPAIR),
                at("00:00"));
        return new BookedResource(
                resource,
                Buffers.of(resource.profile(), Duration.ofMinutes(15)),
                Stream.of(bookings)
                        .map(slot -> new EntryView(
                                "talk", "talk", "hall", slot.start(), slot.end(), false, List.of(), List.of()))
                        .toList());
    }

    private static TimeSlot slot(String start, String end) {
        return new TimeSlot(at(start), at(end));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }
}
