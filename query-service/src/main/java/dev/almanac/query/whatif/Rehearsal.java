package dev.almanac.query.whatif;

import dev.almanac.events.Change;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.ChangeTypes;
import dev.almanac.events.wire.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the command-service says that it would have decided. */
record Rehearsal(long position, List<Answer> answers) {

    record Answer(int status, @Nullable JsonNode body, List<Foreseen> changes) {}

    record Foreseen(String type, @Nullable String revision, long sequence, JsonNode data) {

        /** Nothing where the type is one that this build does not know yet. */
        private Optional<Change> change() {
            return ChangeTypes.named(type).map(_ -> ChangeJson.read(data, Schema.of(type, revision)));
        }
    }

    List<Change> changes() {
        return answers.stream()
                .flatMap(answer -> answer.changes().stream())
                .flatMap(each -> each.change().stream())
                .toList();
    }
}
