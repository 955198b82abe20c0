package dev.almanac.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedEncodingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "deflate, GZIP;q=0.5, br", "*", "br;q=0, *;q=0.1", "gzip;q=1.0, identity; q=0.5, *;q=0"})
    void are_named_in_many_ways(String header) {
        assertThat(AcceptedEncodings.haveGzip(List.of(header))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip; q=0.000", "*, gzip;q=0", "*;q=0", "gzipped"})
    void may_lack_gzip(String header) {
        assertThat(AcceptedEncodings.haveGzip(List.of(header))).isFalse();
    }
}
