package dev.almanac.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;

/** Arguments: port, folder. {@code GET /token?user=ana&roles=manager} and {@code GET /.well-known/jwks.json}. */
public final class Issuer {
    private Issuer() {}

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        Tokens tokens = Tokens.in(Path.of(args[1]), "http://localhost:" + port, Clock.systemUTC());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        String keys = new JWKSet(tokens.publicKey()).toString();
        server.createContext("/.well-known/jwks.json", exchange -> answer(exchange, 200, "application/json", keys));
        server.createContext("/token", exchange -> token(exchange, tokens));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static void token(HttpExchange exchange, Tokens tokens) throws IOException {
        try {
            TokenRequest request = TokenRequest.parse(exchange.getRequestURI().getQuery());
            answer(exchange, 200, "text/plain", tokens.token(request));
        } catch (IllegalArgumentException refused) {
            answer(exchange, 400, "text/plain", refused.getMessage() + "\n");
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        boolean get = exchange.getRequestMethod().equals("GET");
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(get ? status : 405, get ? bytes.length : -1);
        try (OutputStream body = exchange.getResponseBody()) {
            if (get) {
                body.write(bytes);
            }
        }
    }
}
