package dev.almanac.command.resource.availability;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.http.Commands;
import dev.almanac.command.ledger.OutageLedger;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Builds before did not keep outages beside the bookings: those of their resources are collected from the changes, once. */
@Component
class WhenStartedThenCollectOutages {
    private static final Logger LOG = LoggerFactory.getLogger(WhenStartedThenCollectOutages.class);
    private static final int PART = 1_000;
    private static final int PARTS_MAX = 1_000;
    private final OutageLedger outages;
    private final Commands commands;
    private final Clock clock;

    WhenStartedThenCollectOutages(OutageLedger outages, Commands commands, Clock clock) {
        this.outages = outages;
        this.commands = commands;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void collect() {
        Thread.ofVirtual().name("collect-outages").start(this::collectAll);
    }

    private void collectAll() {
        for (int part = 0; part < PARTS_MAX; part++) {
            List<String> resources = outages.unknown(PART);
            if (resources.isEmpty()) {
                return;
            }
            try {
                resources.forEach(id -> commands.sendAndWait(new CollectOutages(id, request())));
            } catch (RuntimeException e) {
                LOG.warn("Outages of resources of earlier builds were not collected, the next start tries again", e);
                return;
            }
        }
    }

    private Request request() {
        return new Request(
                new Caller("command-service", Set.of()),
                clock.instant(),
                null,
                UUID.randomUUID().toString());
    }
}
