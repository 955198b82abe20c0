package dev.almanac.command.publishing;

import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that asks for it. */
record RepublicationRequest(
        @Schema(implementation = RepublicationKind.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String kind,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String subject,

        @Nullable String reason) {
    private static final int SUBJECT_MAX = 200;
    private static final int REASON_MAX = 256;

    /** What it asks for. */
    record Wish(
            RepublicationKind kind,
            String subject,
            @Nullable String reason) {}

    Wish wish() {
        Fields fields = new Fields();
        RepublicationKind which = fields.constant("kind", kind, RepublicationKind.class);
        String id = fields.text("subject", subject, SUBJECT_MAX);
        String why = fields.optionalText("reason", reason, REASON_MAX);
        return fields.valid(() -> new Wish(which, id, why));
    }
}
