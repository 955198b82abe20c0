package dev.almanac.query.notifying;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.query.notifications.NotificationLog;
import dev.almanac.query.store.Generations;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells people what follows from no change, such as what a sweep has found: as each of them wishes, and bounded like all else. */
@Component
public class Announcer {
    private static final String SOURCE = "urn:scheduling:query-service";
    /** It follows from no position of the event store. */
    private static final long NO_POSITION = 0;

    private final NotificationLog log;
    private final Generations generations;
    private final Clock clock;
    private final Storms storms;

    Announcer(NotificationLog log, Generations generations, Clock clock, NotifyingProperties properties) {
        this.log = log;
        this.generations = generations;
        this.clock = clock;
        this.storms = new Storms(properties.singlyMax(), properties.gatheredFor());
    }

    /**
     * Returns when a broker has them all. Blocks.
     *
     * @param causeId of what they were found by
     * @param by which service, or who
     * @throws org.apache.kafka.common.KafkaException where none takes them in time
     */
    public synchronized void tell(Collection<Telling> tellings, String causeId, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ChangeMetadata cause =
                new ChangeMetadata(causeId, SOURCE, now, ChangeMetadata.UNNUMBERED, NO_POSITION, by, causeId, causeId);
        Set<String> recipients = tellings.stream()
                .flatMap(telling -> telling.recipients().stream())
                .collect(Collectors.toSet());
        Teller teller = new Teller(Preferences.of(recipients, generations.active()), storms, now);
        tellings.forEach(telling -> teller.tell(telling, cause));
        teller.told().forEach(log::publish);
    }
}
