package dev.almanac.query;

import dev.almanac.query.support.ReadsContract;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** All tests that share the application, once more on the server that the environment names: MongoDB, FerretDB or another. */
@EnabledIfEnvironmentVariable(
        named = ReadsOnNamedMongoIT.URI,
        matches = "mongodb.*",
        disabledReason = "names no server that speaks MongoDB's protocol")
class ReadsOnNamedMongoIT {
    static final String URI = "ALMANAC_MONGODB_URI";

    @Test
    void what_readers_are_promised_holds_there_too() {
        ReadsContract.holdsOn(Objects.requireNonNull(System.getenv(URI)));
    }
}
