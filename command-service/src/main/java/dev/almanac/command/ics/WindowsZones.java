package dev.almanac.command.ics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The names that Windows, Outlook and Exchange give to zones, and the IANA zone of each name's main territory. */
final class WindowsZones {
    static final Map<String, String> IANA = read();

    private WindowsZones() {}

    private static Map<String, String> read() {
        var table = Objects.requireNonNull(WindowsZones.class.getResourceAsStream("/ics/windows-zones.csv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(",", 2))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
