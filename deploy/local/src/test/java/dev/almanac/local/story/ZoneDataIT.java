package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.recurrence.zones.ZoneData;
import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Zone data of the operating system takes the place of the JDK's in every service. */
class ZoneDataIT {
    private static final Path SYSTEM = Path.of("/usr/share/zoneinfo");

    @TempDir
    Path folder;

    static boolean systemHasZoneData() {
        return Files.exists(SYSTEM.resolve("tzdata.zi"));
    }

    @Test
    void the_suite_goes_by_the_zone_data_that_it_comes_with_and_says_so() throws Exception {
        try (Suite suite = Suite.of(Options.of(folder, Ports.free()), _ -> {})) {
            suite.start();
            JsonNode zones =
                    new Client(suite, "ana", "manager").get("/calendar/config").get("timeZoneData");

            assertThat(zones.get("version").asString())
                    .isEqualTo(ZoneData.shipped().version());
            assertThat(zones.get("differsFromJdk").propertyNames()).contains("America/Vancouver");
        }
    }

    @Test
    @EnabledIf(value = "systemHasZoneData", disabledReason = "the system has no /usr/share/zoneinfo/tzdata.zi")
    void the_suite_goes_by_the_zone_data_that_it_was_told_to_and_says_so() throws Exception {
        Options options = Options.of(folder, Ports.free()).withZoneinfo(SYSTEM).withAnyZoneinfo();
        try (Suite suite = Suite.of(options, _ -> {})) {
            suite.start();
            Client ana = new Client(suite, "ana", "manager");
            JsonNode zones = ana.get("/calendar/config").get("timeZoneData");

            assertThat(zones.get("version").asString())
                    .isEqualTo(ZoneData.load(SYSTEM).version());
        }
    }
}
