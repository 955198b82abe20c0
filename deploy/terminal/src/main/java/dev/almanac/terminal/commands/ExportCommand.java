package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Calendar;
import dev.almanac.terminal.api.CalendarFiles.Format;
import dev.almanac.terminal.api.CalendarFiles.Span;
import dev.almanac.terminal.api.Json;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Progress;
import dev.almanac.terminal.console.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Writes a day, week or month of a calendar to a file.")
public final class ExportCommand implements Callable<Integer> {
    private static final int FILES_MAX = 366;

    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(index = "0", paramLabel = "CALENDAR", description = "By name or id.")
    private String calendar = "";

    @Option(names = "--span", paramLabel = "SPAN", description = "daily, weekly or monthly; monthly if not said.")
    private Span span = Span.MONTHLY;

    @Option(names = "--date", paramLabel = "DAY", description = "A day in it; today if not said.")
    private String date = "today";

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "So many days, weeks or months on end, a file each in the folder that --output names.")
    private int count = 1;

    @Option(names = "--format", paramLabel = "FORMAT", description = "ics, pdf or xlsx; ics if not said.")
    private Format format = Format.ICS;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write; else to the standard output.")
    private @Nullable Path output;

    public ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (count < 1 || count > FILES_MAX) {
            throw new UsageFailure("--count is from 1 to " + FILES_MAX);
        }
        if (count > 1 && output == null) {
            throw new UsageFailure("several files need a folder: say --output");
        }
        if (output == null && format != Format.ICS && surroundings.outIsTerminal()) {
            throw new UsageFailure("a terminal cannot show " + format + ": say --output");
        }
        Session session = connection.session(surroundings);
        Calendar named = session.api().calendars().named(calendar);
        LocalDate first = session.moments(session.zoneOr(named.zone())).day(date);
        if (count > 1) {
            return files(session, named, first);
        }
        byte[] file = session.api().files().export(named.id(), span, first, format);
        if (output == null) {
            surroundings.out().writeBytes(file);
            surroundings.out().flush();
        } else {
            Files.write(output, file);
            tell(session, output, file.length);
        }
        return ExitCode.DONE.number();
    }

    private int files(Session session, Calendar named, LocalDate first) throws IOException {
        Path folder = Files.createDirectories(output == null ? Path.of("") : output);
        try (Progress progress = new Progress(surroundings, "export", count)) {
            for (int index = 0; index < count; index++) {
                LocalDate day = at(first, index);
                byte[] file = session.api().files().export(named.id(), span, day, format);
                Path written = folder.resolve(day + "." + format.name().toLowerCase(Locale.ROOT));
                Files.write(written, file);
                tell(session, written, file.length);
                progress.advance(1);
            }
        }
        return ExitCode.DONE.number();
    }

    private LocalDate at(LocalDate first, int index) {
        return switch (span) {
            case DAILY -> first.plusDays(index);
            case WEEKLY -> first.plusWeeks(index);
            case MONTHLY -> first.plusMonths(index);
        };
    }

    private static void tell(Session session, Path file, int bytes) {
        if (session.json()) {
            session.console().json(Json.object().put("file", file.toString()).put("bytes", bytes));
        } else {
            session.console().note(file + ": " + Words.count(bytes, "byte"));
        }
    }
}
