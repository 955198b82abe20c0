package dev.almanac.command.changerequest.interpret;

import dev.almanac.command.changerequest.interpret.Intention.Cancel;
import dev.almanac.command.changerequest.interpret.Intention.Disable;
import dev.almanac.command.changerequest.interpret.Intention.Move;
import dev.almanac.command.changerequest.interpret.Intention.Pause;
import dev.almanac.command.changerequest.interpret.Intention.Resume;
import dev.almanac.command.changerequest.interpret.Intention.Retime;
import dev.almanac.command.changerequest.interpret.Intention.RunNow;
import dev.almanac.command.changerequest.interpret.Intention.Shift;
import dev.almanac.command.changerequest.interpret.Intention.Skip;
import dev.almanac.command.changerequest.interpret.Interpretation.NotUnderstood;
import dev.almanac.command.changerequest.interpret.Interpretation.Understood;
import dev.almanac.command.changerequest.interpret.Piece.By;
import dev.almanac.command.changerequest.interpret.Piece.Clock;
import dev.almanac.command.changerequest.interpret.Piece.Day;
import dev.almanac.command.changerequest.interpret.Piece.DayRange;
import dev.almanac.command.changerequest.interpret.Piece.Within;
import dev.almanac.command.changerequest.interpret.Repeats.Weekly;
import dev.almanac.command.changerequest.interpret.Which.Next;
import dev.almanac.command.changerequest.interpret.Which.On;
import dev.almanac.events.changerequest.ChangeWarning;
import dev.almanac.events.changerequest.ChangeWarning.Code;
import dev.almanac.events.changerequest.SubjectKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the pieces of one sentence to one intention. */
final class Grammar {
    private static final int UNKNOWN_MAX = 2;
    private static final double IMPLIED = 0.9;
    private static final double DOUBTFUL = 0.6;
    private static final double PASSED_OVER = 0.7;

    private final Sentence sentence;
    private final Candidate subject;
    private final Reading reading;
    private final boolean wholeName;
    private final List<ChangeWarning> warnings = new ArrayList<>();
    private double confidence;

    /**
     * A name that is said in part is half as certain where little of it is said, and a word beside it that nobody knows may be of
     * another name.
     */
    Grammar(Sentence sentence, Candidate subject, double coverage, Reading reading) {
        this.sentence = sentence;
        this.subject = subject;
        this.reading = reading;
        this.wholeName = coverage == 1;
        this.confidence = 0.5 + coverage / 2;
    }

    /** Not a bug: there is nothing to do with what was said. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient ChangeWarning warning;

        private Unreadable(Code code, String why) {
            super(why, null, false, false);
            this.warning = new ChangeWarning(code, why);
        }
    }

    Interpretation interpretation() {
        try {
            check();
            Intention intention = intention();
            return new Understood(subject, intention, Math.round(confidence * 100) / 100.0, warnings);
        } catch (Unreadable e) {
            return new NotUnderstood(List.of(e.warning), List.of(subject));
        }
    }

    private void check() {
        reading.beyond().ifPresent(why -> {
            throw new Unreadable(Code.NOT_UNDERSTOOD, why);
        });
        if (reading.saysTwice()) {
            throw new Unreadable(Code.NOT_UNDERSTOOD, "More than one time or day is named");
        }
        List<String> unknown = reading.unknown();
        boolean matters = unknown.stream().anyMatch(word -> word.chars().anyMatch(Character::isDigit));
        if (matters || unknown.size() > (wholeName ? UNKNOWN_MAX : 0)) {
            throw new Unreadable(Code.NOT_UNDERSTOOD, "These words are not understood: " + shown(unknown));
        }
        if (!unknown.isEmpty()) {
            warn(Code.WORDS_IGNORED, "These words were passed over: " + shown(unknown));
            confidence *= Math.pow(PASSED_OVER, unknown.size());
        }
    }

    private static String shown(List<String> words) {
        String shown = String.join(", ", words.stream().limit(10).toList());
        return shown.length() > 200 ? shown.substring(0, 200) : shown;
    }

    private void warn(Code code, String text) {
        warnings.add(new ChangeWarning(code, text));
    }

    private Intention intention() {
        Set<Verb> verbs = reading.verbs();
        if (verbs.size() > 1) {
            throw new Unreadable(Code.TWO_ACTIONS, "More than one thing is asked for: ask one by one");
        }
        return switch (verbs.stream().findFirst().orElseGet(this::implied)) {
            case MOVE -> moved();
            case RUN -> run();
            case PAUSE -> paused();
            case RESUME -> plain(new Resume());
            case DISABLE -> plain(new Disable());
            case SKIP -> new Skip(whichOne().orElseGet(this::next));
            case CANCEL -> new Cancel(whichOne().orElse(null));
        };
    }

    private Verb implied() {
        if (reading.clock().isEmpty() && timetable().isEmpty() && reading.by().isEmpty()) {
            throw new Unreadable(Code.NOT_UNDERSTOOD, "The sentence does not say what is to be done");
        }
        confidence *= IMPLIED;
        return Verb.MOVE;
    }

    /** Nothing of time goes with it. */
    private Intention plain(Intention intention) {
        if (reading.clock().isPresent()
                || reading.day().isPresent()
                || timetable().isPresent()
                || reading.within().isPresent()) {
            throw new Unreadable(Code.NOT_POSSIBLE, "This is done at once, and not at a time");
        }
        return intention;
    }

