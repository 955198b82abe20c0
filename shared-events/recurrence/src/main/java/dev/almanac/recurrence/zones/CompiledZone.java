package dev.almanac.recurrence.zones;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads a compiled zone file (TZif, RFC 9636) of version 2 or later. */
final class CompiledZone {
    private static final int MAGIC = 0x545A6966;

    private final ByteBuffer bytes;
    private int transitions;
    private int types;
    private int characters;
    private int leapSeconds;
    private int standardFlags;
    private int utFlags;

    private CompiledZone(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    static ZoneRules read(byte[] bytes) {
        try {
            return new CompiledZone(bytes).rules();
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new InvalidZoneData("it ends too early, or points behind its end", e);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new InvalidZoneData("it makes no sense: " + e.getMessage(), e);
        }
    }

    private ZoneRules rules() {
        if (header() < '2') {
            throw new InvalidZoneData("it is of version 1, whose times end in 2038");
        }
        skip(transitions * 5 + types * 6 + characters + leapSeconds * 8 + standardFlags + utFlags);
        header();
        if (leapSeconds > 0) {
            throw new InvalidZoneData("it counts leap seconds (a file for 'right' time)");
        }
        var instants = new long[transitions];
        bytes.asLongBuffer().get(instants);
        skip(transitions * 8);
        var typeOf = new byte[transitions];
        bytes.get(typeOf);
        var offsets = new ArrayList<ZoneOffset>();
        for (int type = 0; type < types; type++) {
            offsets.add(ZoneOffset.ofTotalSeconds(bytes.getInt()));
            skip(2);
        }
        skip(characters + standardFlags + utFlags);
        var listed = changes(instants, typeOf, offsets);
        var lasting = LastingRule.read(
                footer(),
                listed.isEmpty() ? offsets.getFirst() : listed.getLast().getOffsetAfter());
        return ZoneRules.of(lasting.standard(), offsets.getFirst(), List.of(), listed, lasting.changes());
    }

    private static List<ZoneOffsetTransition> changes(long[] instants, byte[] typeOf, List<ZoneOffset> offsets) {
        var changes = new ArrayList<ZoneOffsetTransition>();
        var before = offsets.getFirst();
        for (int i = 0; i < instants.length; i++) {
            var after = offsets.get(Byte.toUnsignedInt(typeOf[i]));
            if (!after.equals(before)) {
                changes.add(
                        ZoneOffsetTransition.of(LocalDateTime.ofEpochSecond(instants[i], 0, before), before, after));
            }
            before = after;
        }
        return changes;
    }

    /** Reads the counts of the block that follows, and answers the version. */
    private char header() {
        if (bytes.getInt() != MAGIC) {
            throw new InvalidZoneData("it is no compiled zone file");
        }
        char version = (char) bytes.get();
        skip(15);
        utFlags = bytes.getInt();
        standardFlags = bytes.getInt();
        leapSeconds = bytes.getInt();
        transitions = bytes.getInt();
        types = bytes.getInt();
        characters = bytes.getInt();
        if (types < 1 || !isSound(utFlags, standardFlags, leapSeconds, transitions, types, characters)) {
            throw new InvalidZoneData("it makes no sense: " + types + " types, " + transitions + " transitions");
        }
        return version;
    }

    /** Each count stands for a byte at least, so that their sums stay small, too. */
    private boolean isSound(int... counts) {
        return IntStream.of(counts).allMatch(count -> count >= 0 && count <= bytes.remaining());
    }

    private String footer() {
        var footer = StandardCharsets.US_ASCII.decode(bytes).toString();
        if (!footer.startsWith("\n") || footer.indexOf('\n', 1) < 0) {
            throw new InvalidZoneData("it ends too early: the rule for the future is missing");
        }
        return footer.substring(1, footer.indexOf('\n', 1));
    }

    private void skip(int length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        bytes.position(bytes.position() + length);
    }
}
