package dev.almanac.local.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in a page is noticed: this page does everything wrong. */
@InBrowser
class VisitorsIT {
    private static final String WRONG = """
            <!doctype html><html><head><title>Wrong</title>
            <script src="/thrown.js"></script><script>document.title = 'Worse'</script></head>
            <body><img alt="" src="/broken"><button></button></body></html>""";

    @TempDir
    Path folder;

    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answers("/", 200, "text/html", WRONG);
        answers("/thrown.js", 200, "text/javascript", "console.error('said'); throw new Error('thrown');");
        answers("/broken", 503, "text/plain", "");
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answers(String path, int status, String type, String body) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.getResponseHeaders().add("Content-Security-Policy", "default-src 'self'");
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
        });
    }

    @Test
    @Provokes("127.0.0.1|localhost")
    void what_a_page_does_wrong_fails_a_test_that_passed_otherwise_and_is_kept(@Visit Page page) {
        Visitors visitors = new Visitors();
        Visitor visitor = visitors.add(new Visitor(page.context().browser().newContext()));
        try (visitors) {
            visitor.page().navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> visitors.settle(true, List.of(), folder, "test"))
                    .withMessageContainingAll(
                            "said", "uncaught: Error: thrown", "503: GET", "content security policy: script-src");
            assertThat(folder.resolve("test.png")).isNotEmptyFile();
            assertThat(folder.resolve("test.log"))
                    .content()
                    .contains("said", "thrown", "503", "open: http://127.0.0.1");
            assertThat(visitor.complaints(List.of(Pattern.compile("said|thrown|503|[Cc]ontent.[Ss]ecurity.[Pp]olicy"))))
                    .isEmpty();
        }
    }

    @Test
    void what_not_everybody_can_use_is_told_with_the_rule_and_the_node(@Visit Page page) {
        page.setContent(
                "<!doctype html><html lang=en><title>Wrong</title><main><h1>Wrong</h1><button></button></main></html>");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Looks.accessible(page))
                .withMessageContainingAll("button-name", "<button></button>", "discernible text");
    }
}
