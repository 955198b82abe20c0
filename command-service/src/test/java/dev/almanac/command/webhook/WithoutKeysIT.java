package dev.almanac.command.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.FixedClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service that was given no key with which to keep secrets, on a machine where http is admitted. */
@DirtiesContext
@Import(FixedClock.class)
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "almanac.webhooks.allow-http=true")
class WithoutKeysIT {
    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry properties) {
        RealParts.register(properties);
        properties.add("almanac.secrets.keys", () -> "");
    }

    @Test
    void refuses_what_needs_a_secret_says_so_once_at_the_start_and_takes_everything_else(CapturedOutput output) {
        Api api = new Api(port, RealParts.token("ana", "customer"));
        Map<String, Object> hook = Map.of("url", "http://localhost:9/1", "types", List.of("EventRescheduled"));

        for (var refused : List.of(
                api.post("/webhooks", hook),
                api.post("/webhooks/nobody/rotate-secret", Map.of()),
                api.put("/notification-preferences", Map.of("chatWebhookUrl", "https://hooks.chat.test/1")))) {
            refused.expectStatus()
                    .isEqualTo(503)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:scheduling:problem:secrets-not-configured");
        }
        api.put("/notification-preferences", Map.of("email", "ana@venue.test"))
                .expectStatus()
                .isOk();
        assertThat(output.getOut().split("almanac.secrets.keys names no key", -1))
                .hasSize(2);
    }
}
