package dev.almanac.query.delivering.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Symmetric signatures of Standard Webhooks: HMAC-SHA256 over id, timestamp and body, one for each secret that is valid. */
final class Signature {
    private static final String SECRET = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** The header {@code webhook-signature}. */
    static String of(String id, long timestamp, String body, List<String> secrets) {
        String signed = id + "." + timestamp + "." + body;
        return secrets.stream().map(secret -> "v1," + sign(signed, secret)).collect(Collectors.joining(" "));
    }

    private static String sign(String signed, String secret) {
        try {
            byte[] key =
                    Base64.getDecoder().decode(secret.startsWith(SECRET) ? secret.substring(SECRET.length()) : secret);
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
