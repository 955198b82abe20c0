package dev.almanac.command.schedule.undo;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.ChangeCannotBeUndone;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.store.UndoableUntil;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes back what a command did, to its event and to all that changed with it. */
public record UndoChange(String changeId, Request request) implements Command {

    /**
     * Whether all that the command did can be taken back.
     *
     * @param episodes what the command of the change did, the event of the change first
     */
    public static Outcome<ScheduleChange> decide(UndoChange command, List<UndoTarget> episodes) {
        UndoTarget first = episodes.getFirst();
        return Refusals.firstOr(
                () -> Outcome.accepted(command.changes(episodes)),
                () -> command.ofAuthor(first),
                () -> command.ofUndone(episodes),
                () -> command.ofAge(first),
                () -> ofDependants(episodes));
    }

    private Optional<Rejection> ofAuthor(UndoTarget episode) {
        return request.caller().isManager()
                        || episode.by().equals(request.caller().subject())
                ? Optional.empty()
                : Optional.of(new CallerMayNot("Only its author or a manager may undo a change"));
    }

    private Optional<Rejection> ofUndone(List<UndoTarget> episodes) {
        boolean undone = episodes.stream()
                .flatMap(episode -> episode.since().stream())
                .anyMatch(change -> change instanceof ChangeUndone(var _, var id, var _) && id.equals(changeId));
        return undone ? Optional.of(new ChangeCannotBeUndone("The change was undone already")) : Optional.empty();
    }

    private Optional<Rejection> ofAge(UndoTarget episode) {
        return episode.at().plus(UndoableUntil.EXPIRY).isBefore(request.at())
                ? Optional.of(new ChangeCannotBeUndone("A change can be undone within 5 minutes"))
                : Optional.empty();
    }

    private static Optional<Rejection> ofDependants(List<UndoTarget> episodes) {
        return episodes.stream()
                .filter(episode -> !episode.since().isEmpty())
                .findFirst()
                .map(episode -> new ChangeCannotBeUndone("Later changes of " + episode.scheduleId() + " depend on it: "
                        + episode.since().getFirst().type()));
    }

    private List<ScheduleChange> changes(List<UndoTarget> episodes) {
        String by = request.caller().subject();
        List<ScheduleChange> changes = new ArrayList<>();
        for (UndoTarget episode : episodes) {
            changes.add(new ChangeUndone(episode.scheduleId(), changeId, by));
            changes.addAll(new Compensation(episode, by).changes());
        }
        return changes;
    }
}
