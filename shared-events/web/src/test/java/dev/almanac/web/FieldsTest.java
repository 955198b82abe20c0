package dev.almanac.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private final Fields fields = new Fields();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@venue.test",
                "ana+calendar@mail.venue.test",
                "o'neill@venue.test",
                "josé@café.example",
                "a@xn--caf-dma.example"
            })
    void an_address_of_mail_is_taken(String mail) {
        fields.optionalMail("email", mail);

        assertThat(fields.areInOrder("email")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@venue.test",
                "ana@venue",
                "ana@bea@venue.test",
                "ana@venue..test",
                "ana@-venue.test",
                "ana @venue.test",
                "ana@venue.test\r\nBcc: all@venue.test",
                "ana@venue.test, bea@venue.test",
                "<ana@venue.test>",
                "ana\0@venue.test"
            })
    void what_is_no_address_of_mail_or_would_split_its_header_is_refused(String mail) {
        fields.optionalMail("email", mail);

        assertThat(fields.areInOrder("email")).isFalse();
    }

    @Test
    void an_address_of_mail_is_not_longer_than_mail_takes() {
        String longest = "a".repeat(60) + "@" + ("b".repeat(60) + ".").repeat(3) + "example.te";
        fields.optionalMail("email", longest);
        assertThat(longest).hasSize(254);
        assertThat(fields.areInOrder("email")).isTrue();

        fields.optionalMail("email", longest + "s");
        assertThat(fields.areInOrder("email")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://hooks.test/a?b=c", "HTTPS://hooks.test", "https://[2001:db8::1]:8443/x"})
    void an_address_of_https_is_taken(String url) {
        fields.address("url", url, 2048, false);

        assertThat(fields.areInOrder("url")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.test/a",
                "https://ana:secret@hooks.test/a",
                "https://ana@hooks.test/a",
                "https://hooks.test/a#b",
                "https:/a",
                "https://",
                "//hooks.test/a",
                "ftp://hooks.test",
                "javascript:alert(1)",
                "https://hooks.test/a b",
                "hooks.test",
                " "
            })
    void what_is_no_address_of_https_or_says_too_much_is_refused(String url) {
        fields.address("url", url, 2048, false);

        assertThat(fields.areInOrder("url")).isFalse();
    }

    @Test
    void http_is_taken_only_where_that_is_admitted() {
        fields.address("url", "http://localhost:9000/hook", 2048, true);
        assertThat(fields.areInOrder("url")).isTrue();

        fields.address("url", "http://ana@localhost:9000/hook", 2048, true);
        assertThat(fields.areInOrder("url")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "7", "22:30:15", "22:30Z", "half past ten", ""})
    void what_is_no_time_of_day_in_whole_minutes_is_refused(String time) {
        fields.timeOfDay("from", time);

        assertThat(fields.areInOrder("from")).isFalse();
    }
}
