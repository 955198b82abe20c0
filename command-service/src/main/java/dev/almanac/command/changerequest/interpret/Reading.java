package dev.almanac.command.changerequest.interpret;

import dev.almanac.command.changerequest.interpret.Piece.Beyond;
import dev.almanac.command.changerequest.interpret.Piece.By;
import dev.almanac.command.changerequest.interpret.Piece.Clock;
import dev.almanac.command.changerequest.interpret.Piece.Day;
import dev.almanac.command.changerequest.interpret.Piece.DayRange;
import dev.almanac.command.changerequest.interpret.Piece.Direction;
import dev.almanac.command.changerequest.interpret.Piece.Doing;
import dev.almanac.command.changerequest.interpret.Piece.From;
import dev.almanac.command.changerequest.interpret.Piece.Half;
import dev.almanac.command.changerequest.interpret.Piece.Now;
import dev.almanac.command.changerequest.interpret.Piece.Of;
import dev.almanac.command.changerequest.interpret.Piece.Repeating;
import dev.almanac.command.changerequest.interpret.Piece.Unknown;
import dev.almanac.command.changerequest.interpret.Piece.Until;
import dev.almanac.command.changerequest.interpret.Piece.Within;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The pieces of a sentence by what they are, those that belong together put together. */
final class Reading {
    private final List<Piece> pieces;

    private Reading(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    static Reading of(List<Piece> scanned) {
        return new Reading(withoutSources(withHalves(scanned)));
    }

    /** "At three in the afternoon": the half of the day goes with the time, on either side of it. */
    private static List<Piece> withHalves(List<Piece> scanned) {
        Optional<Half> half = scanned.stream()
                .filter(Half.class::isInstance)
                .map(Half.class::cast)
                .findFirst();
        List<Piece> told = new ArrayList<>(scanned);
        half.ifPresent(said -> {
            told.removeIf(Half.class::isInstance);
            told.replaceAll(piece -> piece instanceof Clock(var time, var halves) && (halves || time.getHour() < 12)
                    ? new Clock(said.part().of(time), false)
                    : piece);
        });
        return told;
    }

    /** "From two to three" goes to three. */
    private static List<Piece> withoutSources(List<Piece> told) {
        List<Piece> rest = new ArrayList<>();
        boolean leaving = false;
        for (Piece piece : told) {
            boolean source = leaving && (piece instanceof Clock || piece instanceof Repeating || piece instanceof Day);
            if (source && piece instanceof Day day) {
                rest.add(new Of(new Which.On(day.date())));
            } else if (!source && !(piece instanceof From)) {
                rest.add(piece);
            }
            leaving = piece instanceof From || (leaving && !source && !(piece instanceof DayRange));
        }
        return rest;
    }

    private <P extends Piece> Stream<P> all(Class<P> kind) {
        return pieces.stream().filter(kind::isInstance).map(kind::cast);
    }

    private <P extends Piece> Optional<P> first(Class<P> kind) {
        return all(kind).findFirst();
    }

    Set<Verb> verbs() {
        Set<Verb> verbs = EnumSet.noneOf(Verb.class);
        boolean strong = all(Doing.class).anyMatch(doing -> !doing.weak() || (doing.verb() == Verb.RUN && saysNow()));
        all(Doing.class)
                .filter(doing -> !strong || !doing.weak() || (doing.verb() == Verb.RUN && saysNow()))
                .forEach(doing -> verbs.add(doing.verb()));
        return verbs;
    }

    Optional<String> beyond() {
        return first(Beyond.class).map(Beyond::why);
    }

    List<String> unknown() {
        return all(Unknown.class).map(Unknown::word).toList();
    }

    Optional<Clock> clock() {
        return first(Clock.class);
    }

    Optional<Day> day() {
        return first(Day.class);
    }

    Optional<Which> which() {
        return first(Of.class).map(Of::which);
    }

    Optional<DayRange> range() {
        return first(DayRange.class);
    }

    Optional<Within> within() {
        return first(Within.class);
    }

    Optional<By> by() {
        return first(By.class);
    }

    Optional<Direction> direction() {
        return first(Direction.class);
    }

    boolean saysNow() {
        return first(Now.class).isPresent();
    }

    boolean saysUntil() {
        return first(Until.class).isPresent();
    }

    /** Two times, two days or two timetables: nobody can tell which. */
    boolean saysTwice() {
        return Stream.of(Clock.class, Day.class, DayRange.class, Within.class, By.class, Of.class)
                        .anyMatch(kind -> all(kind).distinct().limit(2).count() > 1)
                || all(Repeating.class).distinct().limit(3).count() > 2;
    }

    List<Repeats> allRepeats() {
        return all(Repeating.class).map(Repeating::repeats).distinct().toList();
    }
}
