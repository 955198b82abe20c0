package dev.almanac.recurrence.clock;

import dev.almanac.recurrence.clock.DstAdjustment.Effect;
import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.Wall;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What the changes of the clocks do to nominal times, one change after another. */
record DstReport(ZonedWall instants) {

    Stream<DstAdjustment> between(long from, long until) {
        long end = Math.min(until, instants.bounds().lastInstant());
        return instants.clock().transitions(from, end).boxed().flatMap(transition -> {
            int before = instants.clock().offsetAt(transition - 1);
            int after = instants.clock().offsetAt(transition);
            return nominals(transition + Math.min(before, after), transition + Math.max(before, after))
                    .mapToObj(nominal -> after > before
                            ? Stream.of(leapt(nominal, transition, before))
                            : repeated(nominal, before, after))
                    .flatMap(Function.identity());
        });
    }

    private LongStream nominals(long from, long until) {
        long begin = Math.max(from, instants.bounds().first());
        long end = Math.min(until, instants.bounds().end());
        return LongStream.iterate(
                instants.wall().next(begin, end),
                nominal -> nominal != Wall.NONE,
                nominal -> instants.wall().next(nominal + 1, end));
    }

    private DstAdjustment leapt(long nominal, long transition, int before) {
        long moved = instants.policy().gap() == DstGap.AT_TRANSITION ? transition : nominal - before;
        var effect = instants.policy().gap() == DstGap.SKIP
                ? Effect.SKIPPED
                : instants.nominal(moved) == nominal ? Effect.SHIFTED : Effect.MERGED;
        return adjustment(nominal, effect, moved);
    }

    private Stream<DstAdjustment> repeated(long nominal, int before, int after) {
        var first = adjustment(nominal, Effect.FIRST, nominal - before);
        var last = adjustment(nominal, Effect.LAST, nominal - after);
        return switch (instants.policy().overlap()) {
            case FIRST -> Stream.of(first);
            case LAST -> Stream.of(last);
            case BOTH -> Stream.of(first, last);
        };
    }

    private static DstAdjustment adjustment(long nominal, Effect effect, long instant) {
        return new DstAdjustment(
                Dates.time(nominal), effect, effect == Effect.SKIPPED ? null : Instant.ofEpochSecond(instant));
    }
}
