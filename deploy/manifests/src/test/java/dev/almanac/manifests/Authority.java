package dev.almanac.manifests;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.almanac.local.certificates.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Issues certificates for this machine, made by the JDK's keytool. */
record Authority(Path folder) {
    private static final String NAME = "authority";
    private static final String PASSWORD = "changeit";

    static Authority in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Authority authority = new Authority(folder);
        authority.makePair(NAME, "-ext", "bc:critical=ca:true", "-ext", "ku:critical=keyCertSign");
        return authority;
    }

    Certificates issue(String name) throws IOException, InterruptedException, GeneralSecurityException {
        makePair(name, "-signer", NAME, "-ext", "san=dns:localhost,ip:127.0.0.1");
        return written(name);
    }

    /** Which nobody has signed but the authority itself. */
    Certificates own() throws IOException, GeneralSecurityException {
        return written(NAME);
    }

    private Certificates written(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(store().toFile(), PASSWORD.toCharArray());
        Certificates issued = new Certificates(Files.createDirectories(folder.resolve(name)));
        Certificate[] chain = store.getCertificateChain(name);
        Files.writeString(issued.certificate(), pem("CERTIFICATE", chain[0].getEncoded()));
        Files.writeString(issued.trusted(), pem("CERTIFICATE", chain[chain.length - 1].getEncoded()));
        byte[] key = store.getKey(name, PASSWORD.toCharArray()).getEncoded();
        Files.writeString(issued.key(), pem("PRIVATE KEY", key));
        // Neither PostgreSQL nor its driver takes a key that others can read.
        Files.setPosixFilePermissions(issued.key(), PosixFilePermissions.fromString("rw-------"));
        return issued;
    }

    private void makePair(String name, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-keystore", store().toString()));
        arguments.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keyalg", "RSA", "-keysize", "2048"));
        arguments.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        arguments.addAll(List.of("-validity", "2", "-alias", name, "-dname", "CN=" + name));
        arguments.addAll(List.of(more));
        new Tool(Path.of(System.getProperty("java.home"), "bin", "keytool")).run(arguments.toArray(String[]::new));
    }

    private Path store() {
        return folder.resolve("store.p12");
    }

    private static String pem(String type, byte[] content) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, lines, type);
    }
}
