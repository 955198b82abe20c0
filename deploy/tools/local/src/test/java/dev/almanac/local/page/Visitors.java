package dev.almanac.local.page;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Those of one test. */
final class Visitors implements AutoCloseable {
    private final List<Visitor> all = new ArrayList<>();

    Visitor add(Visitor visitor) {
        all.add(visitor);
        return visitor;
    }

    /** A test passes only if nothing went wrong that it did not provoke; what became of one that failed is kept. */
    void settle(boolean passed, List<Pattern> provoked, Path folder, String test) throws IOException {
        String wrong = all.stream()
                .flatMap(visitor -> visitor.complaints(provoked).stream())
                .collect(joining("\n"));
        if (passed && wrong.isEmpty()) {
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            all.get(i).keep(folder, i == 0 ? test : test + "-" + (i + 1));
        }
        if (passed) {
            throw new AssertionError("In the browser, and not provoked:\n" + wrong);
        }
    }

    @Override
    public void close() {
        all.forEach(Visitor::close);
    }
}
