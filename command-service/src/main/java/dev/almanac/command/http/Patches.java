package dev.almanac.command.http;

import dev.almanac.web.BodyFaults;
import dev.almanac.web.InvalidRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON merge patch (RFC 7396) on the bodies that replace something. */
@Component
public class Patches {
    public static final String MEDIA_TYPE = "application/merge-patch+json";
    private final JsonMapper json;

    Patches(JsonMapper json) {
        this.json = json;
    }

    /** A patch that is no object would replace everything by nothing that can be read. */
    public static JsonNode checked(JsonNode patch) {
        if (!patch.isObject()) {
            throw new InvalidRequest(Map.of("body", List.of("must be a JSON object of the fields to change")));
        }
        return patch;
    }

    /**
     * The body that results, read as strictly as one that somebody sent.
     *
     * @param current what has the fields of the body
     * @param whole fields that are replaced instead of merged
     */
    public <T> T applied(JsonNode patch, Object current, Class<T> body, Set<String> whole) {
        ObjectNode before = json.valueToTree(current);
        whole.stream().filter(patch::has).forEach(before::remove);
        JsonNode merged = merged(before, patch);
        try {
            return json.treeToValue(merged, body);
        } catch (JacksonException e) {
            Map<String, List<String>> faults = BodyFaults.of(e);
            throw new InvalidRequest(faults.isEmpty() ? Map.of("body", List.of("cannot be read")) : faults);
        }
    }

    static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : changes.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                JsonNode before = result.get(change.getKey());
                result.set(change.getKey(), merged(before == null ? changes.objectNode() : before, change.getValue()));
            }
        });
        return result;
    }
}
