package dev.almanac.query.verifying;

import dev.almanac.events.wire.Topic;
import dev.almanac.query.store.Documents;
import dev.almanac.query.store.FoundDocument;
import dev.almanac.query.store.StoreFailures;
import dev.almanac.query.verifying.Trace.Finding;
import dev.almanac.query.verifying.VerificationReport.WrongDocument;
import dev.almanac.query.verifying.VerificationReport.WrongDocument.Kind;
import dev.almanac.query.views.Delivered;
import dev.almanac.query.views.Fold;
import dev.almanac.query.views.ReadModel;
import dev.almanac.query.views.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What is compared of one view. Its documents are made by the view's own fold, one change after another. */
final class ViewSample<V> {
    /** The hourly cleaning comes late, and the clocks of those who publish are their own. */
    private static final Duration AROUND_THE_CLEANING = Duration.ofDays(1);

    private final ReadModel<V> model;
    private final Documents<V> documents;
    private final List<Sample<V>> samples;

    ViewSample(ReadModel<V> model, Documents<V> documents, List<Sample<V>> samples) {
        this.model = model;
        this.documents = documents;
        this.samples = samples;
    }

    Set<Topic> topics() {
        return model.topics();
    }

    /** @param applied how far the views were before anything was read */
    void take(Delivered delivered, Map<TopicPartition, Long> applied) {
        Map<String, Trace<V>> touched = touched(delivered);
        if (!touched.isEmpty()) {
            touched.values().forEach(trace -> trace.touchedBy(delivered));
            fold(touched, delivered, applied);
        }
    }

    private Map<String, Trace<V>> touched(Delivered delivered) {
        Map<String, Trace<V>> touched = new HashMap<>();
        for (String id : Fold.keys(model, List.of(delivered))) {
            for (Sample<V> sample : samples) {
                if (sample.covers(id)) {
                    touched.put(id, sample.trace(id));
                }
            }
        }
        return touched;
    }

    private void fold(Map<String, Trace<V>> touched, Delivered delivered, Map<TopicPartition, Long> applied) {
        Fold<V> fold = Fold.of(model, before(touched, delivered), List.of(delivered));
        touched.forEach((id, trace) -> {
            Stored<V> next = fold.written().get(id);
            if (!fold.defects().isEmpty()) {
                trace.doubt(Doubt.SET_ASIDE);
            } else if (next != null) {
                become(trace, next, delivered, applied);
            }
        });
    }

    private Map<String, Stored<V>> before(Map<String, Trace<V>> touched, Delivered delivered) {
        Map<String, Stored<V>> before = new HashMap<>();
        touched.forEach((id, trace) -> {
            Stored<V> last = trace.last();
            if (last != null) {
                before.put(id, last);
                if (mayBeDropped(last, delivered.recorded().metadata().time())) {
                    trace.doubt(Doubt.DROPPED_WHEN_OLD);
                }
            }
        });
        return before;
    }

    /** As each batch of the projector finds it: with what a store makes of it. */
    private void become(Trace<V> trace, Stored<V> next, Delivered delivered, Map<TopicPartition, Long> applied) {
        try {
            trace.becomes(documents.comingBack(next), delivered, applied);
        } catch (RuntimeException failure) {
            if (!StoreFailures.isOfTheData(failure)) {
                throw failure;
            }
            trace.doubt(Doubt.SET_ASIDE);
        }
    }

    private boolean mayBeDropped(@Nullable Stored<V> document, Instant by) {
        V view = document == null ? null : document.view();
        return view != null && model.mayBeDropped(view, by.plus(AROUND_THE_CLEANING));
    }

    /** Reads what lies in the store. */
    void find() {
        samples.forEach(sample -> sample.find(documents));
    }

    Comparison compare(Looked looked) {
        Comparison comparison = new Comparison(model.name());
        for (Sample<V> sample : samples) {
            sample.ids().forEach(id -> compare(id, sample.traced(id), sample.found(id), looked, comparison));
        }
        return comparison;
    }

    private void compare(
            String id,
            @Nullable Trace<V> trace,
            @Nullable FoundDocument<V> found,
            Looked looked,
            Comparison comparison) {
        Finding finding = trace == null ? new Finding(Kind.SURPLUS, List.of()) : trace.compare(found, looked.applied());
        if (finding == null) {
            comparison.same();
            return;
        }
        Doubt doubt = trace == null ? surplusDoubt(looked) : doubt(trace, found, looked);
        if (doubt == null) {
            WrongDocument difference = new WrongDocument(model.name(), id, finding.kind(), finding.fields());
            comparison.suspect(new Suspect(difference, trace == null ? Map.of() : trace.subjects()));
        } else {
            comparison.doubt(doubt);
        }
    }

    /** What made it may lie where nothing was read, or nothing lies any more. */
    private @Nullable Doubt surplusDoubt(Looked looked) {
        if (!looked.hasReadAllOf(topics())) {
            return Doubt.NOT_READ;
        }
        return looked.fromTheStart(topics()) ? null : Doubt.CHANGES_MISSING;
    }

    private @Nullable Doubt doubt(Trace<V> trace, @Nullable FoundDocument<V> found, Looked looked) {
        if (trace.doubt() != null) {
            return trace.doubt();
        }
        if (found == null && mayBeDropped(trace.last(), looked.at())) {
            return Doubt.DROPPED_WHEN_OLD;
        }
        return hasReadAllOf(trace, looked) ? null : Doubt.NOT_READ;
    }

    /** Other teams' clients choose partitions as they like: more of it may lie in another. */
    private boolean hasReadAllOf(Trace<V> trace, Looked looked) {
        return topics().stream().anyMatch(Topic::isOfOthers)
                ? looked.hasReadAllOf(topics())
                : looked.hasReadAll(trace.subjects().keySet());
    }
}
