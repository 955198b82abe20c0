package dev.almanac.local.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A context of the browser with one page, and all that its console says. */
final class Visitor implements AutoCloseable {
    private static final int OF_NO_USE = 400;
    private static final int OUR_FAULT = 500;
    private static final String TELLS_WHAT_THE_POLICY_FORBIDS = """
            addEventListener('securitypolicyviolation', refused =>
              console.error('forbidden by the content security policy: ' + refused.effectiveDirective + ' ' + refused.blockedURI));
            """;

    private final List<String> log = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Page page;

    Visitor(BrowserContext context) {
        context.addInitScript(TELLS_WHAT_THE_POLICY_FORBIDS);
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> complain("uncaught: " + error.error()));
        context.onResponse(this::see);
        context.onRequestFailed(request -> log.add("no answer: " + request.failure() + " at " + request.url()));
        this.page = context.newPage();
    }

    Page page() {
        return page;
    }

    private void hear(ConsoleMessage message) {
        String said = message.type() + ": " + message.text() + " at " + message.location();
        if (message.type().equals("error")) {
            complain(said);
        } else {
            log.add(said);
        }
    }

    private void see(Response response) {
        String answered = response.status() + ": " + response.request().method() + " " + response.url();
        if (response.status() >= OUR_FAULT) {
            complain(answered);
        } else if (response.status() >= OF_NO_USE) {
            log.add(answered);
        }
    }

    private void complain(String what) {
        log.add(what);
        complaints.add(what);
    }

    /** What went wrong until now, and is none of what was provoked. */
    List<String> complaints(List<Pattern> provoked) {
        hearWhatWasSaid();
        return complaints.stream()
                .filter(complaint -> provoked.stream()
                        .noneMatch(each -> each.matcher(complaint).find()))
                .toList();
    }

    /** Events arrive in order: once a question is answered, all that came before it has been heard. */
    private void hearWhatWasSaid() {
        try {
            page.title();
        } catch (PlaywrightException gone) {
            log.add("the page is gone: " + gone.getMessage());
        }
    }

    /** As {@code <name>.png} and {@code <name>.log}. */
    void keep(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        try {
            page.screenshot(new ScreenshotOptions()
                    .setPath(folder.resolve(name + ".png"))
                    .setFullPage(true));
        } catch (PlaywrightException gone) {
            log.add("no screenshot: " + gone.getMessage());
        }
        log.add("open: " + page.url());
        Files.write(folder.resolve(name + ".log"), log);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
