package dev.almanac.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.almanac.local.Suite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The issuer's page, which a sign-in leads to and back from. */
@InBrowser
class SignInIT {
    private static final List<String> USERS = List.of("carl", "sue", "ana", "root");

    @Test
    void everybody_can_use_the_sign_in_page_in_light_and_in_dark(@Visit Page page, Suite suite) {
        page.navigate(suite.issuerUrl() + "/login");
        Looks.accessible(page);
        Looks.screenshot(page, "sign-in-light");

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Looks.accessible(page);
        Looks.screenshot(page, "sign-in-dark");
    }

    @Test
    void everybody_can_use_it_on_a_phone(@Visit(width = 360, height = 740, touch = true) Page page, Suite suite) {
        page.navigate(suite.issuerUrl() + "/login");
        Looks.accessible(page);
        Looks.screenshot(page, "sign-in-phone");
    }

    @Test
    @Provokes("404 .*code=")
    void the_keyboard_reaches_every_user_and_leads_back_with_a_code(@Visit Page page, Suite suite) {
        page.navigate(authorization(suite));
        for (String user : USERS) {
            page.keyboard().press("Tab");
            assertThat(button(page, user)).isFocused();
        }
        page.keyboard().press("Shift+Tab");
        page.waitForRequest(
                request -> request.url().startsWith(suite.frontUrl() + "/?code="),
                () -> page.keyboard().press("Enter"));
    }

    @Test
    @Provokes("404 .*code=")
    void a_click_signs_in_and_leads_back_with_a_code(@Visit Page page, Suite suite) {
        page.navigate(authorization(suite));
        page.waitForRequest(
                request -> request.url().startsWith(suite.frontUrl() + "/?code="),
                () -> SignIn.choose("sue", page, suite));
    }

    private static com.microsoft.playwright.Locator button(Page page, String user) {
        return page.locator("button[value=" + user + "]");
    }

    /** As a page asks for it; the challenge is the example of RFC 7636, appendix B. */
    private static String authorization(Suite suite) {
        return suite.issuerUrl()
                + "/oauth2/authorize?response_type=code&client_id=almanac-web&scope=openid&state=s&redirect_uri="
                + suite.frontUrl()
                + "/&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    }
}
