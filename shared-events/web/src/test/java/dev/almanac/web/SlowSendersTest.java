package dev.almanac.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

@Timeout(30)
class SlowSendersTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final DisposableServer server = SlowSenders.cutOff(
                    HttpServer.create().host("127.0.0.1").port(0), PATIENCE, Duration.ofSeconds(60))
            .handle((request, response) -> request.receive()
                    .aggregate()
                    .asString()
                    .defaultIfEmpty("nothing")
                    .flatMap(body -> response.sendString(Mono.just(body)).then()))
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void a_head_that_comes_byte_by_byte_is_cut_off() throws IOException {
        assertThat(isCutOff("", "GET / HTTP/1.1\r\nHost: here\r\nX: " + "x".repeat(1000)))
                .isTrue();
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_cut_off() throws IOException {
        assertThat(isCutOff("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 1000\r\n\r\n", "x".repeat(999)))
                .isTrue();
    }

    @Test
    void whoever_sends_at_once_is_answered_and_may_pause_between_requests() throws IOException {
        try (Socket socket = connected()) {
            for (int i = 0; i < 2; i++) {
                socket.getOutputStream()
                        .write("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 3\r\n\r\nabc".getBytes(US_ASCII));
                assertThat(answer(socket.getInputStream()))
                        .startsWith("HTTP/1.1 200")
                        .endsWith("abc");
                LockSupport.parkNanos(PATIENCE.multipliedBy(2).toNanos());
            }
        }
    }

    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("abc") < 0) {
            int read = in.read();
            assertThat(read).as(answer.toString()).isNotNegative();
            answer.append((char) read);
        }
        return answer.toString();
    }

    private boolean isCutOff(String atOnce, String slowly) throws IOException {
        try (Socket socket = connected()) {
            OutputStream out = socket.getOutputStream();
            out.write(atOnce.getBytes(US_ASCII));
            for (byte each : slowly.getBytes(US_ASCII)) {
                out.write(each);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            return false;
        } catch (IOException cutOff) {
            return true;
        }
    }

    private Socket connected() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }
}
