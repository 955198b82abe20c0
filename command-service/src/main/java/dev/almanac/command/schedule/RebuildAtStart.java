package dev.almanac.command.schedule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code --almanac.ledger.rebuild=true}: after a restore of the store, or to be sure. */
@Component
@ConditionalOnProperty("almanac.ledger.rebuild")
class RebuildAtStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildAtStart.class);
    private final LedgerRebuild rebuild;

    RebuildAtStart(LedgerRebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        LOG.info("The slot ledger was rebuilt: {}", rebuild.run());
    }
}
