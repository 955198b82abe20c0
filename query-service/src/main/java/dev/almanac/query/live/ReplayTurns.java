package dev.almanac.query.live;

import dev.almanac.web.Rejected;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Who may hear what they have missed: few at once, as each takes a consumer, and of one user half of those at most. */
@Component
class ReplayTurns {
    private final Map<String, Integer> taken = new HashMap<>();
    private final int max;

    ReplayTurns(StreamProperties properties) {
        this.max = properties.replaysMax();
    }

    /** Given back once, however often it is let go. */
    final class Turn {
        private final String user;
        private final AtomicBoolean held = new AtomicBoolean(true);

        private Turn(String user) {
            this.user = user;
        }

        void letGo() {
            if (held.compareAndSet(true, false)) {
                give(user);
            }
        }
    }

    synchronized Turn take(String user) {
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        int own = taken.getOrDefault(user, 0);
        if (all >= max || own >= Math.max(1, max / 2)) {
            throw Rejected.because(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "too-many-replays",
                    "at most " + max + " at once: ask again with the same Last-Event-ID");
        }
        taken.put(user, own + 1);
        return new Turn(user);
    }

    private synchronized void give(String user) {
        taken.computeIfPresent(user, (_, own) -> own > 1 ? own - 1 : null);
    }
}
