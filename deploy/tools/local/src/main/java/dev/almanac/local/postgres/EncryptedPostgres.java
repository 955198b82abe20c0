package dev.almanac.local.postgres;

import dev.almanac.local.certificates.Certificates;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings of a server that lets nobody in without a certificate, and no user without a password; and of its clients. */
public final class EncryptedPostgres {
    /** The server's own user, which has no password, is for whoever has made it. */
    private static final String LET_IN = """
            hostssl all postgres samehost trust clientcert=verify-ca
            hostssl all all samehost scram-sha-256 clientcert=verify-ca
            """;

    private EncryptedPostgres() {}

    static void server(EmbeddedPostgres.Builder server, Certificates certificates, Path folder) {
        Path hosts = folder.resolve("pg_hba.conf");
        try {
            Files.writeString(hosts, LET_IN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificates.certificate().toString())
                .setServerConfig("ssl_key_file", certificates.key().toString())
                .setServerConfig("ssl_ca_file", certificates.trusted().toString())
                .setServerConfig("hba_file", hosts.toString());
        client(certificates).forEach(server::setConnectConfig);
    }

    static Map<String, String> client(Certificates certificates) {
        return Map.of(
                "sslmode", "verify-full",
                "sslrootcert", certificates.trusted().toString(),
                "sslcert", certificates.certificate().toString(),
                "sslkey", certificates.key().toString());
    }

    /** What a JDBC URL ends with. */
    public static String parameters(Certificates certificates) {
        return client(certificates).entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .sorted()
                .collect(Collectors.joining("&", "?", ""));
    }
}
