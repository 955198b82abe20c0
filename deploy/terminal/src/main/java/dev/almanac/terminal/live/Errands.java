package dev.almanac.terminal.live;

import dev.almanac.terminal.board.Failure;
import dev.almanac.terminal.board.Message;
import dev.almanac.terminal.calendar.Command;
import dev.almanac.terminal.calendar.Forecast;
import dev.almanac.terminal.calendar.Forecast.Outcome;
import dev.almanac.terminal.calendar.Question;
import dev.almanac.terminal.source.Failures;
import dev.almanac.terminal.source.Forecasting;
import dev.almanac.terminal.source.Reading;
import dev.almanac.terminal.source.Sending;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has to be asked and sent, on threads of its own; what came of it is put into the inbox. */
final class Errands {
    /** So fast nobody types. */
    private static final Duration KEYS_TOGETHER = Duration.ofMillis(120);

    private final Reading reading;
    private final Sending sending;
    private final Forecasting forecasting;
    private final Inbox inbox;
    private final Map<Class<?>, Latest<Question>> questions = new HashMap<>();
    private final Latest<Command> forecasts = Latest.of(KEYS_TOGETHER, this::foresee);

    Errands(Reading reading, Sending sending, Inbox inbox) {
        this.reading = reading;
        this.sending = sending;
        this.forecasting = new Forecasting(sending);
        this.inbox = inbox;
    }

    void ask(Question question) {
        questions
                .computeIfAbsent(question.getClass(), _ -> Latest.of(Duration.ZERO, this::answer))
                .want(question);
    }

    void foretell(Command command) {
        forecasts.want(command);
    }

    void send(Command command) {
        Thread.ofVirtual().start(() -> inbox.put(sent(command)));
    }

    private boolean answer(Question question) {
        try {
            inbox.put(new Message.Told(question, reading.answer(question)));
            return false;
        } catch (RuntimeException failure) {
            Failure told = new Failure(Failures.sentence(failure), false);
            boolean passes = Failures.passes(failure);
            inbox.put(passes ? new Message.Delayed(told) : new Message.Untold(question, told));
            return passes;
        }
    }

    private boolean foresee(Command command) {
        try {
            inbox.put(new Message.Foreseen(command, forecasting.of(command)));
        } catch (RuntimeException failure) {
            inbox.put(new Message.Foreseen(
                    command, new Forecast(Outcome.UNKNOWN, List.of(Failures.sentence(failure, command)))));
        }
        return false;
    }

    private Message sent(Command command) {
        try {
            sending.send(command);
            return new Message.Done(command);
        } catch (RuntimeException failure) {
            return new Message.NotDone(
                    command, new Failure(Failures.sentence(failure, command), Failures.isFullness(failure)));
        }
    }
}
