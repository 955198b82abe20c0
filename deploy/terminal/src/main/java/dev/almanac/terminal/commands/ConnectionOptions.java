package dev.almanac.terminal.commands;

import dev.almanac.terminal.console.ColourChoice;
import dev.almanac.terminal.console.Surroundings;
import java.net.URI;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command is told that speaks to the API. */
public final class ConnectionOptions {
    private static final String URL = "ALMANAC_URL";
    private static final String URL_OTHERWISE = "http://localhost:8000";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where the API is; else ALMANAC_URL, else " + URL_OTHERWISE + ".")
    private @Nullable URI url;

    @Option(names = "--json", description = "What the API answered, as one JSON document; of a stream, one in a line.")
    private boolean json;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Whose clocks times are read from and shown by, such as Europe/Berlin.")
    private @Nullable ZoneId zone;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "Colours: ${COMPLETION-CANDIDATES}; AUTO has them on a terminal unless NO_COLOR is set.")
    private ColourChoice colours = ColourChoice.AUTO;

    URI origin(Surroundings surroundings) {
        if (url != null) {
            return url;
        }
        String named = surroundings.variable(URL);
        try {
            return URI.create(named.isEmpty() ? URL_OTHERWISE : named);
        } catch (IllegalArgumentException noAddress) {
            throw new UsageFailure(URL + " is no address: " + named);
        }
    }

    ColourChoice colours() {
        return colours;
    }

    public Session session(Surroundings surroundings) {
        URI origin = origin(surroundings);
        if (origin.getHost() == null) {
            throw new UsageFailure(origin + " is no address of a host, such as " + URL_OTHERWISE);
        }
        return Session.of(origin, surroundings, colours, json, zone);
    }
}
