package dev.almanac.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A token issuer with a key set, and the forgeries that must not pass. */
public final class Issuer implements AutoCloseable {
    public static final String AUDIENCE = "almanac";
    private final RSAKey key = newKey();
    private final HttpServer server;

    public Issuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
        server.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(keys);
            }
        });
        server.start();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public String jwksUri() {
        return issuer() + "/jwks";
    }

    public String token(String user, String... roles) {
        return signed(claims(user, roles).build());
    }

    public String tokenFor(Duration lifetime, String user, String... roles) {
        return signed(claims(user, roles)
                .expirationTime(Date.from(Instant.now().plus(lifetime)))
                .build());
    }

    /** Tokens of an administrator that are not in order, by what is wrong with them. */
    public Map<String, String> forgeries() {
        Date inAnHour = Date.from(Instant.now().plusSeconds(3600));
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("garbage", "garbage");
        tokens.put("of algorithm none", new PlainJWT(ofEve().build()).serialize());
        tokens.put("signed by another key", signed(newKey(), key.getKeyID(), ofEve().build()));
        tokens.put("signed with the public key as a secret", signedWithPublicKey());
        tokens.put("of an unknown key id", signed(key, "nobody's", ofEve().build()));
        tokens.put("with another payload", tampered());
        tokens.put("of 16 KB", eve(claims -> claims.claim("padding", "x".repeat(16_384))) + "x");
        tokens.put("encrypted, by its looks", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..aXY.Y2lwaGVy.dGFn");
        tokens.put("encrypted for a key", "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a2V5.aXY.Y2lwaGVy.dGFn");
        tokens.put("of roles in a list of lists", eve(claims -> claims.claim("roles", List.of(List.of("admin")))));
        tokens.put("of a role that is a number", eve(claims -> claims.claim("roles", List.of(1))));
        tokens.put("of roles that are an object", eve(claims -> claims.claim("roles", Map.of("admin", true))));
        tokens.put("expired at a word", eve(claims -> claims.claim("exp", "tomorrow")));
        tokens.put("issued at a list", eve(claims -> claims.claim("iat", List.of(1))));
        tokens.put("meant for a number", eve(claims -> claims.claim("aud", 7)));
        tokens.put("of a subject that is a list", eve(claims -> claims.claim("sub", List.of("a"))));
        tokens.put("expired long ago", eve(claims -> claims.expirationTime(Date.from(Instant.EPOCH))));
        tokens.put(
                "expired five minutes ago",
                eve(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(300)))));
        tokens.put("without an expiry", eve(claims -> claims.expirationTime(null)));
        tokens.put("not valid yet", eve(claims -> claims.notBeforeTime(inAnHour)));
        tokens.put("of another issuer", eve(claims -> claims.issuer("http://elsewhere.test")));
        tokens.put("for another audience", eve(claims -> claims.audience("elsewhere")));
        tokens.put("without a subject", eve(claims -> claims.subject(null)));
        return tokens;
    }

    private JWTClaimsSet.Builder ofEve() {
        return claims("eve", "admin");
    }

    private String eve(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(change.apply(ofEve()).build());
    }

    /** Signed rightly, for somebody else. */
    private String tampered() {
        String[] parts = signed(ofEve().build()).split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("eve", "root");
        return String.join(
                ".",
                parts[0],
                Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(UTF_8)),
                parts[2]);
    }

    /** The old trick: the public key as the secret of a symmetric signature. */
    private String signedWithPublicKey() {
        try {
            JWSSigner signer = new MACSigner(key.toRSAPublicKey().getEncoded());
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .build(),
                    ofEve().build());
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet.Builder claims(String user, String... roles) {
        return new JWTClaimsSet.Builder()
                .subject(user)
                .issuer(issuer())
                .audience(AUDIENCE)
                .expirationTime(Date.from(Instant.now().plusSeconds(3600)))
                .claim("roles", List.of(roles));
    }

    private String signed(JWTClaimsSet claims) {
        return signed(key, key.getKeyID(), claims);
    }

    private static String signed(RSAKey by, String keyId, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
            jwt.sign(new RSASSASigner(by));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
