package dev.almanac.issuer;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Where a person types the code that a program shows, and confirms that it is theirs (RFC 8628, section 3.3). */
@RestController
class ActivatePage {
    static final String PATH = "/activate";
    static final String DONE = PATH + "/done";
    static final String REFUSED = PATH + "/refused";
    private static final String VERIFY = "/oauth2/device_verification";

    @GetMapping(path = PATH, params = "!state", produces = MediaType.TEXT_HTML_VALUE)
    String enter(@RequestParam(name = "user_code", defaultValue = "") String code) {
        return page("""
            <h1>Which code does it show?</h1>
            <form method="get" action="%s">
              <label>Code <input name="user_code" value="%s" required autofocus autocomplete="off" maxlength="9"></label>
              <button>Go on</button>
            </form>
            """.formatted(VERIFY, HtmlUtils.htmlEscape(code)));
    }

    @GetMapping(path = PATH, params = "state", produces = MediaType.TEXT_HTML_VALUE)
    String confirm(
            Principal user,
            @RequestParam String state,
            @RequestParam("client_id") String client,
            @RequestParam("user_code") String code,
            @RequestParam @Nullable String scope) {
        return page("""
            <h1>Is that your program?</h1>
            <p><strong>%2$s</strong> shows the code <strong>%3$s</strong> and wants to act as <strong>%1$s</strong>.
              If you did not start it yourself just now, refuse.</p>
            %4$s
            %5$s
            """.formatted(
                        HtmlUtils.htmlEscape(user.getName()),
                        HtmlUtils.htmlEscape(client),
                        HtmlUtils.htmlEscape(code),
                        answer(state, client, code, scope, "Yes, sign it in"),
                        answer(state, client, code, null, "Refuse")));
    }

    @GetMapping(path = DONE, produces = MediaType.TEXT_HTML_VALUE)
    String done() {
        return page("""
            <h1>Done</h1>
            <p>Go back to your terminal: it goes on by itself.</p>
            """);
    }

    @GetMapping(path = REFUSED, produces = MediaType.TEXT_HTML_VALUE)
    String refused() {
        return page("""
            <h1>Nothing was signed in</h1>
            <p>You refused, or the code is unknown, used or too old. <a href="%s">Type another code</a>, or let the program show
              a new one.</p>
            """.formatted(PATH));
    }

    /** The state was told to this person's browser alone: no other page can answer for them. */
    private static String answer(String state, String client, String code, @Nullable String scope, String word) {
        return """
            <form method="post" action="%s">
              %s%s%s%s
              <button>%s</button>
            </form>
            """.formatted(
                        VERIFY,
                        hidden("state", state),
                        hidden("client_id", client),
                        hidden("user_code", code),
                        scope == null ? "" : hidden("scope", scope),
                        word);
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, HtmlUtils.htmlEscape(value));
    }

    private static String page(String content) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width">
              <title>Sign a program in to Almanac</title>
              <link rel="stylesheet" href="/login.css">
            </head>
            <body>
              <main>
                %s
              </main>
            </body>
            </html>
            """.formatted(content);
    }
}
