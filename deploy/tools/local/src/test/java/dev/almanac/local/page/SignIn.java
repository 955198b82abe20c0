package dev.almanac.local.page;

import com.microsoft.playwright.Page;
import dev.almanac.local.Suite;

/** At the suite's issuer, where a click signs a user in. */
final class SignIn {
    private SignIn() {}

    /** Until the page has made a token of the code that it is given. */
    static void as(String user, Page page, Suite suite) {
        page.navigate("/");
        choose(user, page, suite);
        page.waitForURL(url -> url.startsWith(suite.frontUrl() + "/") && !url.contains("code="));
    }

    /** On the issuer's page, which a redirect has led to, or soon will. */
    static void choose(String user, Page page, Suite suite) {
        page.waitForURL(url -> url.startsWith(suite.issuerUrl() + "/login"));
        page.locator("button[name=user][value='" + user + "']").click();
    }
}