    private Intention run() {
        if (reading.day().isPresent() || reading.within().isPresent()) {
            throw new Unreadable(
                    Code.NOT_POSSIBLE, "A run beside the timetable is asked for now, and not for another day");
        }
        if (reading.clock().isPresent() || timetable().isPresent()) {
            return retimed();
        }
        if (reading.which().isPresent() || !reading.unknown().isEmpty()) {
            throw new Unreadable(Code.NOT_UNDERSTOOD, "The sentence does not say when it is to run");
        }
        if (!reading.saysNow()) {
            confidence *= IMPLIED;
        }
        return new RunNow();
    }

    private Intention paused() {
        Optional<LocalDateTime> end = until();
        if (end.isPresent() && !end.get().isAfter(sentence.now())) {
            throw new Unreadable(Code.IN_THE_PAST, "The pause would end in the past");
        }
        return new Pause(end.orElse(null));
    }

    private Optional<LocalDateTime> until() {
        if (reading.which().isPresent() || timetable().isPresent()) {
            throw new Unreadable(Code.NOT_POSSIBLE, "A pause is of all runs from now on: skip what is to be left out");
        }
        Optional<Duration> length = reading.within().map(Within::length);
        if (length.isPresent()) {
            return length.map(sentence.now()::plus);
        }
        Optional<LocalTime> time = time();
        Optional<Day> day = reading.day();
        if ((time.isPresent() || day.isPresent()) && !reading.saysUntil()) {
            throw new Unreadable(Code.NOT_POSSIBLE, "A pause begins now: say until when it lasts");
        }
        if (day.isPresent()) {
            return Optional.of(date(day.get()).atTime(time.orElse(LocalTime.MIDNIGHT)));
        }
        return time.map(clock -> sentence.now().toLocalTime().isBefore(clock)
                ? sentence.now().toLocalDate().atTime(clock)
                : sentence.now().toLocalDate().plusDays(1).atTime(clock));
    }

    private Intention moved() {
        Optional<By> by = reading.by();
        Optional<Within> within = reading.within();
        if (by.isPresent()) {
            return new Shift(reading.which().orElse(null), signed(by.get()));
        }
        if (within.isPresent()) {
            LocalDateTime then = sentence.now().plus(within.get().length()).withNano(0);
            return new Move(reading.which().orElseGet(() -> ofMany(null)), then.toLocalDate(), then.toLocalTime());
        }
        if (!isRule() && reading.range().isPresent()) {
            return movedWithin(reading.range().get());
        }
        if (timetable().isPresent()) {
            return retimed();
        }
        return isRule() && reading.which().isEmpty()
                ? ruleMoved()
                : movedTo(reading.which().orElse(null));
    }

    private Duration signed(By by) {
        return by.told() || reading.direction().map(Piece.Direction::later).orElse(true)
                ? by.length()
                : by.length().negated();
    }

