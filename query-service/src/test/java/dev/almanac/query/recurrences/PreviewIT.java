package dev.almanac.query.recurrences;

import static dev.almanac.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.StatusAssertions;

/** What a recurrence would mean, before anybody stores it. */
@OnRealParts
class PreviewIT {
    @Autowired
    private Api api;

    @Test
    void previews_how_a_gap_and_a_repeated_hour_adjust_a_rule() {
        String gap = "'timeZone':'America/New_York','from':'2026-03-07T00:00:00Z','until':'2026-03-10T00:00:00Z'";
        preview("{'recurrence':{'cron':'30 2 * * *'}," + gap + "}")
                .isOk()
                .expectBody()
                .json("""
                        {"occurrences":[
                          {"occurrenceId":"20260307T023000","start":"2026-03-07T07:30:00Z",
                           "localDateTime":"2026-03-07T02:30:00","adjusted":"NONE"},
                          {"occurrenceId":"20260308T023000","start":"2026-03-08T07:30:00Z",
                           "localDateTime":"2026-03-08T02:30:00","adjusted":"SHIFTED"},
                          {"occurrenceId":"20260309T023000","start":"2026-03-09T06:30:00Z",
                           "localDateTime":"2026-03-09T02:30:00","adjusted":"NONE"}],
                         "truncated":false}""", JsonCompareMode.STRICT);
        String inside = gap.replace("03-07T00:00", "03-08T07:10");
        preview("{'recurrence':{'cron':'30 2 * * *'},'limit':1," + inside + "}")
                .isOk()
                .expectBody()
                .jsonPath("$.occurrences[*].occurrenceId")
                .isEqualTo("20260308T023000")
                .jsonPath("$.truncated")
                .isEqualTo(true);

        String overlap = "'timeZone':'America/New_York','from':'2026-11-01T04:00:00Z','until':'2026-11-02T04:00:00Z'";
        preview("{'recurrence':{'cron':'30 1 * * *'}," + overlap + "}")
                .isOk()
                .expectBody()
                .json("""
                        {"occurrences":[{"occurrenceId":"20261101T013000","start":"2026-11-01T05:30:00Z",
                          "localDateTime":"2026-11-01T01:30:00","adjusted":"FIRST"}],
                         "truncated":false}""", JsonCompareMode.STRICT);
        preview("{'recurrence':{'rrule':'FREQ=DAILY'},'start':'2026-10-01T01:30','dstOverlap':'BOTH'," + overlap + "}")
                .isOk()
                .expectBody()
                .json("""
                        {"occurrences":[
                          {"occurrenceId":"20261101T013000","start":"2026-11-01T05:30:00Z",
                           "localDateTime":"2026-11-01T01:30:00","adjusted":"FIRST"},
                          {"occurrenceId":"20261101T013000~2","start":"2026-11-01T06:30:00Z",
                           "localDateTime":"2026-11-01T01:30:00","adjusted":"LAST"}],
                         "truncated":false}""", JsonCompareMode.STRICT);
    }

    @Test
    void previews_with_dtstart_as_an_occurrence_and_a_hundred_unless_told_otherwise() {
        String window = "'timeZone':'UTC','from':'2026-01-01T00:00:00Z','until':'2027-01-01T00:00:00Z'";
        preview("{'recurrence':{'rrule':'FREQ=WEEKLY;BYDAY=MO;COUNT=2'},'start':'2026-01-06T09:00'," + window + "}")
                .isOk()
                .expectBody()
                .jsonPath("$.occurrences[*].localDateTime")
                .isEqualTo(List.of("2026-01-06T09:00:00", "2026-01-12T09:00:00"));
        preview("{'recurrence':{'every':'PT1H'}," + window + "}")
                .isOk()
                .expectBody()
                .jsonPath("$.occurrences.length()")
                .isEqualTo(100)
                .jsonPath("$.truncated")
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'recurrence':null                                               | recurrence
            'recurrence':7                                                  | recurrence
            'recurrence':{'when':'daily'}                                   | recurrence
            'recurrence':{'cron':'61 * * * *'}                              | recurrence.cron
            'recurrence':{'cron':'0 * * * *','zone':'UTC'}                  | recurrence.zone
            'recurrence':{'rrule':'FREQ=DAILY','exdate':['soon']}           | recurrence.exdate
            'recurrence':{'pattern':{'type':'DAILY','interval':0}}          | recurrence.pattern.interval
            'recurrence':{'rrule':'FREQ=MINUTELY;INTERVAL=59;BYMINUTE=7;BYDAY=TU;COUNT=200000'} | recurrence.rrule
            'timeZone':null                                                 | timeZone
            'timeZone':'+02:00'                                             | timeZone
            'timeZone':{}                                                   | timeZone
            'from':null                                                     | from
            'from':'2026-01-01'                                             | from
            'from':'-100000-01-01T00:00:00Z'                                | from
            'until':'2026-01-01T00:00:00Z'                                  | until
            'until':'2036-01-01T00:00:01Z'                                  | until
            'until':'+1000000000-12-31T00:00:00Z'                           | until
            'start':'2026-01-01T00:00:00Z'                                  | start
            'start':'2026-01-01T00:00:00.5'                                 | start
            'start':'+10000-01-01T00:00:00'                                 | start
            'limit':0                                                       | limit
            'limit':1001                                                    | limit
            'limit':1.5                                                     | limit
            'limit':'10'                                                    | limit
            'limit':99999999999                                             | limit
            'dstGap':'SHIFT'                                                | dstGap
            'dstOverlap':'none'                                             | dstOverlap
            'horizon':3                                                     | horizon
            """)
    void refuses_a_preview_by_the_name_of_the_field_at_fault(String fault, String field) {
        Map<String, String> body = new java.util.LinkedHashMap<>(Map.of(
                "recurrence", "{'cron':'0 9 * * *'}",
                "timeZone", "'UTC'",
                "from", "'2026-01-01T00:00:00Z'",
                "until", "'2036-01-01T00:00:00Z'"));
        int colon = fault.indexOf(':');
        body.put(fault.substring(1, colon - 1), fault.substring(colon + 1));
        String json = body.entrySet().stream()
                .map(entry -> "'" + entry.getKey() + "':" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));

        preview(json)
                .isBadRequest()
                .expectHeader()
                .valueEquals("Content-Type", "application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:invalid-request")
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors['" + field + "'][0]")
                .isNotEmpty();
    }

    @Test
    void refuses_a_preview_with_all_its_faults_at_once_and_what_is_no_object() {
        preview("{}")
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.keys()")
                .value(fields -> assertThat(fields)
                        .asInstanceOf(InstanceOfAssertFactories.collection(String.class))
                        .containsExactlyInAnyOrder("recurrence", "timeZone", "from", "till"));
        for (String body : List.of("[]", "7", "{", "")) {
            preview(body)
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors.body[0]")
                    .isNotEmpty();
        }
        api.anonymous()
                .http()
                .post()
                .uri("/recurrences/preview")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private StatusAssertions preview(String body) {
        return api.post("/recurrences/preview", json(body)).expectStatus();
    }
}
