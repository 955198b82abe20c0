package dev.almanac.command.ics;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the IANA zone that a file means. Names come as IANA ids, as ids behind a producer's prefix, as Windows names, or
 * as anything at all with a VTIMEZONE that says how its clocks go.
 */
final class IcsZones {
    /** The next one is looked at, too. */
    private static final int LAST_YEAR = 9998;

    private final ZoneId floating;
    private final Map<String, IcsClocks> described;
    /** What was looked for already, and why in vain. */
    private final Map<String, Supplier<ZoneId>> found = new HashMap<>();

    private IcsZones(ZoneId floating, Map<String, IcsClocks> described) {
        this.floating = floating;
        this.described = described;
    }

    /** Times without a zone are meant in the file's own zone, or else in the calendar's. */
    static IcsZones of(IcsFile file, ZoneId calendarZone) {
        Map<String, IcsClocks> described = file.clocks();
        IcsZones zones = new IcsZones(calendarZone, described);
        String own = file.calendarProperty("X-WR-TIMEZONE");
        return own == null ? zones : new IcsZones(zones.byName(own.strip()).orElse(calendarZone), described);
    }

    ZoneId floating() {
        return floating;
    }

    ZoneId named(String name, LocalDateTime near) {
        return found.computeIfAbsent(name, _ -> lookedUp(name, near)).get();
    }

    private Supplier<ZoneId> lookedUp(String name, LocalDateTime near) {
        try {
            ZoneId zone = byName(name)
                    .or(() -> byDescription(name, near))
                    .orElseThrow(() -> new Unimportable("unknown time zone: " + IcsProperty.shortened(name)));
            return () -> zone;
        } catch (Unimportable inVain) {
            return () -> {
                throw new Unimportable(inVain.reason());
            };
        }
    }

    private Optional<ZoneId> byName(String name) {
        String plain = name.strip();
        return iana(plain)
                .or(() -> Optional.ofNullable(WindowsZones.IANA.get(plain)).flatMap(IcsZones::iana))
                .or(() -> behindPrefix(plain));
    }

    private static Optional<ZoneId> iana(String name) {
        return ZoneRulesProvider.getAvailableZoneIds().contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    /** {@code /producer.example/20260101/Europe/Berlin} means Europe/Berlin. */
    private static Optional<ZoneId> behindPrefix(String name) {
        int slash = name.indexOf('/');
        while (slash >= 0) {
            Optional<ZoneId> zone = iana(name.substring(slash + 1));
            if (zone.isPresent()) {
                return zone;
            }
            slash = name.indexOf('/', slash + 1);
        }
        return Optional.empty();
    }

    /** The first zone whose clocks go as the VTIMEZONE says, in the year of the event and the next. */
    private Optional<ZoneId> byDescription(String name, LocalDateTime near) {
        IcsClocks description = described.get(name);
        if (description == null) {
            return Optional.empty();
        }
        List<Instant> samples = samples(near.getYear());
        List<ZoneOffset> shown = description.offsets(samples);
        return candidates().filter(zone -> agree(zone, samples, shown)).findFirst();
    }

    private Stream<ZoneId> candidates() {
        return Stream.of(
                        Stream.of(floating.getId()),
                        WindowsZones.IANA.values().stream().distinct(),
                        ZoneRulesProvider.getAvailableZoneIds().stream().sorted())
                .flatMap(ids -> ids)
                .map(ZoneId::of);
    }

    /** Two days of each month: clocks change on no more than two of those 48. */
    private static List<Instant> samples(int near) {
        int year = Math.min(near, LAST_YEAR);
        return IntStream.range(0, 48)
                .mapToObj(i -> LocalDateTime.of(year + i / 24, 1 + (i % 24) / 2, 1 + 14 * (i % 2), 12, 0))
                .map(local -> local.toInstant(ZoneOffset.UTC))
                .toList();
    }

    private static boolean agree(ZoneId zone, List<Instant> samples, List<ZoneOffset> shown) {
        return IntStream.range(0, samples.size())
                .allMatch(i -> zone.getRules().getOffset(samples.get(i)).equals(shown.get(i)));
    }
}
