package dev.almanac.terminal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Recurring rules and what operators do to them. */
public final class Rules {
    private static final String PATH = Events.PATH + "/rules";
    private static final int CANDIDATES_MAX = 1000;

    private final Connection connection;

    Rules(Connection connection) {
        this.connection = connection;
    }

    public Listing<Rule> list(@Nullable String queue, @Nullable String status, int limit) {
        return Listing.of(connection, Address.of(PATH).with("queue", queue).with("status", status), Rule::of, limit);
    }

    public Rule get(String id) {
        return Rule.of(connection.get(Address.of(PATH, id)));
    }

    /**
     * By its id or its name.
     *
     * @throws NotFound where there is none, or more than one
     */
    public Rule named(String idOrName) {
        if (Ids.isId(idOrName)) {
            return get(idOrName);
        }
        List<Rule> meant = list(null, null, CANDIDATES_MAX).items().stream()
                .filter(rule -> rule.name().equalsIgnoreCase(idOrName))
                .toList();
        if (meant.size() != 1) {
            throw NotFound.among("rule", idOrName, meant.stream().map(Rule::id).toList());
        }
        return meant.getFirst();
    }

    public Written pause(String id, @Nullable String reason) {
        return does(id, "pause", reason);
    }

    public Written resume(String id, @Nullable String reason) {
        return does(id, "resume", reason);
    }

    public Written runNow(String id, @Nullable String reason) {
        return does(id, "run-now", reason);
    }

    private Written does(String id, String what, @Nullable String reason) {
        ObjectNode body = Json.object();
        Json.putIfSaid(body, "reason", reason);
        return Command.post(Address.of(PATH, id, what), body).sendTo(connection);
    }
}
