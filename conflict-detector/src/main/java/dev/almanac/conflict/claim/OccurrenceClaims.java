package dev.almanac.conflict.claim;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.events.lane.Claim;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.telemetry.RecordScope;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Each occurrence of a recurring event claims its slot, and so does each planned run of a rule on a calendar's queue, until it
 * has ended.
 *
 * <p>What is free again is forgotten: a topic that is written exactly once brings nothing back.
 */
final class OccurrenceClaims extends ClaimProcessor<OccurrenceChange> {
    static final String STORE = "occurrence-claims";

    OccurrenceClaims() {
        super(STORE);
    }

    @Override
    public void process(Record<String, Recorded<OccurrenceChange>> record) {
        RecordScope.handling(record.headers(), "claims-of-occurrences", () -> hear(record));
    }

    private void hear(Record<String, Recorded<OccurrenceChange>> record) {
        OccurrenceChange change = record.value().change();
        ChangeMetadata metadata = record.value().metadata();
        if (change instanceof OccurrencesMaterialised day) {
            day.claiming().forEach(occurrence -> claim(Claim.of(day, occurrence), metadata, record.timestamp()));
        }
        ResolutionMethod done = change instanceof OccurrencesWithdrawn withdrawn ? doneTo(withdrawn) : null;
        change.freed().forEach(id -> free(id, metadata, done, record.timestamp()));
    }

    /** What goes on in another series was moved there. */
    private static ResolutionMethod doneTo(OccurrencesWithdrawn withdrawn) {
        return withdrawn.splitInto() == null ? ResolutionMethod.EVENT_CANCELLED : ResolutionMethod.RESCHEDULED;
    }

    private void claim(Claim claim, ChangeMetadata metadata, long timestamp) {
        ClaimState known = states().get(claim.claimId());
        if (known == null || metadata.sequence() > known.sequence()) {
            var announcement = Announcement.of(claim.claimId(), claimOf(known), claim, metadata, null);
            states().put(claim.claimId(), ClaimState.of(metadata.sequence(), claim));
            forward(announcement, timestamp);
        }
    }

    private void free(String claimId, ChangeMetadata metadata, @Nullable ResolutionMethod done, long timestamp) {
        ClaimState known = states().get(claimId);
        if (known != null && metadata.sequence() > known.sequence()) {
            states().delete(claimId);
            forward(Announcement.of(claimId, claimOf(known), null, metadata, done), timestamp);
        }
    }

    private static @Nullable Claim claimOf(@Nullable ClaimState known) {
        return known == null ? null : known.claim();
    }
}
