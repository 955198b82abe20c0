package dev.almanac.query.store;

import com.mongodb.event.ConnectionPoolClearedEvent;
import com.mongodb.event.ConnectionPoolListener;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * How often connections to the store broke, of which the driver tells before it tries again over others. A store that was killed may
 * have come back without the end of what it had acknowledged.
 */
@Component
public class Interruptions implements ConnectionPoolListener {
    private final AtomicLong count = new AtomicLong();

    @Override
    public void connectionPoolCleared(ConnectionPoolClearedEvent event) {
        count.incrementAndGet();
    }

    public long count() {
        return count.get();
    }
}
