package dev.almanac.command.schedule.request;

import dev.almanac.command.schedule.model.ScheduleId;
import dev.almanac.web.Fields;
import org.jspecify.annotations.Nullable;

/** How much of a series a change of one occurrence changes. */
public enum Scope {
    THIS,
    THIS_AND_FOLLOWING,
    ALL;

    /** An occurrence alone, and a series or a single event as a whole, unless the caller says otherwise. */
    public static Scope of(Fields fields, @Nullable String scope, ScheduleId id) {
        Scope fallback = id.namesAnOccurrence() ? THIS : ALL;
        Scope named = scope == null ? fallback : fields.constant("scope", scope, Scope.class);
        if (named != ALL && !id.namesAnOccurrence()) {
            fields.error("scope", "needs an occurrence's id in the path");
        }
        return named;
    }

    public static Scope of(@Nullable String scope, ScheduleId id) {
        Fields fields = new Fields();
        Scope named = of(fields, scope, id);
        return fields.valid(() -> named);
    }
}