    /** A day of the week alone is that of every week; any other day is of one run. */
    private Intention ruleMoved() {
        Optional<Day> day = reading.day();
        if (day.isEmpty()) {
            return retimed();
        }
        if (!day.get().bare()) {
            return movedTo(new Next(1));
        }
        warn(Code.AMBIGUOUS_DAYS, "Read as every " + name(day.get().date().getDayOfWeek()) + ", and not as one run");
        confidence *= DOUBTFUL;
        return new Retime(
                time().orElse(null), new Weekly(1, Set.of(day.get().date().getDayOfWeek())));
    }

    /** "From Monday to Tuesday", of an event. */
    private Intention movedWithin(DayRange range) {
        LocalDate from = DayPhrases.next(sentence.now(), range.first());
        LocalDate to = DayPhrases.next(from.atStartOfDay(), range.last());
        return new Move(new On(from), to, time().orElse(null));
    }

    private Intention movedTo(@Nullable Which which) {
        LocalDate date = reading.day().map(this::date).orElse(null);
        LocalTime time = time().orElse(null);
        if (date == null && time == null) {
            throw new Unreadable(Code.NOT_UNDERSTOOD, "The sentence does not say to when it is to be moved");
        }
        return new Move(which, date, time);
    }

    private Intention retimed() {
        if (reading.which().isPresent()) {
            throw new Unreadable(Code.NOT_UNDERSTOOD, "A timetable is of all, and not of one");
        }
        if (reading.day().isPresent()) {
            throw new Unreadable(Code.NOT_POSSIBLE, "A timetable holds from now on, and not from a day on");
        }
        LocalTime time = time().orElse(null);
        Repeats repeats = timetable().orElse(null);
        if (time == null && repeats == null) {
            throw new Unreadable(Code.NOT_UNDERSTOOD, "The sentence does not say to when it is to be moved");
        }
        return new Retime(time, repeats);
    }

    private Optional<Repeats> timetable() {
        List<Repeats> said = new ArrayList<>(reading.allRepeats());
        reading.range().map(Grammar::days).ifPresent(said::add);
        return said.stream().reduce(Grammar::together);
    }

    /** "Every other week" and "on Fridays". */
    private static Repeats together(Repeats one, Repeats other) {
        if (one instanceof Weekly(var oneStep, var oneDays)
                && other instanceof Weekly(var otherStep, var otherDays)
                && (saysLittle(oneDays) || saysLittle(otherDays))
                && (oneStep == 1 || otherStep == 1)) {
            return new Weekly(oneStep * otherStep, saysLittle(oneDays) ? otherDays : oneDays);
        }
        throw new Unreadable(Code.NOT_UNDERSTOOD, "More than one timetable is named");
    }

    private static boolean saysLittle(Set<DayOfWeek> days) {
        return days.isEmpty() || days.equals(Repeats.EVERY_DAY);
    }

    private static Repeats days(DayRange range) {
        Set<DayOfWeek> days = EnumSet.of(range.first());
        for (DayOfWeek day = range.first(); day != range.last(); day = day.plus(1)) {
            days.add(day.plus(1));
        }
        return new Weekly(1, days);
    }

    private Optional<Which> whichOne() {
        if (timetable().isPresent()
                || reading.clock().isPresent()
                || reading.within().isPresent()) {
            throw new Unreadable(Code.NOT_UNDERSTOOD, "Say which day, or how many");
        }
        return reading.which().or(() -> reading.day().map(this::date).map(On::new));
    }

    private Which next() {
        confidence *= IMPLIED;
        return new Next(1);
    }

    private @Nullable Which ofMany(@Nullable Which which) {
        return which == null && subject.recurring() ? new Next(1) : which;
    }

    private LocalDate date(Day day) {
        if (day.doubtful()) {
            warn(Code.AMBIGUOUS_DATE, "Read as " + day.date());
            confidence *= DOUBTFUL;
        }
        return day.date();
    }

    private Optional<LocalTime> time() {
        Optional<Clock> clock = reading.clock();
        if (clock.filter(Clock::halves).isPresent()
                && warnings.stream().noneMatch(one -> one.code() == Code.AMBIGUOUS_TIME)) {
            warn(Code.AMBIGUOUS_TIME, "Read as " + clock.get().time() + " on a clock of 24 hours");
            confidence *= DOUBTFUL;
        }
        return clock.map(Clock::time);
    }

    private boolean isRule() {
        return subject.kind() == SubjectKind.RULE;
    }

    private static String name(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
