package dev.almanac.faults.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int SOON_MILLIS = 200;

    private ServerSocket echo;
    private Link link;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
        link = Link.to(echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        echo.close();
    }

    @Test
    void hands_on_what_comes_and_what_is_answered() throws IOException {
        try (Socket client = client()) {
            assertThat(echoed(client, 7)).isEqualTo(7);
        }
    }

    @Test
    void a_slow_link_takes_its_time_in_both_directions() throws IOException {
        try (Socket client = client()) {
            assertThat(echoed(client, 1)).isEqualTo(1);
            link.slow(Duration.ofMillis(100));
            long began = System.nanoTime();
            assertThat(echoed(client, 2)).isEqualTo(2);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void nothing_comes_through_a_half_open_link_until_it_is_mended() throws IOException {
        try (Socket client = client()) {
            assertThat(echoed(client, 1)).isEqualTo(1);
            link.halfOpen();
            client.setSoTimeout(SOON_MILLIS);
            assertThatThrownBy(() -> echoed(client, 2)).isInstanceOf(SocketTimeoutException.class);
            client.setSoTimeout(PATIENCE_MILLIS);
            link.mend();
            assertThat(client.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void who_is_cut_off_may_come_again() throws IOException {
        try (Socket client = client()) {
            assertThat(echoed(client, 1)).isEqualTo(1);
            link.cut();
            assertThat(ended(client)).isTrue();
        }
        try (Socket client = client()) {
            assertThat(echoed(client, 3)).isEqualTo(3);
        }
    }

    private static boolean ended(Socket client) {
        try {
            return client.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private Socket client() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), link.port());
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }

    private static int echoed(Socket client, int number) throws IOException {
        client.getOutputStream().write(number);
        return client.getInputStream().read();
    }

    private void answer() {
        try {
            while (true) {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> answer(client));
            }
        } catch (IOException over) {
            // The test has ended.
        }
    }

    private static void answer(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException over) {
            // The client has gone.
        }
    }
}
