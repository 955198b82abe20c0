package dev.almanac.terminal.api;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What became of a file: how many events are there now, and what is said of the others. */
public record Imported(
        int imported,
        List<Remark> rejected,
        List<Remark> dropped,
        List<Remark> adjusted,
        List<Remark> warnings,
        JsonNode json)
        implements Answered {

    /**
     * What is said of one event of the file.
     *
     * @param line where in the file it begins
     */
    public record Remark(String uid, int line, String reason) {
        static Remark of(JsonNode json) {
            Fields fields = new Fields(json);
            return new Remark(fields.text("uid"), fields.number("line"), fields.text("reason"));
        }
    }

    public Imported {
        rejected = List.copyOf(rejected);
        dropped = List.copyOf(dropped);
        adjusted = List.copyOf(adjusted);
        warnings = List.copyOf(warnings);
    }

    static Imported of(JsonNode json) {
        Fields fields = new Fields(json);
        return new Imported(
                fields.number("imported"),
                fields.list("rejected", Remark::of),
                fields.list("dropped", Remark::of),
                fields.list("adjusted", Remark::of),
                fields.list("warnings", Remark::of),
                json);
    }
}
