package dev.almanac.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpStatus;

/**
 * Seals secrets by AES-256-GCM, as the id of the key, a dot, and nonce and ciphertext in base64url. What was sealed for one subject
 * cannot be opened for another: whoever may write to a topic cannot have somebody else's secret used for themselves.
 */
public final class Sealer {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int KEY_ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    /** By id; the first seals, all open. */
    private final Map<String, SecretKey> keys;

    private Sealer(Map<String, SecretKey> keys) {
        this.keys = keys;
    }

    /**
     * With the keys that a service was given.
     *
     * @param keys of 32 bytes each, in base64: the first seals, the others open what was sealed before it came
     */
    public static Sealer of(List<String> keys) {
        Map<String, SecretKey> byId = new LinkedHashMap<>();
        for (String key : keys) {
            byte[] bytes = decoded(key, byId.size() + 1);
            byId.putIfAbsent(Sha256.hex(bytes, KEY_ID_BYTES), new SecretKeySpec(bytes, "AES"));
        }
        return new Sealer(byId);
    }

    /** A key that is none is not told: it may be one with a slip of the pen. */
    private static byte[] decoded(String key, int number) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key.trim());
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below, without the text of it.
        }
        throw new IllegalArgumentException("almanac.secrets.keys: number " + number + " is not 32 bytes in base64");
    }

    public boolean hasKeys() {
        return !keys.isEmpty();
    }

    /**
     * The secret, as it may stand in a change.
     *
     * @param subject whose secret it is, by the id of an aggregate
     * @throws Rejected as {@code secrets-not-configured} (503) where there is no key
     */
    public String seal(String secret, String subject) {
        Map.Entry<String, SecretKey> first = keys.entrySet().stream()
                .findFirst()
                .orElseThrow(() -> Rejected.because(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "secrets-not-configured",
                        "Whoever runs the service has given it no key with which to keep secrets"));
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = sealed(first.getValue(), nonce, secret, subject);
        byte[] whole = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return first.getKey() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Empty where the key is not there any more, or it was sealed for another subject, or changed since. */
    public Optional<String> open(String sealed, String subject) {
        int dot = sealed.indexOf('.');
        SecretKey key = dot < 0 ? null : keys.get(sealed.substring(0, dot));
        return key == null ? Optional.empty() : opened(key, sealed.substring(dot + 1), subject);
    }

    private static byte[] sealed(SecretKey key, byte[] nonce, String secret, String subject) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, nonce, subject).doFinal(secret.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<String> opened(SecretKey key, String text, String subject) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(text);
            return whole.length < NONCE_BYTES
                    ? Optional.empty()
                    : Optional.of(new String(
                            cipher(Cipher.DECRYPT_MODE, key, whole, subject)
                                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES),
                            UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String subject)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(subject.getBytes(UTF_8));
        return cipher;
    }
}
