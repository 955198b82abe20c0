package dev.almanac.events.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.almanac.events.run.RunReport.RunFailed;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunReportTest {
    private static final RunFailed FAILED =
            new RunFailed("r@20260302T030000", 1, new RunNote("w1", "boom", "https://logs.test/1", null));

    @Test
    void what_is_noted_may_stand_in_the_note_or_beside_it() {
        assertThat(read("""
                {"occurrenceId":"r@20260302T030000","attempt":1,
                 "note":{"worker":"w1","detail":"boom","logsUrl":"https://logs.test/1"}}""")).isEqualTo(FAILED);
        assertThat(read("""
                {"occurrenceId":"r@20260302T030000","attempt":1,
                 "worker":"w1","detail":"boom","logsUrl":"https://logs.test/1"}""")).isEqualTo(FAILED);
        assertThat(read("{\"occurrenceId\":\"r@1\"}")).isEqualTo(new RunFailed("r@1", null, RunNote.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"occurrenceId\":\"r@1\",\"logs\":\"https://logs.test\"}",
                "{\"occurrenceId\":\"r@1\",\"note\":{\"log\":\"x\"}}",
                "{\"occurrenceId\":\"r@1\",\"note\":{\"worker\":\"w\"},\"detail\":\"both\"}",
                "{\"occurrenceId\":\"r@1\",\"sessionUrl\":\"javascript:alert(1)\"}",
                "{\"occurrenceId\":\"r@1\",\"note\":{\"logsUrl\":\"file:///etc/passwd\"}}"
            })
    void another_body_is_unreadable(String json) {
        assertThat(catchThrowable(() -> read(json))).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "//logs.test", "logs", "ftp://logs.test", "http:///x", "https://a b", ""})
    void only_what_leads_to_the_web_is_a_link(String url) {
        assertThat(RunNote.isLink(url)).isFalse();
        assertThat(RunNote.isLink("HTTPS://logs.test/1?a=b")).isTrue();
    }

    @Test
    void links_outlast_a_later_note_without_them() {
        RunNote started = new RunNote("w1", "begun", "https://logs.test/1", "https://sessions.test/1");
        assertThat(new RunNote(null, "boom", null, null).over(started))
                .isEqualTo(new RunNote("w1", "boom", "https://logs.test/1", "https://sessions.test/1"));
    }

    private static Object read(String json) {
        return ChangeJson.read(json.getBytes(UTF_8), Schema.of(RunFailed.class));
    }
}
