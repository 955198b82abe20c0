package dev.almanac.command.webhook.request;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.almanac.events.subscription.WebhookProfile;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body that subscribes a webhook, or replaces what is sent where. What a GET answers beside these fields is only to be read, and
 * passed over.
 *
 * @param url of https, without a user name, a password or a fragment
 * @param types of changes, such as {@code ScheduleConflictDetected}
 * @param calendarIds whose changes are sent; empty for all calendars that the owner may read
 */
@JsonIgnoreProperties({
    "id",
    "version",
    "ownerId",
    "status",
    "disabledReason",
    "previousSecretValidUntil",
    "createdAt",
    "changedAt"
})
public record WebhookRequest(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                maxLength = WebhookRequest.URL_MAX,
                example = "https://hooks.example.org/almanac")
        @Nullable
        String url,

        @Schema(maxLength = WebhookRequest.DESCRIPTION_MAX) @Nullable
        String description,

        @ArraySchema(
                arraySchema = @Schema(requiredMode = Schema.RequiredMode.REQUIRED),
                schema = @Schema(example = "ScheduleConflictDetected"),
                minItems = 1,
                maxItems = 50)
        @Nullable
        List<@Nullable String> types,

        @ArraySchema(maxItems = WebhookRequest.CALENDARS_MAX) @Nullable
        List<@Nullable String> calendarIds) {
    static final int URL_MAX = 2048;
    static final int DESCRIPTION_MAX = 256;
    static final int CALENDARS_MAX = 200;
    private static final int ID_MAX = 64;

    /** The body that would leave it as it is. */
    public static WebhookRequest of(WebhookProfile profile) {
        return new WebhookRequest(
                profile.url(),
                profile.description(),
                new ArrayList<@Nullable String>(profile.types()),
                new ArrayList<@Nullable String>(profile.calendarIds()));
    }

    /**
     * What it says.
     *
     * @param alsoHttp whether addresses of http are taken
     */
    public WebhookProfile profile(boolean alsoHttp) {
        Fields fields = new Fields();
        String address = fields.address("url", url, URL_MAX, alsoHttp);
        String about = fields.optionalText("description", description, DESCRIPTION_MAX);
        List<String> named = WebhookTypes.read(fields, types);
        List<String> calendars = fields.texts("calendarIds", calendarIds, CALENDARS_MAX, ID_MAX).stream()
                .distinct()
                .toList();
        return fields.valid(() -> new WebhookProfile(address, about, named, calendars));
    }
}
