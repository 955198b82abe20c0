package dev.almanac.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Hears what the service asks of MongoDB, and knows the list of all that it may ask. */
public final class SentCommands implements CommandListener {
    static final Path LIST = Path.of("../docs/mongodb.md");

    /** What the driver says for itself: which session, which server, and on the way in and out. */
    private static final Set<String> OF_THE_DRIVER =
            Set.of("lsid", "txnNumber", "$db", "$clusterTime", "$readPreference", "readConcern", "writeConcern");

    private static final Set<String> COMMANDS_OF_THE_DRIVER = Set.of(
            "hello", "isMaster", "ismaster", "endSessions", "killCursors", "saslStart", "saslContinue", "buildInfo");

    /** What is told of each update, deletion or index. */
    private static final Set<String> PARTS = Set.of("updates", "deletes", "indexes");

    private static final Set<String> UPDATES = Set.of("u", "update");
    private static final Set<String> WRITTEN = Set.of("documents", "key");
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");
    private static final Set<String> SENT = new ConcurrentSkipListSet<>();
    /** The class after which it was noticed fails, and not all behind it. */
    private static final Set<String> TOLD = new ConcurrentSkipListSet<>();

    private static final Set<String> LISTED = listed(_ -> true);

    /** After each test class: nothing has been sent so far that the list lacks. */
    static final class WithinTheSubset implements AfterAllCallback {
        @Override
        public void afterAll(ExtensionContext tests) {
            Set<String> outside = new TreeSet<>(SENT);
            outside.removeAll(LISTED);
            outside.removeIf(asked -> !TOLD.add(asked));
            assertThat(outside)
                    .as("asked of MongoDB, and not in the list of what every server has (%s)", LIST)
                    .isEmpty();
        }
    }

    /** What the list has for every run, and nobody has needed in this one. */
    static Set<String> neverSent() {
        Set<String> idle = listed(line -> !line.contains("not in every run"));
        idle.removeAll(SENT);
        return idle;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (!COMMANDS_OF_THE_DRIVER.contains(event.getCommandName())) {
            SENT.addAll(asked(event.getCommandName(), event.getCommand()));
        }
    }

    /** The command, what it is told beside its name, and the operators in it, such as {@code find filter} and {@code find $lt}. */
    static Set<String> asked(String command, BsonDocument document) {
        Set<String> asked = new TreeSet<>(Set.of(command));
        document.forEach((name, value) -> {
            if (!name.equals(command) && !OF_THE_DRIVER.contains(name)) {
                asked.add(command + " " + name);
                add(command, name, value, asked);
            }
        });
        return asked;
    }

    private static void add(String command, String name, BsonValue value, Set<String> asked) {
        if (PARTS.contains(name)) {
            value.asArray()
                    .forEach(part -> part.asDocument().forEach((field, inside) -> {
                        asked.add(command + " " + name + "." + field);
                        add(command, field, inside, asked);
                    }));
        } else if (UPDATES.contains(name)) {
            // What is written is no question, only how: by a whole document, by operators, or by a pipeline.
            if (value.isArray()) {
                asked.add(command + " pipeline");
            } else if (value.isDocument()) {
                addOperators(command, value.asDocument().keySet(), asked);
            }
        } else if (!WRITTEN.contains(name)) {
            addAllOperators(command, value, asked);
        }
    }

    private static void addOperators(String command, Set<String> names, Set<String> asked) {
        names.stream()
                .filter(name -> name.startsWith("$"))
                .map(name -> command + " " + name)
                .forEach(asked::add);
    }

    private static void addAllOperators(String command, BsonValue value, Set<String> asked) {
        if (value.isArray()) {
            value.asArray().forEach(element -> addAllOperators(command, element, asked));
        } else if (value.isDocument()) {
            addOperators(command, value.asDocument().keySet(), asked);
            value.asDocument().values().forEach(inside -> addAllOperators(command, inside, asked));
        }
    }

    /** Of each line of the table the command in its first cell, alone and with each word of the second and the third. */
    private static Set<String> listed(Predicate<String> which) {
        try (Stream<String> lines = Files.lines(LIST)) {
            return lines.filter(line -> line.startsWith("| `"))
                    .filter(which)
                    .map(line -> line.split("\\|", -1))
                    .flatMap(SentCommands::listed)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> listed(String[] cells) {
        return words(cells[1])
                .flatMap(command -> Stream.concat(
                        Stream.of(command),
                        Arrays.stream(cells, 2, 4).flatMap(SentCommands::words).map(word -> command + " " + word)));
    }

    private static Stream<String> words(String cell) {
        return WORD.matcher(cell).results().map((MatchResult word) -> word.group(1));
    }
}
