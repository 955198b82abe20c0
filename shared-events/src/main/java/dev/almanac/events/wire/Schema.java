package dev.almanac.events.wire;

import dev.almanac.events.Change;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the JSON of a change looks like: its published type and how often that type has grown.
 *
 * @param revision 1 at first; whoever reads an earlier one understands a later one too, which only says more
 */
public record Schema(String type, int revision) {
    private static final String ROOT = "urn:scheduling:schema:";
    private static final int FIRST = 1;

    /** What this build writes. */
    public static Schema of(Class<?> change) {
        return new Schema(Change.typeOf(change), FIRST).latest();
    }

    /** Of JSON that was kept with its revision, and without one while its type had only the first. */
    public static Schema of(String type, @Nullable String revision) {
        return new Schema(type, revision == null ? FIRST : Integer.parseInt(revision));
    }

    /** Whoever describes changes with schemas that are not ours knows of us no more than first revisions. */
    static Schema described(String type, String dataSchema) {
        return of(
                type,
                dataSchema.startsWith(prefix(type))
                        ? dataSchema.substring(prefix(type).length())
                        : null);
    }

    /** What this build writes of the same type. */
    public Schema latest() {
        return new Schema(type, FIRST + Upcasts.of(type).size());
    }

    /** JSON of this schema says less than the records of this build expect. */
    public boolean isOlder() {
        return revision < latest().revision;
    }

    /** JSON of this schema as the latest one has it. */
    public JsonNode upcast(JsonNode json) {
        if (!isOlder()) {
            return json;
        }
        ObjectNode changed = (ObjectNode) json.deepCopy();
        Upcasts.of(type).stream().skip(revision - FIRST).forEach(step -> step.accept(changed));
        return changed;
    }

    /** As it is kept beside the JSON: nothing for a first revision. */
    public @Nullable String keptRevision() {
        return revision == FIRST ? null : Integer.toString(revision);
    }

    /** CloudEvents' {@code dataschema}: {@code urn:scheduling:schema:EventRemovedFromCalendar.v1:2}. */
    String urn() {
        return revision == FIRST ? ROOT + type : prefix(type) + revision;
    }

    private static String prefix(String type) {
        return ROOT + type + ":";
    }
}
