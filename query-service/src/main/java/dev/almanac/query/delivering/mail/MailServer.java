package dev.almanac.query.delivering.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Where mails are handed in, if there is such a place. */
@Component
class MailServer {
    private final ObjectProvider<JavaMailSender> sender;
    private final MailProperties properties;

    MailServer(ObjectProvider<JavaMailSender> sender, MailProperties properties) {
        this.sender = sender;
        this.properties = properties;
    }

    boolean isThere() {
        return properties.areSent() && sender.getIfAvailable() != null;
    }

    /** Blocks until the server has it. */
    void send(Mail mail) throws MessagingException {
        JavaMailSender there = sender.getObject();
        MimeMessage message = there.createMimeMessage();
        mail.writeTo(message, properties);
        there.send(message);
    }
}
