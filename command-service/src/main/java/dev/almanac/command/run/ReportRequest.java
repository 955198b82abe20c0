package dev.almanac.command.run;

import dev.almanac.events.run.RunNote;
import dev.almanac.web.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What a worker says of a run.
 *
 * @param attempt as it was published; without it the attempt under way is meant
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
        String logs = link(fields, "logsUrl", logsUrl);
        String session = link(fields, "sessionUrl", sessionUrl);
        return fields.valid(() -> new RunNote(who, what, logs, session));
    }

    private static @Nullable String link(Fields fields, String field, @Nullable String url) {
        if (url != null && !RunNote.isLink(url)) {
            fields.error(field, "must be a link of http or https");
        }
        return fields.optionalText(field, url, URL_LENGTH_MAX);
    }
}
