package dev.almanac.query.operations;

import static dev.almanac.query.support.RealParts.COMMANDS;
import static dev.almanac.query.support.RealParts.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What newer zone data moved is known to the command-service. */
@OnRealParts
class ZoneDataIT {
    @Autowired
    private Api api;

    @Test
    void what_zone_data_moved_is_asked_of_the_command_service_as_whoever_asks() {
        Api mona = api.as(ISSUER.token("mona", "manager"));
        mona.get("/ops/zone-data?limit=1")
                .jsonPath("$.items[0].release")
                .isEqualTo("2026f")
                .jsonPath("$.nextCursor")
                .isEqualTo("1");
        assertThat(COMMANDS.asked()).isEqualTo("/api/v1/ops/zone-data?limit=1 Bearer ");

        mona.http()
                .get()
                .uri(api.at("/api/v1/ops/zone-data/1/moves?outcome=STAYED&cursor=%7Bno%7D%26limit"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].localStart")
                .isEqualTo("2027-06-10T10:00:00")
                .jsonPath("$.items[0].inTheWay[0]")
                .isEqualTo("t")
                .jsonPath("$.nextCursor")
                .isEmpty();
        assertThat(COMMANDS.asked())
                .isEqualTo("/api/v1/ops/zone-data/1/moves?limit=100&cursor=%7Bno%7D%26limit&outcome=STAYED Bearer ");
        for (String unknown : List.of("none", "2")) {
            mona.http()
                    .get()
                    .uri("/ops/zone-data/" + unknown + "/moves")
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }
}
