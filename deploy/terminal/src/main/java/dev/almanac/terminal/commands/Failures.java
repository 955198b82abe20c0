package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.NotFound;
import dev.almanac.terminal.api.NotSignedIn;
import dev.almanac.terminal.api.ProblemException;
import dev.almanac.terminal.api.Unreachable;
import dev.almanac.terminal.console.ColourChoice;
import dev.almanac.terminal.console.Console;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.times.Clocks;
import dev.almanac.terminal.times.UnknownTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said when a command fails, and how the program ends then. */
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final String JSON = "--json";

    private final Surroundings surroundings;
    private final Console console;

    public Failures(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = new Console(surroundings, ColourChoice.AUTO);
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        console.failure(sentence(failure));
        if (failure instanceof UnmatchedArgumentException unknown
                && !unknown.getSuggestions().isEmpty()) {
            console.note("did you mean " + String.join(" or ", unknown.getSuggestions()) + "?");
        }
        console.note(failure.getCommandLine().getCommandSpec().qualifiedName() + " --help says more");
        return ExitCode.USAGE.number();
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return ended(failure, parsed).number();
    }

    private ExitCode ended(Exception failure, ParseResult parsed) {
        return switch (failure) {
            case Refused refused -> refused(refused.refusal(), parsed);
            case ProblemException refused ->
                refused(
                        new Refusal(
                                refused.problem(),
                                new Clocks(surroundings.clock().getZone())),
                        parsed);
            case NotSignedIn nobody -> said(nobody, ExitCode.NOT_ALLOWED);
            case NotFound nothing -> said(nothing, ExitCode.NOT_FOUND);
            case Unreachable unreachable -> said(unreachable, ExitCode.UNREACHABLE);
            case UnknownTime unknown -> said(unknown, ExitCode.USAGE);
            case UsageFailure senseless -> said(senseless, ExitCode.USAGE);
            case NoSuchFileException missing -> {
                console.failure("there is no file " + missing.getFile());
                yield ExitCode.USAGE;
            }
            case UncheckedIOException io -> said(io, ExitCode.UNEXPECTED);
            case IOException io -> said(io, ExitCode.UNEXPECTED);
            default -> {
                console.failure("this is a fault of the program: " + failure);
                yield ExitCode.UNEXPECTED;
            }
        };
    }

    private ExitCode said(Exception failure, ExitCode code) {
        console.failure(sentence(failure));
        return code;
    }

    private static String sentence(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }

    private ExitCode refused(Refusal refusal, ParseResult parsed) {
        if (asksForJson(parsed)) {
            console.json(refusal.problem().json());
        }
        console.failure(refusal.reason());
        refusal.details().forEach(console::note);
        return ExitCode.ofStatus(refusal.problem().status());
    }

    private static boolean asksForJson(ParseResult parsed) {
        ParseResult deepest = parsed;
        while (deepest.subcommand() != null) {
            deepest = deepest.subcommand();
        }
        return deepest.hasMatchedOption(JSON);
    }
}
