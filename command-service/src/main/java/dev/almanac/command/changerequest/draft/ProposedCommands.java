package dev.almanac.command.changerequest.draft;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rule.disable.DisableRule;
import dev.almanac.command.rule.missed.RescheduleRun;
import dev.almanac.command.rule.pause.PauseRule;
import dev.almanac.command.rule.resume.ResumeRule;
import dev.almanac.command.rule.runnow.RunRuleNow;
import dev.almanac.command.rule.update.PatchRule;
import dev.almanac.command.schedule.model.ScheduleId;
import dev.almanac.command.schedule.remove.CancelOccurrence;
import dev.almanac.command.schedule.remove.RemoveEventFromCalendar;
import dev.almanac.command.schedule.reschedule.RescheduleEvent;
import dev.almanac.command.schedule.reschedule.RescheduleOccurrence;
import dev.almanac.command.schedule.update.PatchEvent;
import dev.almanac.command.store.Appending;
import dev.almanac.events.OccurrenceId;
import dev.almanac.events.changerequest.ProposedChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is proposed, as the commands that it is: with the rights and refusals that they have. */
public final class ProposedCommands {
    private static final String WHY = "As asked for in change request ";

    private ProposedCommands() {}

    /** In order. The first on each subject expects the version that was proposed for; those behind it know of it. */
    public static List<Command> of(String changeRequestId, List<ProposedChange> changes, Request asked) {
        Set<String> seen = new HashSet<>();
        List<Command> commands = new ArrayList<>();
        for (ProposedChange change : changes) {
            boolean first = seen.add(OccurrenceId.seriesOf(change.subjectId()));
            Request request = new Request(
                    asked.caller(), asked.at(), first ? change.version() : null, asked.correlationId(), null);
            commands.add(of(change, WHY + changeRequestId, request));
        }
        return commands;
    }

    private static Command of(ProposedChange change, String why, Request request) {
        return switch (change.subject()) {
            case RULE -> ofRule(change, why, request);
            case EVENT -> ofEvent(change, ScheduleId.of(change.subjectId()), why, request);
        };
    }

    private static Command ofRule(ProposedChange change, String why, Request request) {
        String ruleId = OccurrenceId.seriesOf(change.subjectId());
        return switch (change.action()) {
            case UPDATE -> new PatchRule(ruleId, change.body(), request);
            case PAUSE -> new PauseRule(ruleId, instant(change.body(), "resumeAfter"), why, request);
            case RESUME -> new ResumeRule(ruleId, why, request);
            case DISABLE -> new DisableRule(ruleId, why, request);
            case RUN_NOW -> new RunRuleNow(ruleId, why, request);
            case RESCHEDULE -> new RescheduleRun(ruleId, change.subjectId(), start(change), why, request);
            case CANCEL -> throw none();
        };
    }

    private static Command ofEvent(ProposedChange change, ScheduleId id, String why, Request request) {
        return switch (change.action()) {
            case UPDATE -> new PatchEvent(id, change.body(), request);
            case RESCHEDULE -> rescheduled(change, id, why, request);
            case CANCEL ->
                id.namesAnOccurrence()
                        ? new CancelOccurrence(id.seriesId(), id.id(), why, request)
                        : new RemoveEventFromCalendar(id.seriesId(), why, request);
            case PAUSE, RESUME, DISABLE, RUN_NOW -> throw none();
        };
    }

    private static Command rescheduled(ProposedChange change, ScheduleId id, String why, Request request) {
        Instant start = start(change);
        String occurrence = id.namesAnOccurrence() ? id.id() : null;
        return occurrence == null || change.body().path("scope").asString("").equals("ALL")
                ? new RescheduleEvent(id.seriesId(), occurrence, start, null, null, why, false, false, null, request)
                : new RescheduleOccurrence(id.seriesId(), occurrence, start, null, why, null, request);
    }

    private static RuntimeException none() {
        return Appending.refused(new ActionIsNotAvailable("There is no such command"));
    }

    private static Instant start(ProposedChange change) {
        return Instant.parse(change.body().path("newStartDateTime").asString(""));
    }

    private static @Nullable Instant instant(JsonNode body, String field) {
        return body.has(field) ? Instant.parse(body.path(field).asString("")) : null;
    }
}
