package dev.almanac.query.delivering.mail;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.moved;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.notification.Channel;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.subscription.Digest;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.events.subscription.SubscriptionChange.NotificationPreferencesSet;
import dev.almanac.query.support.RealParts;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.KafkaBroker;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What people find in their mailbox, by a real mail server. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class MailIT {
    private static final KafkaBroker BROKER = new KafkaBroker(6);
    private static final Feeder FEEDER = new Feeder(BROKER.bootstrapServers());
    private static final GreenMail MAILS = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private final String own = id();
    private final String hall = "hall-" + own;
    private final String technician = "tina-" + own;
    private final String address = technician + "@example.org";

    @DynamicPropertySource
    static void register(DynamicPropertyRegistry registry) {
        MAILS.start();
        RealParts.register(registry, BROKER);
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAILS.getSmtp().getPort());
        registry.add("almanac.mail.from", () -> "Almanac <calendar@almanac.test>");
        registry.add("almanac.mail.page-url", () -> "https://calendar.almanac.test");
    }

    @AfterAll
    static void stop() {
        MAILS.stop();
        FEEDER.close();
        BROKER.close();
    }

    private List<MimeMessage> mails() {
        return Arrays.stream(MAILS.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).contains(address))
                .toList();
    }

    private static Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private MimeMessage mail(int number) {
        return await().atMost(PATIENCE)
                .until(this::mails, all -> all.size() >= number)
                .get(number - 1);
    }

    private void wants() {
        FEEDER.store(new NotificationPreferencesSet(
                NotificationPreferences.idOf(technician),
                technician,
                new NotificationPreferences(
                        address,
                        null,
                        "Europe/Vienna",
                        null,
                        Digest.NONE,
                        Map.of(NotificationCategory.NORMAL, List.of(Channel.MAIL)),
                        Map.of(),
                        List.of())));
    }

    private void open() {
        FEEDER.store(calendar(hall, "Hall", "somebody"));
        FEEDER.store(calendar("tina-calendar-" + own, "Tina", technician));
        FEEDER.store(new ResourceRegistered(
                "tina-resource-" + own,
                new ResourceProfile("Tina", ResourceType.STAFF, null, "tina-calendar-" + own, null)));
        wants();
    }

    private EventScheduledOnCalendar booked(String title) {
        EventScheduledOnCalendar event =
                event("talk-" + own, hall, title, "03T09:00", "03T10:00", "tina-resource-" + own);
        FEEDER.store(event);
        return event;
    }

    @Test
    void an_event_arrives_as_an_invitation_and_its_move_and_removal_as_updates_of_it() throws Exception {
        open();
        EventScheduledOnCalendar talk = booked("Talk\r\nBcc: everybody");
        MimeMessage invited = mail(1);
        assertThat(invited.getSubject())
                .startsWith("ana booked Talk Bcc: everybody on Tue 3 Mar 2026, 10:00 (Europe/Vienna)");
        assertThat(invited.getHeader("Bcc")).isNull();
        assertThat(invited.getHeader("List-Unsubscribe")[0]).contains("https://calendar.almanac.test/#/notifications");
        assertThat(invited.getHeader("Auto-Submitted")[0]).isEqualTo("auto-generated");
        assertThat(types(invited)).contains("text/plain", "text/html", "text/calendar", "application/ics");
        assertThat(calendarType(invited)).contains("method=REQUEST");
        ICalendar first = calendarOf(invited);
        assertThat(first.getMethod().isRequest()).isTrue();
        assertThat(first.getEvents().getFirst().getUid().getValue()).isEqualTo(talk.scheduleId());
        assertThat(first.getEvents().getFirst().getAttendees().getFirst().getEmail())
                .isEqualTo(address);
        assertThat(first.getEvents().getFirst().getOrganizer().getEmail()).isEqualTo("calendar@almanac.test");

        FEEDER.store(moved(talk, "03T14:00", "03T15:00"));
        ICalendar second = calendarOf(mail(2));
        assertThat(second.getEvents().getFirst().getUid().getValue()).isEqualTo(talk.scheduleId());
        assertThat(second.getEvents().getFirst().getSequence().getValue())
                .isGreaterThan(first.getEvents().getFirst().getSequence().getValue());
        assertThat(second.getEvents().getFirst().getDateStart().getValue().toInstant())
                .isEqualTo(Examples.at("03T14:00"));

        FEEDER.store(new EventRemovedFromCalendar(talk.scheduleId(), hall, "ana", "the hall is closed"));
        ICalendar third = calendarOf(mail(3));
        assertThat(calendarType(mail(3))).contains("method=CANCEL");
        assertThat(third.getMethod().isCancel()).isTrue();
        assertThat(third.getEvents().getFirst().getStatus().isCancelled()).isTrue();
        assertThat(mail(3).getSubject()).contains("removed").endsWith(": the hall is closed.");
    }

    @Test
    void of_a_storm_a_few_mails_tell_together() {
        open();
        booked("Talk");
        mail(1);
        for (int i = 0; i < 200; i++) {
            FEEDER.derive(new ScheduleConflictDetected(
                    "c" + i + "-" + own,
                    "talk-" + own,
                    "talk-" + own,
                    ConflictType.STAFF_CONFLICT,
                    ConflictLevel.MODERATE,
                    hall,
                    null,
                    Examples.at("03T09:00"),
                    Examples.at("03T10:00"),
                    Examples.at("01T00:00"),
                    null));
        }
        await().atMost(PATIENCE)
                .until(() -> mails().stream().anyMatch(mail -> subject(mail).endsWith(" notifications from Almanac")));
        await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> mails().size() <= 6);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static List<BodyPart> parts(Multipart parts) throws MessagingException, IOException {
        List<BodyPart> all = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.getContent() instanceof Multipart more) {
                all.addAll(parts(more));
            } else {
                all.add(part);
            }
        }
        return all;
    }

    private static List<String> types(MimeMessage mail) throws MessagingException, IOException {
        List<String> types = new ArrayList<>();
        for (BodyPart part : parts((Multipart) mail.getContent())) {
            types.add(part.getContentType().replaceFirst("(?s);.*", "").strip());
        }
        return types;
    }

    private static BodyPart calendarPart(MimeMessage mail) throws MessagingException, IOException {
        for (BodyPart part : parts((Multipart) mail.getContent())) {
            if (part.isMimeType("text/calendar")) {
                return part;
            }
        }
        throw new AssertionError("no invitation");
    }

    private static String calendarType(MimeMessage mail) throws MessagingException, IOException {
        return calendarPart(mail).getContentType();
    }

    private static ICalendar calendarOf(MimeMessage mail) throws MessagingException, IOException {
        return Biweekly.parse(new String(calendarPart(mail).getInputStream().readAllBytes(), UTF_8))
                .first();
    }
}
