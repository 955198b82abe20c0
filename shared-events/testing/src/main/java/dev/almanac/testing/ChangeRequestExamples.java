package dev.almanac.testing;

import static dev.almanac.testing.Examples.at;

import dev.almanac.events.changerequest.AskedChange;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestProposed;
import dev.almanac.events.changerequest.ChangeSummary;
import dev.almanac.events.changerequest.ChangeSummary.Outlook;
import dev.almanac.events.changerequest.ChangeWarning;
import dev.almanac.events.changerequest.ProposedAction;
import dev.almanac.events.changerequest.ProposedChange;
import dev.almanac.events.changerequest.SubjectKind;
import dev.almanac.events.wire.ChangeJson;
import java.util.List;

/** Changes that somebody asks for in March 2026. */
public final class ChangeRequestExamples {
    private ChangeRequestExamples() {}

    /** A pause of the rule until the third. */
    public static ChangeRequestProposed proposed(String requestId, String ruleId, String by) {
        return new ChangeRequestProposed(
                requestId,
                new AskedChange("pause the backup until Tuesday", Examples.ZONE, null, "grammar"),
                List.of(new ProposedChange(
                        SubjectKind.RULE,
                        ruleId,
                        "Backup",
                        ProposedAction.PAUSE,
                        3,
                        ChangeJson.mapper().createObjectNode().put("resumeAfter", "2026-03-03T00:00:00Z"))),
                new ChangeSummary(new Outlook("Nightly", List.of(at("03T01:00"))), new Outlook("Paused", List.of())),
                0.9,
                List.of(new ChangeWarning(ChangeWarning.Code.DST, "The clocks change")),
                at("01T10:00"),
                at("01T11:00"),
                by);
    }
}
