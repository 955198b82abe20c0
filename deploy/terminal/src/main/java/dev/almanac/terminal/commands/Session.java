package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Answered;
import dev.almanac.terminal.api.Api;
import dev.almanac.terminal.api.Connection;
import dev.almanac.terminal.api.Json;
import dev.almanac.terminal.api.Listing;
import dev.almanac.terminal.console.ColourChoice;
import dev.almanac.terminal.console.Console;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.console.Table;
import dev.almanac.terminal.login.SignedIn;
import dev.almanac.terminal.times.Clocks;
import dev.almanac.terminal.times.Moments;
import java.net.URI;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a command works with.
 *
 * @param json whether it is a script that reads
 * @param namedZone null where each thing is shown by its own
 */
public record Session(
        Api api,
        Console console,
        Surroundings surroundings,
        boolean json,
        @Nullable ZoneId namedZone) {

    static Session of(
            URI origin, Surroundings surroundings, ColourChoice colours, boolean json, @Nullable ZoneId zone) {
        SignedIn token = SignedIn.at(origin, surroundings.environment(), surroundings.clock());
        return new Session(
                new Api(new Connection(origin, token, LastPosition.of(origin, surroundings))),
                new Console(surroundings, colours),
                surroundings,
                json,
                zone);
    }

    /** The zone that was asked for, or else this machine's. */
    public ZoneId zone() {
        return zoneOr(surroundings.clock().getZone());
    }

    ZoneId zoneOr(ZoneId own) {
        return namedZone == null ? own : namedZone;
    }

    Clocks clocks() {
        return new Clocks(zone());
    }

    Moments moments(ZoneId zone) {
        return Moments.of(surroundings.clock(), zone);
    }

    void answer(Answered answered, Runnable otherwise) {
        if (json) {
            console.json(answered.json());
        } else {
            otherwise.run();
        }
    }

    /** A list as a script takes it, or as a table. */
    <T extends Answered> void list(Listing<T> listing, Table table, String ofNone) {
        if (json) {
            console.json(document(listing));
        } else if (table.isEmpty()) {
            console.note(ofNone);
        } else {
            console.table(table);
        }
        if (listing.more()) {
            console.warning(
                    "there is more than this: --limit is " + listing.items().size());
        }
    }

    private static ObjectNode document(Listing<? extends Answered> listing) {
        ObjectNode document = Json.object();
        ArrayNode items = document.putArray("items");
        listing.items().forEach(item -> items.add(item.json()));
        return document.put("more", listing.more());
    }
}
