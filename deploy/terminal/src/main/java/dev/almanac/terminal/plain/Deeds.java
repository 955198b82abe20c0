package dev.almanac.terminal.plain;

import dev.almanac.terminal.api.Api;
import dev.almanac.terminal.calendar.Answer.Last;
import dev.almanac.terminal.calendar.Command;
import dev.almanac.terminal.calendar.Command.ApproveMissedRun;
import dev.almanac.terminal.calendar.Command.PauseRule;
import dev.almanac.terminal.calendar.Command.RemoveEvent;
import dev.almanac.terminal.calendar.Command.RescheduleEvent;
import dev.almanac.terminal.calendar.Command.RunRuleNow;
import dev.almanac.terminal.calendar.Command.UndoChange;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Question;
import dev.almanac.terminal.calendar.Scope;
import dev.almanac.terminal.source.Failures;
import dev.almanac.terminal.source.Forecasting;
import dev.almanac.terminal.source.Reading;
import dev.almanac.terminal.source.Sending;
import dev.almanac.terminal.times.DateWords;
import dev.almanac.terminal.times.TimeWords;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is done by a line: said what it would come to, and confirmed with yes. */
final class Deeds {
    static final Set<String> VERBS = Set.of("move", "remove", "pause", "run", "approve");
    private static final String YES = "yes";

    private final Sending sending;
    private final Forecasting forecasting;
    private final ZoneId zone;
    private final Consumer<String> say;
    private final Supplier<@Nullable String> hear;

    Deeds(Api api, ZoneId zone, Consumer<String> say, Supplier<@Nullable String> hear) {
        this.sending = new Sending(api);
        this.forecasting = new Forecasting(sending);
        this.zone = zone;
        this.say = say;
        this.hear = hear;
    }

    /** Empty where the line was not understood, which is said. */
    Optional<Command> command(Line line, Item item, LocalDate date, LocalDate today) {
        return switch (line.verb()) {
            case "move" -> move(line, item, date, today);
            case "remove" -> Optional.of(new RemoveEvent(item, one(item), line.rest(1)));
            case "pause" -> ofRun(item, new PauseRule(item, line.rest(1)));
            case "run" -> ofRun(item, new RunRuleNow(item));
            default -> ofRun(item, new ApproveMissedRun(item));
        };
    }

    void undo(Reading reading) {
        if (reading.answer(new Question.LastUndoable()) instanceof Last(var change)) {
            change.ifPresentOrElse(
                    last -> {
                        say.accept("Undo: " + last.what() + ".");
                        isDone(new UndoChange(last));
                    },
                    () -> say.accept("There is nothing to undo."));
        }
    }

    /** Whether somebody said yes, and the services did, too. */
    boolean isDone(Command command) {
        if (command instanceof RescheduleEvent) {
            forecasting.of(command).sentences().forEach(say);
        }
        say.accept("Say yes to do it, anything else to leave it.");
        String answer = hear.get();
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).equals(YES)) {
            say.accept("Left as it is.");
            return false;
        }
        try {
            sending.send(command);
            say.accept(command.done() + ".");
            return true;
        } catch (RuntimeException failure) {
            say.accept(Failures.sentence(failure, command));
            return false;
        }
    }

    /** Such as: move 3 to tomorrow 14:30. */
    private Optional<Command> move(Line line, Item item, LocalDate date, LocalDate today) {
        int from = line.words().size() > 1 && line.words().get(1).equals("to") ? 2 : 1;
        String first = from < line.words().size() ? line.words().get(from) : "";
        Optional<LocalDateTime> to = line.words().size() > from + 1
                ? DateWords.parse(first, today)
                        .flatMap(day -> TimeWords.parse(line.rest(from + 1)).map(day::atTime))
                : TimeWords.parse(first).map(date::atTime);
        if (to.isEmpty()) {
            say.accept("Say: move 3 to 14:30, or: move 3 to 2030-06-03 14:30.");
        }
        return to.map(start -> new RescheduleEvent(item, start, zone, one(item), "", ""));
    }

    private static Optional<Scope> one(Item item) {
        return item.recurring() ? Optional.of(Scope.THIS) : Optional.empty();
    }

    private Optional<Command> ofRun(Item item, Command command) {
        if (!item.kind().isRun()) {
            say.accept("That is no run.");
            return Optional.empty();
        }
        return Optional.of(command);
    }
}
