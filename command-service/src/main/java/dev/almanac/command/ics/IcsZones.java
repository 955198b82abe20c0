package dev.almanac.command.ics;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VTimezone;
import biweekly.io.ICalTimeZone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the IANA zone that a file means. Names come as IANA ids, as ids behind a producer's prefix, as Windows names, or
 * as anything at all with a VTIMEZONE that says how its clocks go.
 */
final class IcsZones {
    private static final Pattern BLOCK =
            Pattern.compile("^BEGIN:VTIMEZONE\\R.*?^END:VTIMEZONE", Pattern.MULTILINE | Pattern.DOTALL);
    private final ZoneId floating;
    private final Map<String, VTimezone> described;
    private final Map<String, ZoneId> found = new HashMap<>();

    private IcsZones(ZoneId floating, Map<String, VTimezone> described) {
        this.floating = floating;
        this.described = described;
    }

    /** Times without a zone are meant in the file's own zone, or else in the calendar's. */
    static IcsZones of(IcsFile file, ZoneId calendarZone) {
        Map<String, VTimezone> described = described(file);
        IcsZones zones = new IcsZones(calendarZone, described);
        String own = file.calendarProperty("X-WR-TIMEZONE");
        return own == null ? zones : new IcsZones(zones.byName(own.strip()).orElse(calendarZone), described);
    }

    ZoneId floating() {
        return floating;
    }

    ZoneId named(String name, LocalDateTime near) {
        ZoneId known = found.get(name);
        if (known == null) {
            known = byName(name)
                    .or(() -> byDescription(name, near))
                    .orElseThrow(() -> new Unimportable("unknown time zone: " + name));
            found.put(name, known);
        }
        return known;
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
        VTimezone description = described.get(name);
        if (description == null) {
            return Optional.empty();
        }
        TimeZone clocks = new ICalTimeZone(description);
        List<Instant> samples = samples(near.getYear());
        return candidates().filter(zone -> agree(zone, clocks, samples)).findFirst();
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
    private static List<Instant> samples(int year) {
        return IntStream.range(0, 48)
                .mapToObj(i -> LocalDateTime.of(year + i / 24, 1 + (i % 24) / 2, 1 + 14 * (i % 2), 12, 0))
                .map(local -> local.toInstant(ZoneOffset.UTC))
                .toList();
    }

    private static boolean agree(ZoneId zone, TimeZone clocks, List<Instant> samples) {
        return samples.stream()
                .allMatch(at ->
                        zone.getRules().getOffset(at).getTotalSeconds() * 1000 == clocks.getOffset(at.toEpochMilli()));
    }

    private static Map<String, VTimezone> described(IcsFile file) {
        Map<String, VTimezone> described = new HashMap<>();
        for (String block : blocks(file.text())) {
            VTimezone timezone = parse(block);
            if (timezone != null && timezone.getTimezoneId() != null) {
                described.put(timezone.getTimezoneId().getValue(), timezone);
            }
        }
        return described;
    }

    private static List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            blocks.add(matcher.group());
        }
        return blocks;
    }

    private static @Nullable VTimezone parse(String block) {
        try {
            ICalendar calendar = Biweekly.parse("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + block + "\r\nEND:VCALENDAR\r\n")
                    .first();
            return calendar == null
                    ? null
                    : calendar.getTimezoneInfo().getComponents().stream()
                            .findFirst()
                            .orElse(null);
        } catch (DateTimeException | IllegalArgumentException _) {
            return null;
        }
    }
}
