package dev.almanac.query.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.almanac.query.views.ReadModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The documents of all views: those that readers see, and those that are being built beside them. A view is built anew when its
 * version is another than that of its documents, and no other with it.
 */
@Component
public class Generations {
    private static final Pattern COLLECTION = Pattern.compile("(\\w+)_g(\\d+)");

    private final MongoDatabase database;
    private final List<ReadModel<?>> models;
    private final Map<String, Integer> versions;
    private final Pointers pointers;
    /** Empty until the pointer has been read once. */
    private final AtomicReference<@Nullable Generation> active = new AtomicReference<>();

    Generations(MongoDatabase database, List<ReadModel<?>> models) {
        this.database = database;
        this.models = List.copyOf(models);
        this.versions = models.stream().collect(Collectors.toUnmodifiableMap(ReadModel::name, ReadModel::version));
        this.pointers = new Pointers(database);
    }

    /**
     * What readers see.
     *
     * @throws ViewsUnknown until this instance has read in the store which views these are
     */
    public Generation active() {
        return known().orElseThrow(ViewsUnknown::new);
    }

    /** What readers see; empty until this instance has read in the store which views these are. */
    public Optional<Generation> known() {
        return Optional.ofNullable(active.get());
    }

    /** What is built beside it, if the code of this instance is that by which it is to be built. */
    public Optional<Generation> building(Pointer pointer) {
        return pointer.isBuildableBy(versions) ? beside(pointer) : Optional.empty();
    }

    /** What is built beside it by other code than that of this instance. */
    public Optional<Generation> foreign(Pointer pointer) {
        return pointer.isBuildableBy(versions) ? Optional.empty() : beside(pointer);
    }

    private Optional<Generation> beside(Pointer pointer) {
        return Optional.ofNullable(pointer.building())
                .map(layout -> new Generation(layout, pointer.isComplete(versions.keySet()), models, database));
    }

    /** The pointer as it is in the store now; the first instance to ask creates it. Readers follow it. */
    public Mono<Pointer> refresh() {
        return pointers.readOrCreate(versions).doOnNext(this::follow);
    }

    /** Starts all views from the start of the topics beside the active ones; empty when they are being built already. */
    public Mono<Pointer> beginRebuild() {
        return pointers.read()
                .filter(pointer -> !pointer.isRebuildingAll(versions))
                .flatMap(pointer -> pointers.replace(pointer, pointer.building(versions)));
    }

    /**
     * Before this instance keeps the active views up to date it notes those that it keeps otherwise than they were built, and
     * starts to build these anew, unless something is being built. Both at once, so that no instance with the code before is
     * first.
     *
     * @return as the pointer is then; empty when another instance has changed it meanwhile
     */
    public Mono<Pointer> takePart(Pointer pointer) {
        Pointer kept = pointer.keptBy(versions);
        Map<String, Integer> outdated = kept.outdated(versions);
        Pointer next = kept.isRebuilding() || outdated.isEmpty() ? kept : kept.building(outdated);
        return next.equals(pointer)
                ? Mono.just(pointer)
                : pointers.replace(pointer, next).doOnNext(this::follow);
    }

    /**
     * Builds by the code of this instance what was left by other code; empty when another instance was first.
     *
     * @param applied how far the active views are
     */
    public Mono<Pointer> takeOver(Pointer pointer, Map<TopicPartition, Long> applied) {
        return beginAt(applied, pointer, pointer.takenOver(versions));
    }

    /**
     * What was built has caught up. If it is all that there is, readers see it from now on; else it is joined with the other views.
     *
     * @param applied how far the active views were before it was found to have caught up: so far are all
     */
    public Mono<Pointer> caughtUp(Pointer pointer, Map<TopicPartition, Long> applied) {
        if (pointer.isComplete(versions.keySet())) {
            return pointers.replace(pointer, pointer.switched()).doOnNext(this::follow);
        }
        return beginAt(applied, pointer, pointer.joined());
    }

    private Mono<Pointer> beginAt(Map<TopicPartition, Long> applied, Pointer pointer, Pointer next) {
        Layout layout = Objects.requireNonNull(next.building());
        Mono<Void> positions = layout.isFromTheStart()
                ? Mono.empty()
                : new Generation(layout, true, models, database).positions().advance(applied);
        return positions.then(pointers.replace(pointer, next));
    }

    public Mono<Void> prepare(Generation generation) {
        return generation.createIndexes();
    }

    /** Drops whatever is of former generations, and that the pointer does not name. */
    public Mono<Void> dropUnused(Pointer pointer) {
        return Flux.from(database.listCollectionNames())
                .filter(name -> isUnused(name, pointer))
                .concatMap(name -> database.getCollection(name).drop())
                .then();
    }

    private static boolean isUnused(String collection, Pointer pointer) {
        Matcher matcher = COLLECTION.matcher(collection);
        if (!matcher.matches()) {
            return false;
        }
        int number = Integer.parseInt(matcher.group(2));
        return number <= pointer.active().number() && !pointer.uses(matcher.group(1), number);
    }

    private void follow(Pointer pointer) {
        Generation followed = active.get();
        if (followed == null || !followed.layout().equals(pointer.active())) {
            active.set(new Generation(pointer.active(), true, models, database));
        }
    }
}
