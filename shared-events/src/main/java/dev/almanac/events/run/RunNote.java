package dev.almanac.events.run;

import dev.almanac.events.Links;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a worker notes about a run, apart from how it went. */
public record RunNote(
        @Nullable String worker,
        @Nullable String detail,
        @Nullable String logsUrl,
        @Nullable String sessionUrl) {
    public static final RunNote NONE = new RunNote(null, null, null, null);

    /** Whether browsers may be sent there: an absolute link of the web, and nothing that runs or reads locally. */
    public static boolean isLink(String url) {
        return Links.isOfTheWeb(url);
    }

    /** Without links that lead elsewhere than to the web, as earlier builds admitted them. */
    public RunNote withLinksOnly() {
        return new RunNote(worker, detail, link(logsUrl), link(sessionUrl));
    }

    /** This, and what was noted before and is not said anew. */
    public RunNote over(RunNote before) {
        return new RunNote(
                worker == null ? before.worker : worker,
                detail,
                logsUrl == null ? before.logsUrl : logsUrl,
                sessionUrl == null ? before.sessionUrl : sessionUrl);
    }

    /** A worker's note, wherever in its report it stands. */
    static RunNote said(@Nullable RunNote nested, RunNote flat) {
        RunNote said = nested == null ? flat : nested;
        if (nested != null && !flat.equals(NONE)) {
            throw new IllegalArgumentException("a note stands in note or beside it, not both");
        }
        Stream.of(said.logsUrl, said.sessionUrl)
                .filter(url -> url != null && !isLink(url))
                .findFirst()
                .ifPresent(url -> {
                    throw new IllegalArgumentException("a link is one of http or https");
                });
        return said;
    }

    private static @Nullable String link(@Nullable String url) {
        return url != null && isLink(url) ? url : null;
    }
}
