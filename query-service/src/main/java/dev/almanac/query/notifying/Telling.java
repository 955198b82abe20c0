package dev.almanac.query.notifying;

import dev.almanac.events.notification.Notice;
import java.util.Set;

/**
 * What a change, or a finding, gives to tell, and to whom.
 *
 * @param occasion what nobody is told of twice, however often it is said
 */
public record Telling(String occasion, Notice notice, Set<String> recipients) {
    public Telling {
        recipients = Set.copyOf(recipients);
    }
}
