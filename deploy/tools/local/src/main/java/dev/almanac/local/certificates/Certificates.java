package dev.almanac.local.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * Of one party, in PEM: {@code tls.crt}, its RSA key {@code tls.key}, which its owner alone may read, and whom it trusts, {@code ca.crt}. A store that is told of
 * them takes connections only that are encrypted, and, where it can ask for that, of whoever shows a certificate.
 */
public record Certificates(Path folder) {
    private static final String SETTING = "almanac.local.certificates";

    /** Of this process, if it was told of any. */
    public static Optional<Certificates> told() {
        return Optional.ofNullable(System.getProperty(SETTING)).map(Path::of).map(Certificates::new);
    }

    /** As an option of a JVM. */
    public String option() {
        return "-D" + SETTING + "=" + folder;
    }

    public Path trusted() {
        return folder.resolve("ca.crt");
    }

    public Path certificate() {
        return folder.resolve("tls.crt");
    }

    public Path key() {
        return folder.resolve("tls.key");
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PrivateKey privateKey() throws GeneralSecurityException {
        String body = text(key()).replaceAll("-----[A-Z ]+-----", "");
        byte[] encoded = Base64.getMimeDecoder().decode(body.getBytes(US_ASCII));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    public static X509Certificate[] certificates(Path file) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
        }
    }
}
