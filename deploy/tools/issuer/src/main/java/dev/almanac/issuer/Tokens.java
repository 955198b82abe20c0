package dev.almanac.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Signs tokens with a key that is kept, so that a token outlives a restart. */
record Tokens(RSAKey key, String issuer, Clock clock) {
    static final String AUDIENCE = "almanac";
    private static final Duration LIFETIME = Duration.ofHours(24);

    static Tokens in(Path folder, String issuer, Clock clock) throws IOException {
        Path file = folder.resolve("key.json");
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Files.writeString(file, newKey().toJSONString());
        }
        try {
            return new Tokens(RSAKey.parse(Files.readString(file)), issuer, clock);
        } catch (ParseException e) {
            throw new IOException(file + " is no key", e);
        }
    }

    RSAKey publicKey() {
        return key.toPublicJWK();
    }

    String token(TokenRequest request) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(request.user())
                .claim("roles", request.roles())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
