package dev.almanac.issuer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** A button for each user. */
@RestController
class LoginPage {
    private static final List<String> BY_POWER = List.of("customer", "staff", "manager", "admin");
    private final Map<String, String> users;

    LoginPage(IssuerProperties properties) {
        this.users = properties.users();
    }

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
    String page(CsrfToken csrf) {
        String buttons = users.entrySet().stream()
                .sorted(Comparator.comparingInt(user -> BY_POWER.indexOf(user.getValue())))
                .map(user -> button(csrf, user.getKey(), user.getValue()))
                .collect(Collectors.joining());
        return """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width">
              <title>Sign in to Almanac</title>
              <link rel="stylesheet" href="/login.css">
            </head>
            <body>
              <main>
                <h1>Who are you?</h1>
                <p>This issuer of tokens is for one machine: a click signs you in.</p>
                %s
              </main>
            </body>
            </html>
            """.formatted(buttons);
    }

    private static String button(CsrfToken csrf, String user, String role) {
        return """
            <form method="post" action="/login">
              <input type="hidden" name="%1$s" value="%2$s">
              <input type="hidden" name="password" value="none">
              <button name="user" value="%3$s">%3$s <small>%4$s</small></button>
            </form>
            """.formatted(
                        csrf.getParameterName(),
                        HtmlUtils.htmlEscape(csrf.getToken()),
                        HtmlUtils.htmlEscape(user),
                        HtmlUtils.htmlEscape(role));
    }
}
