package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Calendar;
import dev.almanac.terminal.api.Imported;
import dev.almanac.terminal.api.Imported.Remark;
import dev.almanac.terminal.console.Cell;
import dev.almanac.terminal.console.Colour;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Progress;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.console.Table;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description =
                "Books what an iCalendar file holds. What is valid is kept, the rest is named, and the program then ends with 3.")
public final class ImportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(index = "0", paramLabel = "CALENDAR", description = "By name or id.")
    private String calendar = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "What to read; - reads the standard input.")
    private String file = "";

    public ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        byte[] content = Inputs.read(surroundings, file);
        if (content.length == 0) {
            throw new UsageFailure("there is nothing in " + file);
        }
        Session session = connection.session(surroundings);
        Calendar named = session.api().calendars().named(calendar);
        Imported imported;
        try (Progress progress = new Progress(surroundings, "import", content.length)) {
            imported = session.api().files().imported(named.id(), new CountedUpload(content, progress).publisher());
        }
        session.answer(imported, () -> tell(session, named, imported));
        return (imported.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).number();
    }

    private static void tell(Session session, Calendar named, Imported imported) {
        session.console()
                .line(Words.count(imported.imported(), "event") + " imported to " + named.name(), Colour.GREEN);
        Table table = new Table("LINE", "WHAT", "WHY", "UID");
        add(table, "rejected", Colour.RED, imported.rejected());
        add(table, "dropped", Colour.YELLOW, imported.dropped());
        add(table, "adjusted", Colour.PLAIN, imported.adjusted());
        add(table, "warning", Colour.YELLOW, imported.warnings());
        if (!table.isEmpty()) {
            session.console().table(table);
        }
    }

    private static void add(Table table, String what, Colour colour, List<Remark> remarks) {
        remarks.forEach(remark -> table.row(
                Cell.of(Integer.toString(remark.line())),
                Cell.of(what, colour),
                Cell.of(remark.reason()),
                Cell.of(remark.uid(), Colour.FAINT)));
    }
}
