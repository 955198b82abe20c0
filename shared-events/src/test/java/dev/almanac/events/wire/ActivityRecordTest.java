package dev.almanac.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.activity.Activity;
import dev.almanac.events.activity.Activity.CalendarViewGenerated;
import dev.almanac.events.activity.Activity.CheckedResource;
import dev.almanac.events.activity.Activity.DailyScheduleExported;
import dev.almanac.events.activity.Activity.MonthlyScheduleExported;
import dev.almanac.events.activity.Activity.MultipleResourcesChecked;
import dev.almanac.events.activity.Activity.ResourceAvailabilityChecked;
import dev.almanac.events.activity.Activity.WeeklyScheduleExported;
import dev.almanac.events.activity.FileFormat;
import dev.almanac.events.activity.ViewType;
import dev.almanac.events.resource.ResourceType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivityRecordTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant THE_DAY_BEFORE = Instant.parse("2026-03-01T08:00:00Z");

    static List<Activity> activities() {
        return List.of(
                new CalendarViewGenerated("calendar-1", ViewType.WEEKLY, MONDAY, MONDAY.plusDays(6), NINE, 3),
                new DailyScheduleExported("calendar-1", MONDAY, FileFormat.PDF, "carl", NINE),
                new WeeklyScheduleExported("calendar-1", MONDAY, FileFormat.XLSX, "carl", NINE),
                new MonthlyScheduleExported("calendar-1", 2026, 3, FileFormat.ICS, "carl", NINE),
                new ResourceAvailabilityChecked("resource-1", ResourceType.VENUE, NINE, TEN, true, THE_DAY_BEFORE, 2),
                new MultipleResourcesChecked(
                        List.of(new CheckedResource("resource-1", true), new CheckedResource("resource-2", false)),
                        NINE,
                        TEN,
                        THE_DAY_BEFORE,
                        1));
    }

    @ParameterizedTest
    @MethodSource("activities")
    void an_activity_is_written_as_its_golden_file_says_and_read_again(Activity activity) {
        byte[] golden = GoldenFiles.of(new Schema(activity.type(), 1));

        ProducerRecord<byte[], byte[]> message = ActivityRecord.of(activity, "id-1");

        assertThat(ChangeJson.mapper().readTree(message.value()))
                .isEqualTo(ChangeJson.mapper().readTree(golden));
        assertThat(ChangeJson.mapper().readValue(golden, activity.getClass())).isEqualTo(activity);
    }

    @Test
    void every_activity_has_a_golden_file() {
        assertThat(activities()).extracting(Object::getClass).hasSameElementsAs(ActivityRecord.types());
    }

    @Test
    void an_activity_travels_as_a_cloud_event_in_binary_mode_under_the_calendar_that_it_is_about() {
        Activity export = activities().get(1);

        ProducerRecord<byte[], byte[]> message = ActivityRecord.of(export, "id-1");

        assertThat(message.topic()).isEqualTo("scheduling.activity.v1");
        assertThat(new String(message.key(), UTF_8)).isEqualTo("calendar-1");
        assertThat(headers(message))
                .isEqualTo(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "id-1",
                        "ce_type", "DailyScheduleExported.v1",
                        "ce_source", "urn:scheduling:query-service",
                        "ce_subject", "calendar-1",
                        "ce_time", "2026-03-02T09:00:00Z",
                        "ce_dataschema", "urn:scheduling:schema:DailyScheduleExported.v1",
                        "content-type", "application/json"));
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> message) {
        return StreamSupport.stream(message.headers().spliterator(), false)
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), UTF_8)));
    }
}
