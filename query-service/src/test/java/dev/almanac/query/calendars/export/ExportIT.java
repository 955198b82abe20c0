package dev.almanac.query.calendars.export;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.query.support.RealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A calendar as a file. */
@OnRealParts
class ExportIT {
    private final String calendar = "cal-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    private long position;

    @BeforeEach
    void open() {
        feeder.store(calendar(calendar, "Hall " + calendar));
        position = feeder.store(event(id(), calendar, "Talk", "03T09:00", "03T10:00"));
        api.get("/calendars/" + calendar, position);
    }

    @ParameterizedTest
    @CsvSource({
        "daily, PDF, application/pdf, pdf, %PDF-",
        "weekly, PDF, application/pdf, pdf, %PDF-",
        "monthly, PDF, application/pdf, pdf, %PDF-",
        "daily, XLSX, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, xlsx, PK",
        "weekly, XLSX, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, xlsx, PK",
        "monthly, XLSX, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, xlsx, PK",
        "daily, ICS, text/calendar;charset=UTF-8, ics, BEGIN:VCALENDAR",
        "weekly, ICS, text/calendar;charset=UTF-8, ics, BEGIN:VCALENDAR",
        "monthly, ICS, text/calendar;charset=UTF-8, ics, BEGIN:VCALENDAR"
    })
    void a_period_is_a_file_of_each_format(
            String period, String format, String mediaType, String extension, String start) {
        byte[] file = requireNonNull(export(api, period, format)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(mediaType)
                .expectHeader()
                .valueMatches("Content-Disposition", ".*" + calendar + "-" + period + "-2026-03-03." + extension + ".*")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());

        assertThat(new String(file, ISO_8859_1)).startsWith(start);
    }

    @ParameterizedTest
    @CsvSource({"PDF", "XLSX", "ICS"})
    void a_stranger_learns_nothing_of_a_calendar_that_is_not_shared(String format) {
        Api stranger = api.as(RealParts.ISSUER.token("eve", "customer"));

        export(stranger, "daily", format).expectStatus().isNotFound();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "DOC", "pdf", "''"},
            nullValues = "null")
    void another_format_is_refused_by_name(String format) {
        Map<String, Object> body = format == null ? Map.of() : Map.of("format", format);
        api.post("/calendars/" + calendar + "/export/daily", body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.format[0]")
                .isEqualTo("must be one of PDF, XLSX, ICS");
    }

    @ParameterizedTest
    @CsvSource({"+999999999-12-31", "-0001-01-01", "9999-12-31"})
    void a_date_that_no_calendar_has_is_refused_by_name(String date) {
        api.post("/calendars/" + calendar + "/export/monthly", Map.of("format", "PDF", "date", date))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.date")
                .isNotEmpty();
    }

    private ResponseSpec export(Api caller, String period, String format) {
        return caller.http()
                .post()
                .uri("/calendars/" + calendar + "/export/" + period)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("format", format, "date", "2026-03-03"))
                .exchange();
    }
}
