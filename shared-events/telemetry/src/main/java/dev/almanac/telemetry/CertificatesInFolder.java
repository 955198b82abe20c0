package dev.almanac.telemetry;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * The SSL bundle {@code almanac}, where there are files for it. It cannot stand in YAML: the actuator measures when certificates
 * expire, and reads each bundle at the start, also one that nobody has named.
 */
final class CertificatesInFolder implements SslBundleRegistrar {
    private static final String BUNDLE = "almanac";
    private final Path folder;

    CertificatesInFolder(@Value("${almanac.tls.folder}") String folder) {
        this.folder = Path.of(folder);
    }

    @Override
    public void registerBundles(SslBundleRegistry registry) {
        if (Files.exists(folder.resolve("tls.crt"))) {
            PemSslStoreDetails own =
                    PemSslStoreDetails.forCertificate(file("tls.crt")).withPrivateKey(file("tls.key"));
            PemSslStoreDetails trusted = PemSslStoreDetails.forCertificate(file("ca.crt"));
            registry.registerBundle(BUNDLE, SslBundle.of(new PemSslStoreBundle(own, trusted)));
        }
    }

    private String file(String name) {
        return "file:" + folder.resolve(name);
    }
}
