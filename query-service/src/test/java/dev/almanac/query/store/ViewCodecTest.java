package dev.almanac.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Draft;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.Companion;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.history.PublishedChange;
import dev.almanac.query.views.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;

class ViewCodecTest {
    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final EventDetails DETAILS =
            new EventDetails(null, "Core", null, null, null, 0, List.of(), List.of(), false);
    private final ViewCodec<ScheduleView> codec = ViewCodec.of(ScheduleView.class);

    @Test
    void companions_are_read_back_as_they_were_written() {
        Stored<ScheduleView> stored = stored(DETAILS.with(List.of(new Companion("supervisor", Duration.ofHours(2)))));
        assertThat(codec.decode(codec.encode(stored))).isEqualTo(stored);
    }

    @Test
    void bytes_are_read_as_a_tree_of_values_is() {
        Stored<ScheduleView> made = stored(DETAILS);
        Stored<ScheduleView> drafted =
                new Stored<>("core", 7, 8, made.view(), new Draft<>("again", 3, Objects.requireNonNull(made.view())));
        for (Stored<ScheduleView> stored : List.of(made, drafted, new Stored<ScheduleView>("core", 9, 10, null))) {
            BsonDocument document = codec.encode(stored).append("unknown", new BsonArray(List.of(new BsonInt32(1))));
            assertThat(codec.decode(document)).isEqualTo(stored);
            assertThat(codec.decode(new RawBsonDocument(document, new BsonDocumentCodec())))
                    .isEqualTo(stored);
        }
    }

    @Test
    void a_document_from_before_there_were_companions_has_none() {
        BsonDocument document = codec.encode(stored(DETAILS));
        document.getDocument("view").getDocument("details").remove("companions");
        assertThat(codec.decode(document)).isEqualTo(stored(DETAILS));
    }

    @Test
    void a_change_that_was_kept_before_there_were_revisions_has_none() {
        ViewCodec<PublishedChange> history = ViewCodec.of(PublishedChange.class);
        PublishedChange told = new PublishedChange(
                "change", "core", "ScheduleConfirmed.v1", "2", "{}", 1, 2, "ana", NINE, "cause", null, "corr");
        BsonDocument document = history.encode(new Stored<>("change", 1, 2, told));
        document.getDocument("view").remove("revision");
        assertThat(Objects.requireNonNull(history.decode(document).view()).revision())
                .isNull();
    }

    private static Stored<ScheduleView> stored(EventDetails details) {
        Booking booking = new Booking("hall", NINE, NINE.plusSeconds(3600), "UTC", null);
        return new Stored<>(
                "core",
                1,
                2,
                new ScheduleView(
                        "core",
                        0,
                        ScheduleStatus.SCHEDULED,
                        booking,
                        details,
                        List.of(),
                        List.of(),
                        NINE,
                        "ana",
                        NINE,
                        "ana",
                        NINE));
    }
}
