package dev.almanac.query.delivering.chat;

import dev.almanac.events.notification.Channel;
import dev.almanac.events.subscription.ChatWebhook;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.query.delivering.Attempt;
import dev.almanac.query.delivering.Attempt.Delivered;
import dev.almanac.query.delivering.Attempt.Failed;
import dev.almanac.query.delivering.Attempt.Unwanted;
import dev.almanac.query.delivering.Carrier;
import dev.almanac.query.delivering.MessageSource;
import dev.almanac.query.delivering.Told;
import dev.almanac.query.delivering.outside.Answer;
import dev.almanac.query.delivering.outside.Outside;
import dev.almanac.query.notifications.Sentences;
import dev.almanac.query.preferences.PreferenceReads;
import dev.almanac.query.store.Generations;
import dev.almanac.query.store.Outbox.Message;
import dev.almanac.web.Sealer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Posts what somebody is told to their chat: what is due at once in one message. */
@Component
class ChatCarrier implements Carrier, MessageSource {
    private static final String KIND = "chat";
    private static final int LINES_MAX = 20;
    private final Outside outside;
    private final Sealer sealer;
    private final Generations generations;

    ChatCarrier(Outside outside, Sealer sealer, Generations generations) {
        this.outside = outside;
        this.sealer = sealer;
        this.generations = generations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Flux<Message> of(List<dev.almanac.query.views.Delivered> batch) {
        return Flux.fromIterable(batch)
                .flatMapIterable(delivered ->
                        Told.message(delivered, Channel.CHAT, KIND).stream().toList());
    }

    @Override
    public Flux<Attempt> send(String lane, List<Message> due) {
        String user = lane.substring(KIND.length() + 1);
        return PreferenceReads.of(generations.active())
                .inForce(user)
                .flatMapMany(wishes -> url(wishes, user)
                        .map(url -> post(url, due, wishes))
                        .orElseGet(() -> Flux.fromIterable(due)
                                .map(message ->
                                        new Unwanted(message, "no chat is named, or nobody can open its address"))));
    }

    private Optional<URI> url(NotificationPreferences wishes, String user) {
        ChatWebhook chat = wishes.chatWebhook();
        return chat == null
                ? Optional.empty()
                : sealer.open(chat.sealedUrl(), NotificationPreferences.idOf(user))
                        .map(URI::create);
    }

    private Flux<Attempt> post(URI url, List<Message> due, NotificationPreferences wishes) {
        String body = ChangeJson.mapper().writeValueAsString(Map.of("text", text(due, wishes)));
        return outside.post(url, Map.of("content-type", "application/json; charset=utf-8"), body)
                .flatMapIterable(answer ->
                        due.stream().map(message -> attempt(message, answer)).toList());
    }

    private static Attempt attempt(Message message, Answer answer) {
        if (answer.isSuccess()) {
            return new Delivered(message);
        }
        return answer.isGone() ? new Unwanted(message, answer.why()) : new Failed(message, answer.why(), true);
    }

    private static String text(List<Message> due, NotificationPreferences wishes) {
        List<Told> told = Told.together(due.stream().map(Told::of).toList());
        String lines = told.stream()
                .limit(LINES_MAX)
                .map(one -> escaped(Sentences.of(one.notice(), one.count(), wishes.zone())))
                .collect(Collectors.joining("\n"));
        return told.size() > LINES_MAX ? lines + "\n… and " + (told.size() - LINES_MAX) + " more" : lines;
    }

    /** What a chat would take for links and mentions. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
