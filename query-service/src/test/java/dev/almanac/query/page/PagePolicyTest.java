package dev.almanac.query.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePolicyTest {
    @Test
    void admits_the_issuers_origin_and_the_images_that_are_configured() {
        PageProperties properties =
                of("https://id.example.org:8443/realms/one", "https://files.example.org", "http://localhost:*");

        assertThat(PagePolicy.of(properties).contentSecurityPolicy())
                .contains("connect-src 'self' https://id.example.org:8443;")
                .contains("frame-src 'self' https://id.example.org:8443;")
                .contains("img-src 'self' data: https://files.example.org http://localhost:*;");
    }

    @Test
    void admits_only_images_of_its_own_where_none_are_configured() {
        assertThat(PagePolicy.of(of("https://id.example.org")).contentSecurityPolicy())
                .contains("img-src 'self' data:;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://a; script-src *", "*", "'unsafe-inline'", "https://a https://b", "https://a,b", ""})
    void takes_nothing_that_would_widen_another_directive(String origin) {
        assertThatThrownBy(() -> of("https://id.example.org", origin)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id.example.org", "/realms/one", "mailto:ana@example.org"})
    void takes_no_issuer_without_an_origin(String issuer) {
        assertThatThrownBy(() -> PagePolicy.of(of(issuer))).isInstanceOf(IllegalArgumentException.class);
    }

    private static PageProperties of(String issuer, String... imageOrigins) {
        return new PageProperties(issuer, "almanac-web", "openid", List.of(imageOrigins));
    }
}
