package dev.almanac.terminal.screen;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/** The whole terminal for as long as it is open; however it ends, the terminal is left as it was. */
public final class Screen implements AutoCloseable {
    /** Another screen, no cursor, the mouse while a button is held (SGR), and the clipboard apart from keys. */
    private static final String ENTER =
            "\u001b[?1049h\u001b[?25l\u001b[?1002h\u001b[?1006h\u001b[?2004h\u001b[0m\u001b[2J";

    private static final String LEAVE = "\u001b[?2004l\u001b[?1006l\u001b[?1002l\u001b[0m\u001b[?25h\u001b[?1049l";

    private final Terminal terminal;
    private final Painter painter;
    private final Attributes asItWas;
    private final Thread whenEnded = new Thread(this::leave, "leave-screen");
    private @Nullable Canvas drawn;
    private boolean entered;

    private Screen(Terminal terminal, Palette palette) {
        this.terminal = terminal;
        this.painter = new Painter(palette);
        this.asItWas = terminal.getAttributes();
    }

    public static Screen opened(Palette palette) throws IOException {
        Terminal terminal = TerminalBuilder.builder().system(true).dumb(false).build();
        Screen screen = new Screen(terminal, palette);
        Runtime.getRuntime().addShutdownHook(screen.whenEnded);
        screen.enter();
        return screen;
    }

    public Size size() {
        return new Size(terminal.getHeight(), terminal.getWidth());
    }

    public Keyboard keyboard() {
        NonBlockingReader reader = terminal.reader();
        return new Keyboard(timeout -> {
            try {
                return timeout == 0 ? reader.read() : reader.read(timeout);
            } catch (InterruptedIOException closed) {
                return Keyboard.Characters.ENDED;
            }
        });
    }

    /** Called on a thread of the terminal's: what is to be done is done elsewhere. */
    public void on(Runnable resized, Runnable interrupted) {
        terminal.handle(Signal.WINCH, _ -> resized.run());
        terminal.handle(Signal.INT, _ -> interrupted.run());
        terminal.handle(Signal.TSTP, _ -> suspend());
        terminal.handle(Signal.CONT, _ -> {
            enter();
            resized.run();
        });
    }

    public synchronized void draw(Canvas canvas) {
        if (entered) {
            write(painter.from(drawn, canvas));
            drawn = canvas;
        }
    }

    /** The next picture is drawn as a whole. */
    public synchronized void forget() {
        drawn = null;
    }

    @Override
    public void close() throws IOException {
        leave();
        try {
            Runtime.getRuntime().removeShutdownHook(whenEnded);
        } catch (IllegalStateException alreadyEnding) {
            // Then the hook finds nothing to do.
        }
        terminal.close();
    }

    private synchronized void enter() {
        if (!entered) {
            terminal.enterRawMode();
            write(ENTER);
            entered = true;
            drawn = null;
        }
    }

    private synchronized void leave() {
        if (entered) {
            entered = false;
            write(LEAVE);
            terminal.setAttributes(asItWas);
        }
    }

    /** The JVM takes the signal that would stop it; one that nobody can take follows. */
    private void suspend() {
        leave();
        try {
            new ProcessBuilder(
                            "kill",
                            "-STOP",
                            Long.toString(ProcessHandle.current().pid()))
                    .inheritIO()
                    .start();
        } catch (IOException noSuchProgram) {
            enter();
        }
    }

    private void write(String text) {
        terminal.writer().write(text);
        terminal.writer().flush();
    }
}
