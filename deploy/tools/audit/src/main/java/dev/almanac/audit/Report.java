package dev.almanac.audit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the audit found. */
public final class Report {
    private final Streams streams;
    private final Replay replay;

    Report(Streams streams, Replay replay) {
        this.streams = streams;
        this.replay = replay;
    }

    public boolean isClean() {
        return streams.violations().count() + replay.violations().count() == 0;
    }

    /** The first violations of each kind. */
    public List<String> violations() {
        return Stream.concat(streams.violations().named().stream(), replay.violations().named().stream())
                .toList();
    }

    public int admitted() {
        return replay.admitted();
    }

    public int overridden() {
        return replay.overridden();
    }

    /** How many changes there were, each once. */
    public int changes() {
        return streams.inOrder().size();
    }

    /** Events and occurrences that hold a slot in the end. */
    public Set<String> held() {
        return replay.held().stream().map(Claim::id).collect(Collectors.toUnmodifiableSet());
    }

    String text() {
        StringBuilder text = new StringBuilder("""
                %d changes of %d keys read
                %d claims replayed, %d holding in the end, %d overrides on record
                %d violations in the streams, %d in the claims
                """.formatted(
                        streams.read(),
                        streams.keys(),
                        replay.admitted(),
                        replay.held().size(),
                        replay.overridden(),
                        streams.violations().count(),
                        replay.violations().count()));
        violations().forEach(violation -> text.append(violation).append('\n'));
        return text.toString();
    }
}
