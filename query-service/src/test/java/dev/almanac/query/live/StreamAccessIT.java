package dev.almanac.query.live;

import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.rule.RuleChange.RuleDeleted;
import dev.almanac.query.support.HallAndVault;
import dev.almanac.query.support.HallAndVault.Relation;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.RuleExamples;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import reactor.test.StepVerifier;

/** The stream tells nobody what lists hide. */
@OnRealParts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamAccessIT {
    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    private HallAndVault rooms;

    @BeforeAll
    void open() {
        rooms = new HallAndVault(feeder, api);
    }

    @Test
    void the_live_stream_tells_of_rules_as_lists_do() {
        var changes = rooms.as(rooms.subject(Relation.VIEW), "staff")
                .http()
                .get()
                .uri("/stream/changes?type=RuleCreated")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody();
        StepVerifier.create(changes.filter(change -> "change".equals(change.event()))
                        .mapNotNull(ServerSentEvent::data))
                .then(() -> {
                    feeder.store(
                            RuleExamples.queued(rooms.id("hidden-rule"), rooms.vault(), "0 3 * * *", rooms.id("rudi")));
                    feeder.store(
                            RuleExamples.queued(rooms.id("shown-rule"), rooms.hall(), "0 3 * 2 *", rooms.id("rudi")));
                })
                .assertNext(change -> assertThat(change)
                        .containsEntry("subject", rooms.id("shown-rule"))
                        .satisfies(said -> assertThat(said.toString()).doesNotContain("depth")))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void that_a_rule_is_gone_is_told_to_those_who_could_read_it() {
        feeder.store(RuleExamples.queued(rooms.id("leaving-hidden"), rooms.vault(), "0 3 * * *", rooms.id("rudi")));
        feeder.store(RuleExamples.queued(rooms.id("leaving-shown"), rooms.hall(), "0 3 * * *", rooms.id("rudi")));
        var changes = rooms.as(rooms.subject(Relation.VIEW), "staff")
                .http()
                .get()
                .uri("/stream/changes?type=RuleDeleted")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody();
        StepVerifier.create(changes.filter(change -> "change".equals(change.event()))
                        .mapNotNull(
                                change -> Objects.requireNonNull(change.data()).get("subject")))
                .then(() -> {
                    feeder.store(
                            new RuleDeleted(rooms.id("leaving-hidden"), RuleExamples.NINE, null, rooms.id("rudi")));
                    feeder.store(new RuleDeleted(rooms.id("leaving-shown"), RuleExamples.NINE, null, rooms.id("rudi")));
                })
                .expectNext(rooms.id("leaving-shown"))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void the_live_stream_tells_of_what_the_caller_may_see() {
        var changes = rooms.as(rooms.subject(Relation.VIEW), "staff")
                .http()
                .get()
                .uri("/stream/changes")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody();
        StepVerifier.create(changes.filter(change -> "change".equals(change.event()))
                        .mapNotNull(
                                change -> Objects.requireNonNull(change.data()).get("subject")))
                .then(() -> {
                    feeder.store(event(rooms.id("hidden"), rooms.vault(), "Hidden", "05T08:30", "05T09:30"));
                    feeder.store(event(rooms.id("shown"), rooms.hall(), "Shown", "06T09:00", "06T10:00"));
                })
                .expectNext(rooms.id("shown"))
                .thenCancel()
                .verify(PATIENCE);
    }
}
