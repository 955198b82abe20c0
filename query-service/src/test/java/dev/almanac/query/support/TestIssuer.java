package dev.almanac.query.support;

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
import java.util.List;

/** A token issuer with a key set, and the forgeries that must not pass. */
public final class TestIssuer implements AutoCloseable {
    public static final String AUDIENCE = "almanac";
    private final RSAKey key = newKey();
    private final HttpServer server;

    public TestIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
        server.createContext("/jwks", exchange -> {
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
        return signed(key, claims(user, roles).build());
    }

    public String tokenFor(Duration lifetime, String user, String... roles) {
        return signed(
                key,
                claims(user, roles)
                        .expirationTime(Date.from(Instant.now().plus(lifetime)))
                        .build());
    }

    public String forAudience(String audience) {
        return signed(key, claims("eve", "admin").audience(audience).build());
    }

    public String fromIssuer(String issuer) {
        return signed(key, claims("eve", "admin").issuer(issuer).build());
    }

    public String expired() {
        return signed(
                key,
                claims("eve", "admin")
                        .expirationTime(Date.from(Instant.now().minusSeconds(300)))
                        .build());
    }

    public String withoutExpiry() {
        return signed(key, claims("eve", "admin").expirationTime(null).build());
    }

    public String notValidYet() {
        Date inAnHour = Date.from(Instant.now().plusSeconds(3600));
        return signed(key, claims("eve", "admin").notBeforeTime(inAnHour).build());
    }

    public String withoutSubject() {
        return signed(key, claims("eve", "admin").subject(null).build());
    }

    public String unsigned() {
        return new PlainJWT(claims("eve", "admin").build()).serialize();
    }

    /** Signed rightly, for somebody else. */
    public String tampered() {
        String[] parts = token("eve", "admin").split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("eve", "root");
        return String.join(
                ".",
                parts[0],
                Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(UTF_8)),
                parts[2]);
    }

    public String oversized() {
        return signed(
                        key,
                        claims("eve", "admin")
                                .claim("padding", "x".repeat(16_384))
                                .build())
                + "x";
    }

    public String ofUnknownKey() {
        return signed(key, "nobody's", claims("eve", "admin").build());
    }

    public String forged() {
        return signed(newKey(), claims("eve", "admin").build());
    }

    /** The old trick: the public key as the secret of a symmetric signature. */
    public String signedWithPublicKey() {
        try {
            JWSSigner signer = new MACSigner(key.toRSAPublicKey().getEncoded());
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims("eve", "admin").build());
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

    private String signed(RSAKey by, JWTClaimsSet claims) {
        return signed(by, key.getKeyID(), claims);
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
