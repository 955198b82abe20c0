package dev.almanac.terminal.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/**
 * Where the program runs.
 *
 * @param columns of the terminal; what is no terminal has room for all
 */
public record Surroundings(
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        int columns,
        Clock clock) {
    /** Which of the standard streams are terminals, by their numbers: a shell knows, this JVM would have to call out. */
    private static final String TERMINALS = "almanac.terminals";

    private static final String COLUMNS = "almanac.columns";
    private static final int COLUMNS_OTHERWISE = 100;

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    public static Surroundings ofThisProcess() {
        String terminals = System.getProperty(TERMINALS, "");
        return new Surroundings(
                System.getenv(),
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                terminals.contains("1"),
                terminals.contains("2"),
                Integer.getInteger(COLUMNS, COLUMNS_OTHERWISE),
                Clock.system(ZoneId.systemDefault()));
    }

    /** JSON is UTF-8 whatever the locale says, and terminals have long been. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
