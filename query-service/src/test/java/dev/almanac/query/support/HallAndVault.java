package dev.almanac.query.support;

import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.at;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.resource;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSubscribed;
import dev.almanac.events.subscription.WebhookProfile;
import dev.almanac.testing.Api;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.RuleExamples;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

/**
 * A hall that is shared with some, a vault that is not, a beamer that both use, and a rule for each: what tests of access look
 * at. Ids and people are of this one alone.
 */
public final class HallAndVault {
    private final String own = "-" + Examples.id();
    private final Api api;
    private final long position;

    /** What somebody holds on the hall. */
    public enum Relation {
        OWNER,
        ADMIN,
        EDIT,
        VIEW,
        STRANGER
    }

    public HallAndVault(Feeder feeder, Api api) {
        this.api = api;
        feeder.store(calendar(hall(), hallName(), subject(Relation.OWNER)));
        feeder.store(calendar(vault(), "Vault", "somebody"));
        for (Relation shared : List.of(Relation.ADMIN, Relation.EDIT, Relation.VIEW)) {
            feeder.store(new CalendarShared(hall(), subject(shared), ShareLevel.valueOf(shared.name())));
        }
        feeder.store(resource(beamer(), "Beamer"));
        feeder.store(event(id("secret"), vault(), "Secret", "03T08:30", "03T09:30", beamer()));
        feeder.store(event(id("talk"), hall(), "Talk", "03T09:00", "03T10:00", beamer()));
        feeder.store(event(id("tea"), hall(), "Tea", "03T09:00", "03T10:00"));
        feeder.derive(conflict("in-the-hall", "talk", id("tea"), hall(), null));
        feeder.derive(conflict("on-the-beamer", "talk", id("secret"), null, beamer()));
        feeder.store(RuleExamples.queued(id("nightly"), hall(), "0 3 * * *", id("rudi")));
        feeder.store(RuleExamples.queued(id("secret-rule"), vault(), "0 4 * * *", id("rudi")));
        feeder.store(RuleExamples.queued(id("named"), hallName(), "0 5 * * *", id("rudi")));
        feeder.derive(conflict("with-a-run", "talk", id("secret-rule") + "@20260303T040000", null, beamer()));
        feeder.derive(RuleExamples.failed(id("nightly"), RuleExamples.NINE, 1, null));
        feeder.derive(RuleExamples.failed(id("secret-rule"), RuleExamples.NINE, 1, null));
        feeder.store(new WebhookSubscribed(
                id("webhook"),
                subject(Relation.OWNER),
                new WebhookProfile("https://hooks.test/1", null, List.of("EventRescheduled"), List.of()),
                "5f2a91c0.c2VhbGVk"));
        position = feeder.store(event(id("last"), vault(), "Last", "04T08:30", "04T09:30"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> get("mona", "manager", "/schedules/conflicts/" + id("on-the-beamer"))
                        .jsonPath("$.conflictingEventTitle")
                        .isEqualTo("Secret"));
    }

    private ScheduleConflictDetected conflict(
            String name, String one, String other, @Nullable String calendarId, @Nullable String resourceId) {
        return new ScheduleConflictDetected(
                id(name),
                id(one),
                other,
                ConflictType.VENUE_CONFLICT,
                ConflictLevel.CRITICAL,
                calendarId,
                resourceId,
                at("03T09:30"),
                at("03T10:00"),
                at("01T00:00"),
                null);
    }

    /** The id of whatever is called that here. */
    public String id(String name) {
        return name + own;
    }

    public String hall() {
        return id("hall");
    }

    public String hallName() {
        return "Hall" + own;
    }

    public String vault() {
        return id("vault");
    }

    public String beamer() {
        return id("beamer");
    }

    /** When all of it is to be seen. */
    public long position() {
        return position;
    }

    public String subject(Relation relation) {
        return id("sub-" + relation);
    }

    /** The API as somebody in that role speaks it; in none if it is empty. */
    public Api as(String subject, String role) {
        return api.as(role.isEmpty() ? RealParts.ISSUER.token(subject) : RealParts.ISSUER.token(subject, role));
    }

    /** What somebody sees with whom the hall is shared. */
    public BodyContentSpec visible(String path) {
        return get(subject(Relation.VIEW), "customer", path);
    }

    public BodyContentSpec stranger(String path) {
        return get(subject(Relation.STRANGER), "customer", path);
    }

    public BodyContentSpec get(String subject, String role, String path) {
        return as(subject, role).get(path, position);
    }
}
