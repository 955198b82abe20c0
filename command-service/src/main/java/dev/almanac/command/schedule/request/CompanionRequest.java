package dev.almanac.command.schedule.request;

import dev.almanac.command.schedule.model.CompanionPairing;
import dev.almanac.command.schedule.model.CompanionTitle;
import dev.almanac.events.schedule.Companion;
import dev.almanac.web.Fields;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event that goes where this one goes, named by its id or by its title.
 *
 * @param offset from this event's start to the companion's, ISO 8601 such as {@code PT2H}; negative when it comes first
 */
public record CompanionRequest(
        @Nullable String scheduleId,
        @Nullable String title,
        @Nullable String offset) {
    private static final int COMPANIONS_MAX = 20;

    static List<Companion> byId(Fields fields, @Nullable List<@Nullable CompanionRequest> all) {
        return present(fields, all).stream()
                .filter(request -> request.scheduleId != null)
                .map(request -> new Companion(
                        fields.text("companions.scheduleId", request.scheduleId, 64), request.apart(fields)))
                .toList();
    }

    static List<CompanionTitle> byTitle(Fields fields, @Nullable List<@Nullable CompanionRequest> all) {
        return present(fields, all).stream()
                .filter(request -> request.scheduleId == null)
                .map(request ->
                        new CompanionTitle(fields.text("companions.title", request.title, 512), request.apart(fields)))
                .toList();
    }

    private static List<CompanionRequest> present(Fields fields, @Nullable List<@Nullable CompanionRequest> all) {
        if (all == null) {
            return List.of();
        }
        if (all.size() > COMPANIONS_MAX || all.stream().anyMatch(Objects::isNull)) {
            fields.error("companions", "must be at most " + COMPANIONS_MAX + " entries, none of them null");
            return List.of();
        }
        return all.stream().map(Objects::requireNonNull).toList();
    }

    private Duration apart(Fields fields) {
        try {
            Duration apart = Duration.parse(fields.text("companions.offset", offset, 32));
            if (CompanionPairing.isNear(apart)) {
                return apart;
            }
            fields.error("companions.offset", "must be at most " + CompanionPairing.APART_MAX.toDays() + " days");
        } catch (DateTimeParseException _) {
            fields.error("companions.offset", "must be a duration of ISO 8601, such as PT2H");
        }
        return Duration.ZERO;
    }
}
