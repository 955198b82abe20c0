package dev.almanac.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParametersTest {
    private static final QueryParameters LIST =
            new QueryParameters(List.of("calendarId", "status", "limit", "cursor", "timeZone"), List.of("calendarId"));

    @ParameterizedTest
    @CsvSource({
        "calendarID, calendarId",
        "calendar_id, calendarId",
        "calender, calendarId",
        "statuses, status",
        "timezon, timeZone",
        "Limit, limit"
    })
    void an_unknown_parameter_is_refused_with_the_nearest_known_one(String asked, String nearest) {
        assertThat(LIST.faults(Map.of(asked, List.of("x"))).get(asked))
                .singleElement()
                .asString()
                .contains("did you mean '" + nearest + "'?");
    }

    @Test
    void what_resembles_none_is_answered_with_all_of_them() {
        assertThat(LIST.faults(Map.of("xyz", List.of("x"))).get("xyz"))
                .singleElement()
                .asString()
                .contains("[calendarId, cursor, limit, status, timeZone]");
    }

    @Test
    void a_second_value_is_refused_unless_the_parameter_is_a_list() {
        assertThat(LIST.faults(Map.of("status", List.of("A", "B")))).containsOnlyKeys("status");
        assertThat(LIST.faults(Map.of("calendarId", List.of("A", "B")))).isEmpty();
    }
}
