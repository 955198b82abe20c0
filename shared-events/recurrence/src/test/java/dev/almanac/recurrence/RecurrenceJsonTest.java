package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.almanac.recurrence.clock.InvalidRecurrence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class RecurrenceJsonTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cron\":\"0 9 * * 1-5\"}",
                "{\"cron\":\"0 0 9 * * 1-5\",\"fields\":\"SECONDS\"}",
                "{\"pattern\":{\"type\":\"WEEKLY\",\"interval\":1,\"daysOfWeek\":[\"MONDAY\"],\"dayOfMonth\":null,"
                        + "\"endDate\":null,\"occurrenceCount\":10}}",
                "{\"pattern\":{\"type\":\"MONTHLY\",\"interval\":2,\"daysOfWeek\":[],\"dayOfMonth\":-1,"
                        + "\"endDate\":\"2026-12-31T00:00:00Z\",\"occurrenceCount\":null}}",
                "{\"rrule\":\"FREQ=MONTHLY;BYDAY=-1FR;COUNT=12\",\"rdate\":[\"2026-03-08T02:30\"],"
                        + "\"exdate\":[\"2026-03-27\",\"2026-04-24T09:00:00Z\"]}",
                "{\"every\":\"PT30M\",\"anchor\":\"2026-01-01T00:00:00Z\"}",
                "{\"every\":\"PT30M\"}"
            })
    void comes_back_as_it_was_written(String json) {
        assertThat(JSON.writeValueAsString(JSON.readValue(json, Recurrence.class)))
                .isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                          | recurrence
            {"crom":"0 9 * * *"}                                        | recurrence
            {"cron":"0 9 * * *","zone":"UTC"}                           | zone
            {"cron":5}                                                  | cron
            {"cron":null}                                               | cron
            {"cron":"0 9 * * *","fields":"SIX"}                         | fields
            {"rrule":"FREQ=DAILY","rdate":"2026-01-01"}                 | rdate
            {"rrule":"FREQ=DAILY","exdate":["yesterday"]}               | exdate
            {"rrule":"FREQ=DAILY","exdate":[5]}                         | exdate
            {"rrule":"FREQ=SOMETIMES"}                                  | rrule
            {"every":"half an hour"}                                    | every
            {"every":"PT0S"}                                            | every
            {"every":"PT-1S"}                                           | every
            {"every":"PT0.5S"}                                          | every
            {"every":"PT1S","anchor":"noon"}                            | anchor
            {"pattern":{}}                                              | pattern.type
            {"pattern":"WEEKLY"}                                        | pattern
            {"pattern":{"type":"CUSTOM"}}                               | pattern.type
            {"pattern":{"type":"NONE"}}                                 | pattern.type
            {"pattern":{"type":"DAILY","interval":0}}                   | pattern.interval
            {"pattern":{"type":"DAILY","interval":"2"}}                 | pattern.interval
            {"pattern":{"type":"DAILY","interval":1.5}}                 | pattern.interval
            {"pattern":{"type":"WEEKLY","daysOfWeek":["MO"]}}           | pattern.daysOfWeek
            {"pattern":{"type":"YEARLY","daysOfWeek":["MONDAY"]}}       | pattern.daysOfWeek
            {"pattern":{"type":"MONTHLY","dayOfMonth":32}}              | pattern.dayOfMonth
            {"pattern":{"type":"MONTHLY","dayOfMonth":0}}               | pattern.dayOfMonth
            {"pattern":{"type":"WEEKLY","dayOfMonth":1}}                | pattern.dayOfMonth
            {"pattern":{"type":"DAILY","endDate":"soon"}}               | pattern.endDate
            {"pattern":{"type":"DAILY","endDate":"2026-01-01","occurrenceCount":3}} | pattern.endDate
            {"pattern":{"type":"DAILY","occurrenceCount":0}}            | pattern.occurrenceCount
            {"pattern":{"type":"DAILY","until":"2026-01-01"}}           | pattern.until
            {"cron":"0 9 * * *","rrule":"FREQ=DAILY"}                   | recurrence
            {"cron":"0 9 * * *","count":0}                              | count
            {"cron":"0 9 * * *","count":10001}                          | count
            {"cron":"0 9 * * *","until":"soon"}                         | until
            {"every":"PT1H","until":"2026-01-01","count":3}             | until
            """)
    void refuses_by_the_name_of_the_field(String json, String field) {
        assertThatThrownBy(() -> JSON.readValue(json, Recurrence.class))
                .isInstanceOf(JacksonException.class)
                .cause()
                .asInstanceOf(type(InvalidRecurrence.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
