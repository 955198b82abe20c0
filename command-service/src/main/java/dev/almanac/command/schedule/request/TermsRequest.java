package dev.almanac.command.schedule.request;

import dev.almanac.command.ledger.SeriesPolicy;
import dev.almanac.command.ledger.Terms;
import dev.almanac.web.Fields;
import org.jspecify.annotations.Nullable;

/** Reads on what terms a booking is to be admitted. */
final class TermsRequest {
    private TermsRequest() {}

    /** SCH-024: whoever books and flags books beyond capacity, and says why. */
    static Terms of(Fields fields, @Nullable String seriesPolicy, @Nullable OverrideRequest override) {
        SeriesPolicy policy = seriesPolicy == null
                ? SeriesPolicy.ALL_OR_NOTHING
                : fields.constant("seriesPolicy", seriesPolicy, SeriesPolicy.class);
        if (policy == SeriesPolicy.BOOK_AND_FLAG && override == null) {
            fields.error("override.reason", "BOOK_AND_FLAG books beyond capacity: say why (SCH-024)");
        }
        return new Terms(policy, OverrideRequest.reason(fields, override), null);
    }
}
