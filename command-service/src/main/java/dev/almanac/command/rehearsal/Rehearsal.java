package dev.almanac.command.rehearsal;

import dev.almanac.events.Change;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What would have happened.
 *
 * @param position the last position of the store that the decisions took into account
 */
record Rehearsal(long position, List<Answer> answers) {

    /** What a command would be answered, and the changes that it would make. */
    @Schema(name = "RehearsedAnswer")
    record Answer(int status, @Nullable JsonNode body, List<Foreseen> changes) {}

    /** A change as it would be published. */
    record Foreseen(String type, @Nullable String revision, long sequence, Change data) {}
}
