package dev.almanac.command.changerequest.interpret;

import dev.almanac.command.changerequest.interpret.Interpretation.NotUnderstood;
import dev.almanac.command.changerequest.interpret.Interpretation.Understood;
import dev.almanac.events.changerequest.ChangeWarning;
import dev.almanac.events.changerequest.ChangeWarning.Code;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds an interpreter to what it was given: an answer about anything else is none, and neither is a failure. */
public final class CheckedInterpreter implements Interpreter {
    private static final Logger LOG = LoggerFactory.getLogger(CheckedInterpreter.class);
    private static final int WARNINGS_MAX = 20;
    private static final int WARNING_LENGTH_MAX = 500;
    private static final int CANDIDATES_MAX = 10;

    private final Interpreter interpreter;

    public CheckedInterpreter(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Override
    public String name() {
        return interpreter.name();
    }

    @Override
    public Interpretation interpret(Sentence sentence, Candidates candidates) {
        return switch (answer(sentence, candidates)) {
            case Understood understood -> checked(understood, candidates);
            case NotUnderstood(var warnings, var meant) ->
                new NotUnderstood(
                        bounded(warnings),
                        meant.stream()
                                .filter(candidates::have)
                                .limit(CANDIDATES_MAX)
                                .toList());
        };
    }

    /** An interpreter may break; the request for a proposal does not. */
    private Interpretation answer(Sentence sentence, Candidates candidates) {
        try {
            return interpreter.interpret(sentence, candidates);
        } catch (RuntimeException e) {
            LOG.warn("The interpreter {} failed", interpreter.name(), e);
            return Interpretation.nothing(Code.NOT_UNDERSTOOD, "The sentence could not be read");
        }
    }

    private static Interpretation checked(Understood understood, Candidates candidates) {
        return candidates.have(understood.subject())
                ? new Understood(
                        understood.subject(),
                        understood.intention(),
                        understood.confidence(),
                        bounded(understood.warnings()))
                : Interpretation.nothing(Code.NOTHING_MATCHED, "The sentence names nothing that you may change");
    }

    private static List<ChangeWarning> bounded(List<ChangeWarning> warnings) {
        return warnings.stream()
                .limit(WARNINGS_MAX)
                .map(warning -> warning.text().length() <= WARNING_LENGTH_MAX
                        ? warning
                        : new ChangeWarning(warning.code(), warning.text().substring(0, WARNING_LENGTH_MAX)))
                .toList();
    }
}
