package dev.almanac.query.changerequests;

import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.testing.Examples.at;
import static dev.almanac.testing.Examples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.changerequest.AppliedChange;
import dev.almanac.events.changerequest.AskedChange;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestConfirmed;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestNotUnderstood;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestOvertaken;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestProposed;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestRejected;
import dev.almanac.events.changerequest.ChangeWarning;
import dev.almanac.events.changerequest.NamedSubject;
import dev.almanac.events.changerequest.SubjectKind;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.ChangeRequestExamples;
import dev.almanac.testing.Feeder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was asked for in sentences, for whoever asked, and for managers. */
@OnRealParts
class ChangeRequestsIT {
    private final String own = "-" + id();
    private final String eva = "eva" + own;

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    private Api mine;
    private Api others;
    private Api managers;

    @BeforeEach
    void connect() {
        mine = api.as(ISSUER.token(eva, "staff"));
        others = api.as(ISSUER.token("otto" + own, "staff"));
        managers = api.as(ISSUER.token("mona", "manager"));
    }

    private ChangeRequestProposed proposed(String requestId) {
        return ChangeRequestExamples.proposed(requestId, "rule" + own, eva);
    }

    @Test
    void a_request_is_read_from_its_proposal_to_what_was_applied() {
        String request = "request" + own;
        long position = feeder.storeTogether(eva, at("01T10:00"), proposed(request));
        mine.get("/ops/calendar/change-requests/" + request, position)
                .jsonPath("$.status")
                .isEqualTo("PROPOSED")
                .jsonPath("$.text")
                .isEqualTo("pause the backup until Tuesday")
                .jsonPath("$.changes[0].body.resumeAfter")
                .isEqualTo("2026-03-03T00:00:00Z")
                .jsonPath("$.summary.before.next[0]")
                .isEqualTo("2026-03-03T01:00:00Z")
                .jsonPath("$.confidence")
                .isEqualTo(0.9)
                .jsonPath("$.warnings[0].code")
                .isEqualTo("DST")
                .jsonPath("$.applied")
                .isEmpty();

        long confirmed = feeder.storeTogether(
                eva,
                at("01T10:01"),
                new ChangeRequestConfirmed(
                        request,
                        List.of(new AppliedChange(SubjectKind.RULE, "rule" + own, "change-4", 4)),
                        at("01T10:01"),
                        eva));
        mine.get("/ops/calendar/change-requests/" + request, confirmed)
                .jsonPath("$.status")
                .isEqualTo("CONFIRMED")
                .jsonPath("$.applied[0].changeId")
                .isEqualTo("change-4")
                .jsonPath("$.decidedBy")
                .isEqualTo(eva)
                .jsonPath("$.changes[0].action")
                .isEqualTo("PAUSE");
        mine.get("/ops/calendar/change-requests/" + request + "/history")
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[1].type")
                .isEqualTo("ChangeRequestConfirmed.v1")
                .jsonPath("$.items[1].before.status")
                .isEqualTo("PROPOSED");
        api.as(ISSUER.token("root", "admin"))
                .get("/audit?subject=" + request)
                .jsonPath("$.items.length()")
                .isEqualTo(2);
    }

    @Test
    void what_others_asked_for_is_seen_by_managers_only() {
        String request = "request" + own;
        long position = feeder.storeTogether(eva, at("01T10:00"), proposed(request));
        String path = "/ops/calendar/change-requests/" + request;
        mine.get(path, position);
        managers.get(path, position);
        others.problem(path, 404, "not-found");
        others.problem(path + "/history", 404, "not-found");
        assertThat(mine.body("/ops/calendar/change-requests")).contains(request);
        assertThat(managers.body("/ops/calendar/change-requests?limit=1000")).contains(request);
        assertThat(others.body("/ops/calendar/change-requests")).doesNotContain(request);
        others.problem("/changes/" + request + "-0", 404, "not-found");
    }

    @Test
    void requests_are_listed_by_how_they_stand_newest_first() {
        feeder.storeTogether(eva, at("01T10:00"), proposed("a" + own));
        feeder.storeTogether(
                eva,
                at("01T10:01"),
                proposed("b" + own),
                new ChangeRequestRejected("b" + own, "not now", at("01T10:01"), eva));
        feeder.storeTogether(
                eva,
                at("01T10:02"),
                proposed("c" + own),
                new ChangeRequestOvertaken("c" + own, "d" + own, at("01T10:02"), eva));
        long position = feeder.storeTogether(
                eva,
                at("01T10:03"),
                new ChangeRequestNotUnderstood(
                        "d" + own,
                        new AskedChange("do it", "UTC", "rule" + own, "grammar"),
                        List.of(new ChangeWarning(ChangeWarning.Code.NOT_UNDERSTOOD, "What?")),
                        List.of(new NamedSubject(SubjectKind.RULE, "rule" + own, "Backup")),
                        at("01T10:03"),
                        eva));
        mine.get("/ops/calendar/change-requests", position)
                .jsonPath("$.items.length()")
                .isEqualTo(4)
                .jsonPath("$.items[0].id")
                .isEqualTo("d" + own)
                .jsonPath("$.items[0].candidates[0].name")
                .isEqualTo("Backup");
        mine.get("/ops/calendar/change-requests?status=REJECTED")
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].reason")
                .isEqualTo("not now");
        mine.get("/ops/calendar/change-requests?status=OVERTAKEN")
                .jsonPath("$.items[0].successor")
                .isEqualTo("d" + own);
        String cursor = String.valueOf(
                mine.map("/ops/calendar/change-requests?limit=3", null).get("nextCursor"));
        mine.get("/ops/calendar/change-requests?limit=3&cursor=" + cursor)
                .jsonPath("$.items.length()")
                .isEqualTo(1);
    }
}
