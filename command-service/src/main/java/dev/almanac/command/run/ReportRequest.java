package dev.almanac.command.run;

import dev.almanac.command.http.Fields;
import dev.almanac.events.run.RunNote;
import org.jspecify.annotations.Nullable;

/**
 * What a worker says of a run.
 *
 * @param attempt as it was told; without it the attempt under way is meant
 */
record ReportRequest(
        @Nullable Integer attempt,
        @Nullable String worker,
        @Nullable String detail,
        @Nullable String logsUrl,
        @Nullable String sessionUrl) {
    static final ReportRequest NOTHING = new ReportRequest(null, null, null, null, null);
    private static final int URL_LENGTH_MAX = 2048;

    RunNote note() {
        Fields fields = new Fields();
        String who = fields.optionalText("worker", worker, 128);
        String what = fields.optionalText("detail", detail);
        String logs = fields.optionalText("logsUrl", logsUrl, URL_LENGTH_MAX);
        String session = fields.optionalText("sessionUrl", sessionUrl, URL_LENGTH_MAX);
        return fields.valid(() -> new RunNote(who, what, logs, session));
    }
}
