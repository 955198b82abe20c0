package dev.almanac.command.changerequest.plan;

import dev.almanac.events.changerequest.ChangeWarning;
import dev.almanac.events.changerequest.ChangeWarning.Code;
import dev.almanac.events.changerequest.ProposedChange;
import java.util.List;

/** What would have to be done, or why nothing can be. */
public sealed interface Plan {

    /**
     * Commands, all or none of them.
     *
     * @param certainty how far what is planned is what was meant, from 0 to 1
     */
    record Planned(List<ProposedChange> changes, double certainty, List<ChangeWarning> warnings) implements Plan {
        public Planned {
            changes = List.copyOf(changes);
            warnings = List.copyOf(warnings);
        }
    }

    record Impossible(ChangeWarning warning) implements Plan {}

    static Plan of(ProposedChange change) {
        return new Planned(List.of(change), 1, List.of());
    }

    static Plan impossible(String why) {
        return new Impossible(new ChangeWarning(Code.NOT_POSSIBLE, why));
    }

    static Plan past(String why) {
        return new Impossible(new ChangeWarning(Code.IN_THE_PAST, why));
    }
}
