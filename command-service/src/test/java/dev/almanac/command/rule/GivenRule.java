package dev.almanac.command.rule;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rule.create.CreateRule;
import dev.almanac.command.rule.model.RuleDraft;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Recurrence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The world of the rules' tests: it is noon of the first of March 2026, and a backup runs every night. */
public final class GivenRule {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final Request CLEO = by("cleo", Role.STAFF);
    public static final Request STAN = by("stan", Role.STAFF);
    public static final Request MAX = by("max", Role.MANAGER);
    public static final Recurrence NIGHTLY = new Cron("30 2 * * *");

    private GivenRule() {}

    public static Outcome<RuleChange> create(Recurrence recurrence) {
        return CreateRule.decide(
                new CreateRule("r", draft(recurrence), CLEO), new RuleState.Absent(), Optional.empty());
    }

    public static RuleState rule() {
        return after(new RuleState.Absent(), create(NIGHTLY));
    }

    public static RuleState after(RuleState state, Outcome<RuleChange> outcome) {
        return RuleState.evolve(state, only(outcome));
    }

    public static RuleDraft draft(Recurrence recurrence) {
        return new RuleDraft(
                "Backup",
                recurrence,
                null,
                "Europe/Berlin",
                "night",
                new JobTemplate("backup", null, 5, 60),
                RuleOptions.DEFAULT,
                new RuleMetadata(null, null, List.of()));
    }

    public static Request by(String subject, Role role) {
        return new Request(new Caller(subject, Set.of(role)), NOON, null, "request");
    }

    public static Request later(Request request) {
        return new Request(request.caller(), NOON.plusSeconds(3600), null, "request");
    }

    public static RuleChange only(Outcome<RuleChange> outcome) {
        return outcome.fold(List::getFirst, rejection -> {
            throw new AssertionError("refused: " + rejection);
        });
    }

    public static Rejection refusal(Outcome<RuleChange> outcome) {
        return outcome.fold(
                changes -> {
                    throw new AssertionError("accepted: " + changes);
                },
                rejection -> rejection);
    }
}
