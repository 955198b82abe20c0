package dev.almanac.faults.fault;

import dev.almanac.faults.link.Link;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The connections to a part are bad for a while.
 *
 * @param to whose name begins so
 */
record BadLinks(String name, String to, Consumer<Link> harm, Duration lasts) implements Fault {

    @Override
    public void strike(Field field) throws InterruptedException {
        var links = field.links().entrySet().stream()
                .filter(link -> link.getKey().startsWith(to))
                .map(Map.Entry::getValue)
                .toList();
        links.forEach(harm);
        try {
            Thread.sleep(lasts);
        } finally {
            links.forEach(Link::mend);
        }
    }
}
