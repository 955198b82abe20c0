package dev.almanac.query.notifying;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.notification.Channel;
import dev.almanac.events.notification.Notice;
import dev.almanac.events.notification.NotificationChange;
import dev.almanac.events.notification.NotificationChange.NotificationRaised;
import dev.almanac.events.notification.NotificationChange.NotificationsGathered;
import dev.almanac.events.subscription.NotificationPreferences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes notifications of what there is to tell, as each recipient wants them; what is gathered is one for a batch. */
final class Teller {
    private static final String SOURCE = "urn:scheduling:query-service";
    private final Map<String, NotificationPreferences> wishes;
    private final Storms storms;
    private final Instant now;
    private final List<Recorded<NotificationChange>> singly = new ArrayList<>();
    private final Map<String, Recorded<NotificationChange>> gathered = new LinkedHashMap<>();

    Teller(Map<String, NotificationPreferences> wishes, Storms storms, Instant now) {
        this.wishes = wishes;
        this.storms = storms;
        this.now = now;
    }

    void tell(Telling telling, ChangeMetadata cause) {
        telling.recipients().forEach(recipient -> tell(recipient, telling, cause));
    }

    List<Recorded<NotificationChange>> told() {
        List<Recorded<NotificationChange>> all = new ArrayList<>(singly);
        all.addAll(gathered.values());
        return all;
    }

    private void tell(String recipient, Telling telling, ChangeMetadata cause) {
        Notice notice = telling.notice();
        NotificationPreferences wanted = wishes.getOrDefault(recipient, NotificationPreferences.DEFAULTS);
        List<Channel> channels = wanted.channelsFor(
                notice.notificationType(), notice.category(), notice.about().calendarId());
        if (!channels.isEmpty()) {
            Instant notBefore = Wishes.notBefore(wanted, notice.category(), now).orElse(null);
            Optional<TimeSlot> together = storms.gathered(recipient, notice.notificationType(), now);
            if (together.isPresent()) {
                gather(
                        new NotificationsGathered(
                                id(
                                        recipient,
                                        notice.notificationType().name()
                                                + together.get().start()),
                                recipient,
                                notice,
                                1,
                                channels,
                                together.get().start(),
                                together.get().end(),
                                now,
                                notBefore),
                        cause);
            } else {
                String id = id(recipient, notice.notificationType().name() + telling.occasion());
                singly.add(
                        recorded(new NotificationRaised(id, recipient, notice, channels, now, notBefore), id, cause));
            }
        }
    }

    /** Each record has an id of its own, although all of them speak of one notification. */
    private void gather(NotificationsGathered one, ChangeMetadata cause) {
        Recorded<NotificationChange> before = gathered.get(one.notificationId());
        int count = before != null && before.change() instanceof NotificationsGathered more ? more.count() + 1 : 1;
        String id = id(one.notificationId(), cause.id());
        gathered.put(one.notificationId(), recorded(counted(one, count), id, cause));
    }

    private static NotificationsGathered counted(NotificationsGathered one, int count) {
        return new NotificationsGathered(
                one.notificationId(),
                one.recipientId(),
                one.latest(),
                count,
                one.channels(),
                one.since(),
                one.till(),
                one.raisedAt(),
                one.notBefore());
    }

    private Recorded<NotificationChange> recorded(NotificationChange change, String id, ChangeMetadata cause) {
        return Recorded.of(
                change,
                new ChangeMetadata(
                        id,
                        SOURCE,
                        now,
                        ChangeMetadata.UNNUMBERED,
                        cause.position(),
                        cause.actor(),
                        cause.correlationId(),
                        cause.id()));
    }

    private static String id(String one, String other) {
        return UUID.nameUUIDFromBytes((one + "\u001f" + other).getBytes(UTF_8)).toString();
    }
}
