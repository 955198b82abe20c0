package dev.almanac.conflict.lane;

import dev.almanac.conflict.lane.LaneNews.BackInService;
import dev.almanac.conflict.lane.LaneNews.Claimed;
import dev.almanac.conflict.lane.LaneNews.Described;
import dev.almanac.conflict.lane.LaneNews.Released;
import dev.almanac.conflict.lane.LaneNews.Unchanged;
import dev.almanac.events.Draft;
import dev.almanac.events.Recorded;
import dev.almanac.events.Republication;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.lane.LaneId;
import dev.almanac.telemetry.RecordScope;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Keeps the entries of each lane and examines anew whatever a piece of news may have changed. */
public final class LaneProcessor extends ContextualProcessor<LaneId, LaneNews, String, Recorded<ConflictChange>> {
    private final int keptEntries;
    private @Nullable LaneStores stores;

    LaneProcessor(int keptEntries) {
        this.keptEntries = keptEntries;
    }

    @Override
    public void init(ProcessorContext<String, Recorded<ConflictChange>> context) {
        super.init(context);
        stores = new LaneStores(context, keptEntries);
    }

    @Override
    public void process(Record<LaneId, LaneNews> record) {
        RecordScope.handling(
                record.headers(), "find-conflicts", () -> LaneTopology.DETECTION.run(() -> examine(record)));
    }

    private void examine(Record<LaneId, LaneNews> record) {
        LaneStores lanes = Objects.requireNonNull(stores);
        LaneNews news = record.value();
        Examination examination = new Examination(record.key(), lanes, news.origin());
        Republication republication = news.origin().republication();
        if (republication != null) {
            anew(lanes, record.key(), news, republication).ifPresent(examination::replace);
        } else if (isNews(lanes, record.key(), news)) {
            take(examination, news);
        }
        examination.changes().forEach(change -> {
            Verdicts.note(change.change());
            context().forward(new Record<>(change.change().subject(), change, record.timestamp()));
        });
    }

    /** Only with the last that is republished it shows whether anything of the lane was missing here. */
    private static Optional<LaneDescription> anew(
            LaneStores lanes, LaneId lane, LaneNews news, Republication republication) {
        ProfileState known = lanes.profile(lane);
        Draft<LaneDescription> before = Draft.before(republication, known.draft(), LaneDescription.NOTHING);
        if (before == null) {
            return Optional.empty();
        }
        LaneDescription after = Objects.requireNonNull(before.made()).after(news);
        boolean late = news.origin().sequence() < known.sequence();
        if (!republication.isLast()) {
            lanes.put(lane, known.with(before.next(after)));
        } else {
            lanes.put(lane, known.at(Math.max(known.sequence(), news.origin().sequence())));
        }
        return republication.isLast() && !late ? Optional.of(after) : Optional.empty();
    }

    /** Claims are guarded where they come from; what is said of the lane itself may be a repeat. */
    private static boolean isNews(LaneStores lanes, LaneId lane, LaneNews news) {
        if (!news.aboutTheLaneItself()) {
            return true;
        }
        ProfileState known = lanes.profile(lane);
        if (news.origin().sequence() <= known.sequence()) {
            return false;
        }
        lanes.put(lane, known.at(news.origin().sequence()));
        return true;
    }

    private static void take(Examination examination, LaneNews news) {
        switch (news) {
            case Claimed(var entry, var _) -> examination.place(entry);
            case Released(var claimId, var _) -> examination.release(claimId);
            case Described(var profile, var _) -> examination.describe(profile);
            case BackInService(var slot, var _) -> examination.endOutages(slot);
            case Unchanged _ -> {}
        }
    }
}
