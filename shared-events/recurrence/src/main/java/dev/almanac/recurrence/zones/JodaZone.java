package dev.almanac.recurrence.zones;

import java.io.DataInputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads a zone in the compiled form of Joda-Time: transitions one by one, and the two of a year that go on for ever. */
final class JodaZone {
    /** More than any zone has had, and no reason to ask for much memory. */
    private static final int TRANSITIONS_MAX = 10_000;

    private static final int DAY_MILLIS = 86_400_000;

    private final DataInputStream in;

    private JodaZone(DataInputStream in) {
        this.in = in;
    }

    static ZoneRules read(DataInputStream in) throws IOException {
        return new JodaZone(in).zone();
    }

    private ZoneRules zone() throws IOException {
        return switch (in.readUnsignedByte()) {
            case 'F' -> fixed();
            case 'C', 'P' -> changing();
            default -> throw new IOException("unknown form");
        };
    }

    private ZoneRules fixed() throws IOException {
        in.readUTF();
        return ZoneRules.of(offset());
    }

    private ZoneRules changing() throws IOException {
        int names = in.readUnsignedShort();
        for (int i = 0; i < names; i++) {
            in.readUTF();
        }
        int count = in.readInt();
        if (count < 1 || count > TRANSITIONS_MAX) {
            throw new IOException(count + " transitions");
        }
        var changes = new ArrayList<ZoneOffsetTransition>();
        ZoneOffset first = null;
        ZoneOffset before = null;
        for (int i = 0; i < count; i++) {
            long second = Math.floorDiv(millis(), 1000L);
            var after = offset();
            offset();
            in.skipNBytes(names < 256 ? 1 : 2);
            if (before == null) {
                // The first is not a change: it says what holds from the beginning of time.
                first = after;
            } else if (!after.equals(before)) {
                changes.add(ZoneOffsetTransition.of(LocalDateTime.ofEpochSecond(second, 0, before), before, after));
            }
            before = after;
        }
        if (first == null || !in.readBoolean()) {
            return ZoneRules.of(
                    before == null ? ZoneOffset.UTC : before,
                    first == null ? ZoneOffset.UTC : first,
                    List.of(),
                    changes,
                    List.of());
        }
        var standard = offset();
        var one = yearly();
        var other = yearly();
        return ZoneRules.of(
                standard,
                first,
                List.of(),
                changes,
                Stream.of(one.rule(standard, other.saved), other.rule(standard, one.saved))
                        .sorted(Comparator.comparing(ZoneOffsetTransitionRule::getMonth))
                        .toList());
    }

    /**
     * A change that comes every year.
     *
     * @param day of the month, from its end if negative
     * @param weekday 1 is Monday; 0 if the day of the month alone decides
     * @param later whether the weekday is looked for from that day on, and not before it
     */
    private record Yearly(int mode, Month month, int day, int weekday, boolean later, int time, int saved) {

        ZoneOffsetTransitionRule rule(ZoneOffset standard, int savedBefore) {
            int earliest = weekday == 0 || later || day < 0 ? day : day - 6;
            var from = month;
            if (day > 0 && earliest < 1) {
                // The Friday on or before the 1st may be of the month before (Egypt's "last Thursday at 24:00").
                from = month.minus(1);
                if (from == Month.FEBRUARY) {
                    throw new IllegalArgumentException("a rule that reaches back into February");
                }
                earliest += from.minLength();
            }
            return ZoneOffsetTransitionRule.of(
                    from,
                    earliest,
                    weekday == 0 ? null : DayOfWeek.of(weekday),
                    time == DAY_MILLIS ? LocalTime.MIDNIGHT : LocalTime.ofSecondOfDay(time / 1000),
                    time == DAY_MILLIS,
                    switch (mode) {
                        case 'u' -> TimeDefinition.UTC;
                        case 's' -> TimeDefinition.STANDARD;
                        case 'w' -> TimeDefinition.WALL;
                        default -> throw new IllegalArgumentException("unknown kind of time " + mode);
                    },
                    standard,
                    plus(standard, savedBefore),
                    plus(standard, saved));
        }

        private static ZoneOffset plus(ZoneOffset standard, int millis) {
            return ZoneOffset.ofTotalSeconds(standard.getTotalSeconds() + millis / 1000);
        }
    }

    private Yearly yearly() throws IOException {
        int mode = in.readUnsignedByte();
        var month = Month.of(in.readUnsignedByte());
        int day = in.readByte();
        int weekday = in.readUnsignedByte();
        boolean later = in.readBoolean();
        int time = (int) millis();
        in.readUTF();
        return new Yearly(mode, month, day, weekday, later, time, (int) millis());
    }

    private ZoneOffset offset() throws IOException {
        return ZoneOffset.ofTotalSeconds(Math.toIntExact(millis() / 1000));
    }

    /** The two upper bits tell the unit and the length; the rest is the number, with its sign. */
    private long millis() throws IOException {
        int head = in.readUnsignedByte();
        long number = (long) (head << 26) >> 26;
        return switch (head >> 6) {
            case 0 -> number * 1_800_000;
            case 1 -> tail(number, 3) * 60_000;
            case 2 -> tail(number, 4) * 1000;
            default -> in.readLong();
        };
    }

    private long tail(long head, int bytes) throws IOException {
        long number = head;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | in.readUnsignedByte();
        }
        return number;
    }
}
