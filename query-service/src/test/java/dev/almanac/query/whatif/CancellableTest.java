package dev.almanac.query.whatif;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.web.reactive.function.server.RequestPredicates.GET;

import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.Disposable;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class CancellableTest {

    @Test
    void what_somebody_asked_for_ends_at_its_next_step_once_they_have_left() throws Exception {
        CountDownLatch atWork = new CountDownLatch(1);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Disposable asking = Cancellable.compute(() -> endless(atWork, ended)).subscribe();
        assertThat(atWork.await(10, TimeUnit.SECONDS)).isTrue();

        asking.dispose();

        assertThat(ended.get(10, TimeUnit.SECONDS)).hasMessageContaining("has gone");
    }

    @Test
    void what_was_asked_through_a_connection_ends_when_that_is_closed() throws Exception {
        CountDownLatch atWork = new CountDownLatch(1);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        DisposableServer server = serving(() -> endless(atWork, ended));
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            caller.getOutputStream().write("GET / HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(US_ASCII));
            assertThat(atWork.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ended).isNotDone();

            caller.close();

            assertThat(ended.get(10, TimeUnit.SECONDS)).hasMessageContaining("has gone");
        } finally {
            server.disposeNow();
        }
    }

    /** As the service serves. */
    private static DisposableServer serving(Callable<Boolean> work) {
        HttpHandler handler = RouterFunctions.toHttpHandler(RouterFunctions.route(
                GET("/"), _ -> ServerResponse.ok().body(Cancellable.compute(work), Boolean.class)));
        return HttpServer.create()
                .host(InetAddress.getLoopbackAddress().getHostAddress())
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow();
    }

    private static boolean endless(CountDownLatch atWork, CompletableFuture<Throwable> ended) {
        while (true) {
            try {
                Cancellable.goOn();
            } catch (RuntimeException end) {
                ended.complete(end);
                return true;
            }
            atWork.countDown();
        }
    }
}
