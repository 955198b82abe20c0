package dev.almanac.terminal.forms;

import dev.almanac.terminal.calendar.Command;
import dev.almanac.terminal.calendar.Command.ApplySuggestion;
import dev.almanac.terminal.calendar.Command.ApproveMissedRun;
import dev.almanac.terminal.calendar.Command.PauseRule;
import dev.almanac.terminal.calendar.Command.RemoveEvent;
import dev.almanac.terminal.calendar.Command.ResumeRule;
import dev.almanac.terminal.calendar.Command.RunRuleNow;
import dev.almanac.terminal.calendar.Command.UndoChange;
import dev.almanac.terminal.calendar.Conflict;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Scope;
import dev.almanac.terminal.calendar.Suggestion;
import dev.almanac.terminal.calendar.Undoable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One more key before something is done, and a reason where one is wanted.
 *
 * @param planned as it would be without what the form says
 */
public record Confirmation(Command planned, Form form) implements Dialog {
    private static final String REASON = "Reason";
    private static final String SCOPE = "Which";

    public static Confirmation ofRemoval(Item item, ZoneId zone) {
        List<Field> fields = new ArrayList<>();
        fields.add(new TextField(REASON, "", "for the history and whoever is told of it"));
        if (item.recurring()) {
            fields.add(new ChoiceField(
                    SCOPE, Arrays.stream(Scope.values()).map(Scope::words).toList(), 0));
        }
        String when = Says.date(item.startIn(zone).toLocalDate()) + " "
                + Says.time(item.startIn(zone).toLocalTime());
        return new Confirmation(
                new RemoveEvent(item, Optional.empty(), ""),
                Form.of("Remove " + item.title(), List.of(when + " " + zone.getId()), fields, "remove"));
    }

    public static Confirmation ofUndo(Undoable change, ZoneId zone) {
        String until = Says.time(change.until().atZone(zone).toLocalTime());
        return new Confirmation(
                new UndoChange(change),
                Form.of(
                        "Undo",
                        List.of(change.what(), "It can be taken back until " + until + "."),
                        List.of(),
                        "undo"));
    }

    public static Confirmation ofPause(Item run) {
        List<Field> fields = List.of(new TextField(REASON, "", "for the history; may stay empty"));
        return new Confirmation(
                new PauseRule(run, ""),
                Form.of(
                        "Pause " + run.title(),
                        List.of("Nothing of it runs until somebody resumes it."),
                        fields,
                        "pause"));
    }

    public static Confirmation ofResumption(Item run) {
        return new Confirmation(
                new ResumeRule(run),
                Form.of(
                        "Resume " + run.title(),
                        List.of("Its runs take place again as it says."),
                        List.of(),
                        "resume"));
    }

    public static Confirmation ofRunNow(Item run) {
        return new Confirmation(
                new RunRuleNow(run),
                Form.of("Run " + run.title() + " now", List.of("Once, beside its timetable."), List.of(), "run"));
    }

    public static Confirmation ofApproval(Item run) {
        return new Confirmation(
                new ApproveMissedRun(run),
                Form.of("Approve " + run.title(), List.of("The missed run takes place now."), List.of(), "approve"));
    }

    public static Confirmation ofSuggestion(Conflict conflict, Suggestion suggestion) {
        return new Confirmation(
                new ApplySuggestion(conflict, suggestion),
                Form.of("End the conflict", List.of(suggestion.sentence()), List.of(), "apply"));
    }

    /** With what the form says. */
    public Command command() {
        return switch (planned) {
            case RemoveEvent(var item, var _, var _) -> new RemoveEvent(item, scope(), form.text(REASON));
            case PauseRule(var run, var _) -> new PauseRule(run, form.text(REASON));
            default -> planned;
        };
    }

    private Optional<Scope> scope() {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.words().equals(form.text(SCOPE)))
                .findFirst();
    }

    @Override
    public Confirmation with(Form changed) {
        return new Confirmation(planned, changed);
    }
}
