package dev.almanac.command.webhook.request;

import dev.almanac.events.Change;
import dev.almanac.events.wire.ChangeTypes;
import dev.almanac.events.wire.Topic;
import dev.almanac.web.Fields;
import dev.almanac.web.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types of changes that are sent: what the suite publishes, but for what users keep to themselves. */
final class WebhookTypes {
    private static final String VERSION = ".v1";
    private static final int TYPES_MAX = 50;
    private static final int NAME_MAX = 128;
    private static final Set<String> KNOWN = Arrays.stream(Topic.values())
            .filter(topic -> !topic.isOfOthers() && topic != Topic.SUBSCRIPTIONS)
            .flatMap(topic -> ChangeTypes.of(topic).stream())
            .map(Change::typeOf)
            .map(type -> type.substring(0, type.length() - VERSION.length()))
            .collect(Collectors.toCollection(TreeSet::new));

    private WebhookTypes() {}

    /** Each once, in the order in which they were named. */
    static List<String> read(Fields fields, @Nullable List<@Nullable String> given) {
        List<String> names = fields.texts("types", given, TYPES_MAX, NAME_MAX);
        if (names.isEmpty()) {
            fields.error("types", "must name at least one type of change");
        }
        names.stream().filter(name -> !KNOWN.contains(name)).forEach(name -> fields.error("types", unknown(name)));
        return names.stream().distinct().toList();
    }

    private static String unknown(String name) {
        return "'" + name + "' is no type of change that is sent"
                + Nearest.to(name, KNOWN)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
    }
}
