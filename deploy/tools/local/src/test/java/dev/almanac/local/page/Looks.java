package dev.almanac.local.page;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.util.List;

/** How a page looks, and to whom. */
final class Looks {
    private static final List<String> WCAG_2_2_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Looks() {}

    /** As far as axe can tell, everybody can use what is open: WCAG 2.2, levels A and AA. */
    static void accessible(Page page) {
        assertThat(new AxeBuilder(page).withTags(WCAG_2_2_AA).analyze().getViolations())
                .as(page.url())
                .extracting(Looks::told)
                .isEmpty();
    }

    private static String told(Rule violated) {
        return violated.getNodes().stream()
                .map(node -> "  " + node.getHtml() + "\n    "
                        + node.getFailureSummary().replace("\n", "\n    "))
                .collect(joining(
                        "\n", violated.getId() + ": " + violated.getHelp() + " (" + violated.getHelpUrl() + ")\n", ""));
    }

    /** For people to look at: {@code target/page/screens/<name>.png}. */
    static void screenshot(Page page, String name) {
        page.screenshot(
                new ScreenshotOptions().setPath(Browsing.KEPT.resolve("screens").resolve(name + ".png")));
    }
}
