package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.local.Suite;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** A client that asks its next question before it has read the last answer still has every one of them answered. */
final class ConnectionStory {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ASKED_BY_NOBODY = "GET /api/v1/schedules HTTP/1.1\r\nHost: localhost\r\n\r\n";

    void isToldBy(Suite suite) throws IOException, InterruptedException {
        String token = new Client(suite, "ana", "manager").token();
        String calendar = JSON.writeValueAsString(Client.calendar("Early", "DEPARTMENT", 1));
        asks(URI.create(suite.queryUrl()), """
                GET /api/v1/schedules HTTP/1.1
                Host: localhost
                Authorization: Bearer %s

                """.formatted(token), "200");
        asks(URI.create(suite.commandUrl()), """
                POST /api/v1/calendars HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: %d

                """.formatted(token, calendar.length()) + calendar, "201");
    }

    /** What has to wait, together with what is refused at once; and once both are answered, one more. */
    private static void asks(URI service, String first, String status) throws IOException {
        try (Socket connection = new Socket(service.getHost(), service.getPort())) {
            connection.setSoTimeout((int) PATIENCE.toMillis());
            DataInputStream answers = new DataInputStream(connection.getInputStream());
            send(connection, first.replace("\n", "\r\n") + ASKED_BY_NOBODY);
            assertThat(status(answers)).isEqualTo(status);
            assertThat(status(answers)).isEqualTo("401");
            send(connection, ASKED_BY_NOBODY);
            assertThat(status(answers)).isEqualTo("401");
        }
    }

    private static void send(Socket connection, String requests) throws IOException {
        connection.getOutputStream().write(requests.getBytes(StandardCharsets.UTF_8));
    }

    private static String status(DataInputStream answers) throws IOException {
        String status = line(answers).split(" ", -1)[1];
        int length = 0;
        for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
            String[] nameAndValue = header.toLowerCase(Locale.ROOT).split(": ", 2);
            if (nameAndValue[0].equals("content-length")) {
                length = Integer.parseInt(nameAndValue[1]);
            }
        }
        answers.readFully(new byte[length]);
        return status;
    }

    private static String line(DataInputStream answers) throws IOException {
        StringBuilder line = new StringBuilder();
        for (char next = (char) answers.readByte(); next != '\n'; next = (char) answers.readByte()) {
            line.append(next);
        }
        return line.toString().stripTrailing();
    }
}
