package dev.almanac.events.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.almanac.events.feed.FeedChange.CalendarEntryPublished;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an entry of a provider may say. */
class FeedChangeTest {
    private static final String LEAST = """
            {"entryType":"journal","entryId":"7","sequence":0,"ownerId":"clara","title":"A walk",
             "startDateTime":"2026-03-02T09:00:00Z","endDateTime":"2026-03-02T09:00:00Z","visibility":"PRIVATE"}""";

    @Test
    void an_entry_needs_no_more_than_who_what_and_when() {
        CalendarEntryPublished entry = read(entry());
        assertThat(entry.subject()).isEqualTo("journal:7");
        assertThat(entry.attachments()).isEmpty();
        assertThat(entry.coversDays()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entryType",
                "entryId",
                "sequence",
                "ownerId",
                "title",
                "startDateTime",
                "endDateTime",
                "visibility"
            })
    void what_an_entry_cannot_be_without_is_missed(String field) {
        ObjectNode without = entry();
        without.remove(field);
        refuses(without, field);
        refuses(entry().putNull(field), field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entryType|event",
                "entryType|Journal",
                "entryType|a:b",
                "entryType|a-word-of-more-than-thirty-two-letters",
                "entryId|a/b",
                "entryId|a b",
                "entryId|''",
                "ownerId|' '",
                "siteId|''",
                "assetId|' '",
                "title|' '",
                "description|''",
                "startDateTime|2026-03-02",
                "startDateTime|+12026-03-02T09:00:00Z",
                "endDateTime|2026-03-02T08:59:59Z",
                "endDateTime|2027-03-04T09:00:00Z",
                "timeZone|'Middle Earth'",
                "allDay|perhaps",
                "status|done",
                "visibility|SECRET",
                "url|javascript:alert(1)",
                "url|/journal/7",
                "titel|A walk",
                "position|3"
            })
    void a_field_beyond_its_bound_makes_an_entry_unreadable(String field, String value) {
        refuses(entry().put(field, value), field.equals("allDay") ? "Boolean" : field);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1L << 53})
    void a_sequence_is_a_number_that_every_reader_counts_exactly(long sequence) {
        refuses(entry().put("sequence", sequence), "sequence");
    }

    @Test
    void texts_lists_and_links_are_bounded() {
        refuses(entry().put("entryId", "x".repeat(151)), "entryId");
        refuses(entry().put("ownerId", "x".repeat(201)), "ownerId");
        refuses(entry().put("title", "x".repeat(201)), "title");
        refuses(entry().put("title", "a\u0007b"), "title");
        refuses(entry().put("description", "x".repeat(5001)), "description");
        refuses(entry().put("url", "https://a.test/" + "x".repeat(2000)), "url");
        refuses(with("participants", 51, i -> "p" + i), "participants");
        refuses(with("participants", 2, _ -> "ben"), "participants");
        refuses(attached(51), "attachments");
        assertThat(read(attached(50)).attachments()).hasSize(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attachmentId|a/b",
                "name|' '",
                "mediaType|JPEG",
                "sizeBytes|-1",
                "url|file:///etc/passwd",
                "thumbnailUrl|//media.test/1",
                "sha256|9F86",
                "latitude|91",
                "longitude|-181",
                "quality|1.5",
                "takenAt|yesterday",
                "exif|none"
            })
    void an_attachment_beyond_its_bounds_makes_an_entry_unreadable(String field, String value) {
        ObjectNode entry = attached(1);
        ((ObjectNode) entry.path("attachments").path(0)).put(field, value);
        refuses(entry, field);
    }

    @Test
    void a_place_has_two_coordinates_and_an_attachment_an_id_of_its_own() {
        ObjectNode entry = attached(1);
        ((ObjectNode) entry.path("attachments").path(0)).remove("longitude");
        refuses(entry, "longitude");
        ObjectNode twice = attached(2);
        ((ObjectNode) twice.path("attachments").path(1)).put("attachmentId", "a0");
        refuses(twice, "attachments");
    }

    @Test
    void a_private_entry_tells_its_owner_alone_and_others_when_it_is() {
        ObjectNode json = attached(2).put("description", "By the lake").put("url", "https://journal.test/7");
        CalendarEntryPublished entry = read(json.put("status", "DRAFT").put("siteId", "hall"));
        assertThat(entry.tells("clara")).isTrue();
        assertThat(entry.tells("ben")).isFalse();
        CalendarEntryPublished hidden = entry.hidden();
        assertThat(hidden.title()).isEqualTo("Private");
        assertThat(hidden.slot()).isEqualTo(entry.slot());
        assertThat(new String(ChangeJson.write(hidden), UTF_8))
                .doesNotContain("lake", "journal.test", "DRAFT", "A walk", "media.test");
    }

    @Test
    void a_withdrawal_names_its_entry() {
        Schema schema = Schema.of(FeedChange.CalendarEntryWithdrawn.class);
        assertThat(catchThrowable(
                        () -> ChangeJson.read("{\"entryType\":\"task\",\"entryId\":\"1\"}".getBytes(UTF_8), schema)))
                .hasMessageContaining("sequence");
        assertThat(ChangeJson.read("{\"entryType\":\"task\",\"entryId\":\"1\",\"sequence\":2}".getBytes(UTF_8), schema)
                        .subject())
                .isEqualTo("task:1");
    }

    @Test
    void an_instant_of_an_entry_lies_in_a_year_of_four_digits() {
        assertThat(read(entry().put("startDateTime", "0001-01-01T00:00:00Z").put("endDateTime", "0001-01-02T00:00:00Z"))
                        .startDateTime())
                .isEqualTo(Instant.parse("0001-01-01T00:00:00Z"));
    }

    private static ObjectNode entry() {
        return (ObjectNode) ChangeJson.mapper().readTree(LEAST);
    }

    private static ObjectNode with(String list, int count, IntFunction<String> one) {
        ObjectNode entry = entry();
        ArrayNode values = entry.putArray(list);
        IntStream.range(0, count).mapToObj(one).forEach(values::add);
        return entry;
    }

    private static ObjectNode attached(int count) {
        ObjectNode entry = entry();
        ArrayNode attachments = entry.putArray("attachments");
        for (int i = 0; i < count; i++) {
            attachments
                    .addObject()
                    .put("attachmentId", "a" + i)
                    .put("name", "photo.jpg")
                    .put("mediaType", "image/jpeg")
                    .put("url", "https://media.test/" + i)
                    .put("latitude", 52.5)
                    .put("longitude", 13.4);
        }
        return entry;
    }

    private static void refuses(ObjectNode json, String named) {
        assertThat(catchThrowable(() -> read(json)))
                .as("%s", json)
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining(named);
    }

    private static CalendarEntryPublished read(ObjectNode json) {
        return (CalendarEntryPublished)
                ChangeJson.read(json.toString().getBytes(UTF_8), Schema.of(CalendarEntryPublished.class));
    }
}
