package dev.almanac.terminal.live;

import dev.almanac.terminal.api.Api;
import dev.almanac.terminal.board.Board;
import dev.almanac.terminal.board.Effect;
import dev.almanac.terminal.board.Message;
import dev.almanac.terminal.board.Step;
import dev.almanac.terminal.board.Update;
import dev.almanac.terminal.screen.Input;
import dev.almanac.terminal.screen.Input.Pointed;
import dev.almanac.terminal.screen.Input.Pressed;
import dev.almanac.terminal.screen.Key;
import dev.almanac.terminal.screen.Keyboard;
import dev.almanac.terminal.screen.Screen;
import dev.almanac.terminal.source.Reading;
import dev.almanac.terminal.source.Sending;
import dev.almanac.terminal.views.Frame;
import dev.almanac.terminal.views.Sheet;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The loop: a message changes the board, the board is drawn, and what is to be done for it is done elsewhere. */
public final class FullScreen {
    /** For a day that ends while nobody types. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Screen screen;
    private final Clock clock;
    private final Inbox inbox = new Inbox();
    private final Errands errands;
    private final Listening listening;
    private volatile boolean over;

    public FullScreen(Screen screen, Api api, Clock clock) {
        this.screen = screen;
        this.clock = clock;
        this.errands = new Errands(new Reading(api), new Sending(api), inbox);
        this.listening = new Listening(api, inbox);
    }

    /** Until somebody leaves. */
    public void show(Board first) throws InterruptedException {
        screen.on(() -> inbox.put(new Message.Resized()), () -> acted(new Pressed(Key.LEAVE)));
        Thread.ofPlatform().daemon().name("keyboard").start(this::type);
        Thread listener = Thread.ofVirtual().start(listening);
        Board board = done(Update.begin(first));
        while (!over) {
            Sheet sheet = Frame.of(board, screen.size());
            screen.draw(sheet.canvas());
            board = changed(board.scrolledTo(sheet.top()), sheet, inbox.take(PATIENCE));
        }
        listener.interrupt();
    }

    private Board changed(Board board, Sheet sheet, List<Message> messages) {
        Board changed = board;
        for (Message message : messages) {
            changed = done(Update.of(changed, located(message, sheet)));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), board.zone());
        return today.equals(changed.today()) ? changed : done(Update.of(changed, new Message.TodayIs(today)));
    }

    /** Where the mouse is means what was drawn there. */
    private static Message located(Message message, Sheet sheet) {
        return message instanceof Message.Acted(Pointed(var gesture, var row, var column))
                ? new Message.PointedAt(gesture, sheet.at(row, column))
                : message;
    }

    private Board done(Step step) {
        step.effects().forEach(this::does);
        return step.board();
    }

    private void does(Effect effect) {
        switch (effect) {
            case Effect.Ask(var question) -> errands.ask(question);
            case Effect.Foresee(var command) -> errands.foretell(command);
            case Effect.Send(var command) -> errands.send(command);
            case Effect.Redraw() -> screen.forget();
            case Effect.Leave() -> over = true;
        }
    }

    private void type() {
        Keyboard keyboard = screen.keyboard();
        try {
            while (!over) {
                keyboard.next().ifPresent(this::acted);
            }
        } catch (IOException gone) {
            acted(new Input.Ended());
        }
    }

    private void acted(Input input) {
        inbox.put(new Message.Acted(input));
    }
}
