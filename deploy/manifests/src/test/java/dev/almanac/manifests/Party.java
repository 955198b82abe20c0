package dev.almanac.manifests;

import dev.almanac.local.certificates.Certificates;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Who connects from a test: trusts one authority, and shows a certificate or none. */
final class Party {
    private static final char[] NO_PASSWORD = {};

    private Party() {}

    static SSLContext showing(Certificates own) throws GeneralSecurityException, IOException {
        return of(own, own);
    }

    /** Trusts one authority, and shows what may be another's. */
    static SSLContext of(Certificates trusting, Certificates own) throws GeneralSecurityException, IOException {
        KeyStore keys = empty();
        Certificate[] chain = Certificates.certificates(own.certificate());
        keys.setKeyEntry("own", own.privateKey(), NO_PASSWORD, chain);
        return context(trusting, keys);
    }

    static SSLContext showingNone(Certificates trusting) throws GeneralSecurityException, IOException {
        return context(trusting, empty());
    }

    private static SSLContext context(Certificates trusting, KeyStore own)
            throws GeneralSecurityException, IOException {
        KeyStore trusted = empty();
        trusted.setCertificateEntry("trusted", Certificates.certificates(trusting.trusted())[0]);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
