package dev.almanac.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class SentCommandsTest {
    @Test
    void a_question_is_its_command_its_parts_and_its_operators_wherever_they_stand() {
        assertThat(asked("find", """
                {find: "a", filter: {$and: [{x: {$gte: 1}}, {y: {$in: [1]}}]}, sort: {_id: 1}, lsid: {}, $db: "d"}"""))
                .containsExactlyInAnyOrder("find", "find filter", "find sort", "find $and", "find $gte", "find $in");
    }

    @Test
    void what_is_written_is_no_question_but_how_it_is_written() {
        assertThat(asked("update", """
                {update: "a", ordered: true, updates: [{q: {_id: 1, n: {$lt: 2}}, u: {$set: {"$x": {"$y": 1}}}, upsert: true}]}"""))
                .containsExactlyInAnyOrder(
                        "update",
                        "update ordered",
                        "update updates",
                        "update updates.q",
                        "update updates.u",
                        "update updates.upsert",
                        "update $lt",
                        "update $set");
        assertThat(asked("insert", "{insert: \"a\", documents: [{\"$x\": 1}]}"))
                .containsExactlyInAnyOrder("insert", "insert documents");
    }

    @Test
    void an_update_with_a_pipeline_is_told_from_one_with_operators() {
        assertThat(asked("update", "{update: \"a\", updates: [{q: {}, u: [{$set: {x: 1}}]}]}"))
                .contains("update pipeline")
                .doesNotContain("update $set");
    }

    private static Set<String> asked(String command, String json) {
        return SentCommands.asked(command, BsonDocument.parse(json));
    }
}
