package dev.almanac.query.delivering.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mails are sent.
 *
 * @param from from whom they are; empty where none are sent
 * @param pageUrl where the calendar is in the browser
 */
@ConfigurationProperties("almanac.mail")
record MailProperties(String from, URI pageUrl) {
    boolean areSent() {
        return !from.isBlank();
    }

    /** Without the name that may stand before it. */
    String address() {
        try {
            return new InternetAddress(from).getAddress();
        } catch (AddressException wrong) {
            throw new IllegalArgumentException("almanac.mail.from is no address: " + from, wrong);
        }
    }

    /** A place of the page, such as {@code #/notifications}. */
    String place(String fragment) {
        String page = pageUrl.toString();
        return (page.endsWith("/") ? page : page + "/") + "#/" + fragment;
    }
}
