package dev.almanac.local.watching;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A question to Prometheus, and where it stands.
 *
 * @param where file and panel or rule
 */
record Asked(String where, String expression) {
    static final Path DEPLOY = Path.of("../..");

    /** Of all dashboards and rules. */
    static List<Asked> all() {
        return Stream.concat(
                        Dashboard.all().stream().flatMap(Dashboard::asked),
                        Rule.all().stream().map(Rule::asked))
                .toList();
    }

    /** What is asked for and nobody says. */
    List<String> missing(Scrape scrape, List<String> recorded) {
        List<String> missing = new ArrayList<>();
        try {
            for (PromQl.Selector selector : PromQl.selectors(expression)) {
                if (!selector.metric().equals("up") && !recorded.contains(selector.metric())) {
                    scrape.missing(selector).forEach(what -> missing.add(where + ": " + what));
                }
            }
        } catch (IllegalArgumentException unreadable) {
            missing.add(where + ": " + unreadable.getMessage() + " in " + expression);
        }
        return missing;
    }
}
