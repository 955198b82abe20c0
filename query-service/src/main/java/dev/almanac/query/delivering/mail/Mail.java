package dev.almanac.query.delivering.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.query.calendars.ics.Invitation;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.jspecify.annotations.Nullable;

/**
 * A mail, as text and as HTML, and with an invitation where it is about an event.
 *
 * @param id the same whenever it is sent again, so that mail programs see that they have it
 */
record Mail(
        String id,
        String to,
        String subject,
        String text,
        String html,
        @Nullable Invitation invitation) {
    private static final int SUBJECT_MAX = 200;

    void writeTo(MimeMessage message, MailProperties properties) throws MessagingException {
        message.setFrom(new InternetAddress(properties.from()));
        message.setRecipient(RecipientType.TO, new InternetAddress(to));
        message.setSubject(oneLine(subject), "UTF-8");
        message.setHeader("Message-ID", "<" + id + "@" + domain(properties.address()) + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Unsubscribe", "<" + properties.place("notifications?view=preferences") + ">");
        MimeMultipart ways = new MimeMultipart("alternative");
        ways.addBodyPart(part(text, "text/plain; charset=UTF-8"));
        ways.addBodyPart(part(html, "text/html; charset=UTF-8"));
        Invitation attached = invitation;
        if (attached == null) {
            message.setContent(ways);
        } else {
            // In the alternative for programs that take it as an answerable event; attached for those that open files.
            ways.addBodyPart(part(attached.text(), "text/calendar; charset=UTF-8; method=" + attached.method()));
            MimeMultipart mixed = new MimeMultipart("mixed");
            MimeBodyPart body = new MimeBodyPart();
            body.setContent(ways);
            mixed.addBodyPart(body);
            MimeBodyPart file = part(attached.text(), "application/ics; name=\"invite.ics\"");
            file.setFileName("invite.ics");
            mixed.addBodyPart(file);
            message.setContent(mixed);
        }
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(UTF_8), type)));
        part.setHeader("Content-Type", type);
        return part;
    }

    /** Nobody's title begins another header. */
    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > SUBJECT_MAX ? line.substring(0, SUBJECT_MAX - 1) + "…" : line;
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
