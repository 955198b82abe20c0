package dev.almanac.issuer;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /token?user=ana&roles=manager}: a token for a shell, for a day. */
@RestController
class TokenEndpoint {
    private final Tokens tokens;

    TokenEndpoint(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping(path = "/token", produces = MediaType.TEXT_PLAIN_VALUE)
    String token(HttpServletRequest request) {
        return tokens.token(TokenRequest.parse(request.getQueryString()));
    }

    @ExceptionHandler(IllegalArgumentException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String refused(IllegalArgumentException refusal) {
        return refusal.getMessage() + "\n";
    }
}
