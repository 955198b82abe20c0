package dev.almanac.faults.load;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What somebody was answered. */
public record Answer(int status, @Nullable JsonNode body) {

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    public String text(String field) {
        return body == null ? "" : body.path(field).asString("");
    }

    Optional<Long> position() {
        return body != null && body.path("position").isNumber()
                ? Optional.of(body.path("position").asLong())
                : Optional.empty();
    }
}
