package dev.almanac.query.delivering.mail;

import dev.almanac.events.OccurrenceId;
import dev.almanac.events.notification.NotificationType;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.events.wire.FailureText;
import dev.almanac.query.calendars.ics.Invitation;
import dev.almanac.query.delivering.Attempt;
import dev.almanac.query.delivering.Attempt.Delivered;
import dev.almanac.query.delivering.Attempt.Failed;
import dev.almanac.query.delivering.Attempt.Unwanted;
import dev.almanac.query.delivering.Carrier;
import dev.almanac.query.delivering.Told;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.preferences.PreferenceReads;
import dev.almanac.query.store.Generations;
import dev.almanac.query.store.Outbox.Message;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sends somebody what they are told: a few mails for a few things, and one for many. */
@Component
class MailCarrier implements Carrier {
    static final String KIND = "mail";
    private static final int SINGLY_MAX = 3;
    private static final Set<NotificationType> INVITING = Set.of(
            NotificationType.EVENT_INVITED,
            NotificationType.EVENT_MOVED,
            NotificationType.EVENT_CONFIRMED,
            NotificationType.EVENT_REMOVED);
    private final MailServer server;
    private final MailProperties properties;
    private final Generations generations;

    MailCarrier(MailServer server, MailProperties properties, Generations generations) {
        this.server = server;
        this.properties = properties;
        this.generations = generations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Flux<Attempt> send(String lane, List<Message> due) {
        return PreferenceReads.of(generations.active())
                .inForce(lane.substring(KIND.length() + 1))
                .flatMapMany(wishes -> send(due, wishes));
    }

    private Flux<Attempt> send(List<Message> due, NotificationPreferences wishes) {
        String address = wishes.email();
        if (address == null || !server.isThere()) {
            return Flux.fromIterable(due)
                    .map(message -> new Unwanted(message, "no mails are wanted, or none can be sent"));
        }
        return due.size() <= SINGLY_MAX
                ? Flux.fromIterable(due).concatMap(one -> send(List.of(one), address, wishes))
                : send(due, address, wishes);
    }

    private Flux<Attempt> send(List<Message> due, String address, NotificationPreferences wishes) {
        List<Told> told = Told.together(due.stream().map(Told::of).toList());
        return mail(told, due.getFirst().id(), address, wishes)
                .flatMap(mail -> Mono.<Optional<String>>fromCallable(() -> failure(mail))
                        .subscribeOn(Schedulers.boundedElastic()))
                .flatMapIterable(failure -> due.stream()
                        .<Attempt>map(message ->
                                failure.isPresent() ? new Failed(message, failure.get(), true) : new Delivered(message))
                        .toList());
    }

    private Optional<String> failure(Mail mail) {
        try {
            server.send(mail);
            return Optional.empty();
        } catch (MailException | MessagingException failed) {
            return Optional.of(FailureText.of(failed));
        }
    }

    private Mono<Mail> mail(List<Told> told, String id, String address, NotificationPreferences wishes) {
        MailTexts texts = new MailTexts(properties, wishes.zone());
        return invitation(told, address)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(invitation -> mail(texts, told, id, address, invitation.orElse(null)));
    }

    private static Mail mail(
            MailTexts texts, List<Told> told, String id, String address, @Nullable Invitation invitation) {
        return new Mail(
                id.substring(KIND.length() + 1),
                address,
                texts.subject(told),
                texts.text(told),
                texts.html(told),
                invitation);
    }

    /** As the event is now: what was said meanwhile is told, too. */
    private Mono<Invitation> invitation(List<Told> told, String address) {
        Told one = told.getFirst();
        return told.size() > 1 || !INVITING.contains(one.notice().notificationType())
                ? Mono.empty()
                : ScheduleReads.of(generations.active())
                        .byId(OccurrenceId.seriesOf(one.notice().about().subjectId()))
                        .map(event -> Invitation.of(
                                event,
                                properties.address(),
                                one.notice().cause().by(),
                                address));
    }
}
