package dev.almanac.command.preference.set;

import dev.almanac.events.subscription.ChatWebhook;
import dev.almanac.web.Fields;
import dev.almanac.web.Sealer;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** From the address of a chat, as somebody sent it, to what is kept of it. */
public final class ChatAddress {
    private static final int URL_MAX = 2048;
    private static final String HIDDEN = "/…";

    private ChatAddress() {}

    /**
     * What is kept: the same as before where the same is meant.
     *
     * @param url whole, or masked as it was shown; null for none
     * @param subject by whose id it is sealed
     */
    public static @Nullable ChatWebhook kept(
            @Nullable String url, @Nullable ChatWebhook known, String subject, Sealer sealer) {
        if (url == null) {
            return null;
        }
        if (known != null && means(url, known, subject, sealer)) {
            return known;
        }
        Fields fields = new Fields();
        if (url.endsWith(HIDDEN)) {
            fields.error("chatWebhookUrl", "is masked, and no such address is kept: send the whole of it");
        } else {
            fields.address("chatWebhookUrl", url, URL_MAX, false);
        }
        return fields.valid(() -> new ChatWebhook(sealer.seal(url, subject), masked(url)));
    }

    private static boolean means(String url, ChatWebhook known, String subject, Sealer sealer) {
        return url.equals(known.maskedUrl())
                || sealer.open(known.sealedUrl(), subject).filter(url::equals).isPresent();
    }

    /** Which chat it is, but not what lets one write there. */
    private static String masked(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority() + HIDDEN;
    }
}
