package dev.almanac.query.history;

import dev.almanac.events.Change;
import dev.almanac.events.wire.ChangeTypes;
import dev.almanac.events.wire.Topic;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is sealed in a change is for the services alone: not even its owner gets to see it. */
public final class SealedSecrets {
    private static final List<String> FIELDS = List.of("sealedUrl", "sealedSecret", "previousSealedSecret");
    private static final Set<String> TYPES =
            ChangeTypes.of(Topic.SUBSCRIPTIONS).stream().map(Change::typeOf).collect(Collectors.toUnmodifiableSet());

    private SealedSecrets() {}

    /**
     * Takes it out of the change, or of what the change made of its subject.
     *
     * @param type of the change, as it is published
     */
    public static void remove(String type, JsonNode said) {
        if (TYPES.contains(type)) {
            FIELDS.forEach(field -> said.findParents(field).forEach(parent -> ((ObjectNode) parent).remove(field)));
        }
    }
}
