package dev.almanac.manifests;

import dev.almanac.local.broker.EncryptedBroker;
import dev.almanac.local.certificates.Certificates;
import dev.almanac.local.postgres.EncryptedPostgres;
import java.util.Map;
import java.util.TreeMap;

/** What the environment tells a service where nothing is said in the clear: what {@code docs/deploying.md} lists. */
record Encryption(Certificates certificates, int postgres) {

    Map<String, String> environment(String service) {
        return switch (service) {
            case "token-issuer" ->
                Map.of(
                        "SERVER_SSL_CERTIFICATE", "file:" + certificates.certificate(),
                        "SERVER_SSL_CERTIFICATEPRIVATEKEY", "file:" + certificates.key());
            case "command-service" -> with(behindTheFront(), Map.of("SPRING_DATASOURCE_URL", jdbcUrl()));
            case "query-service" -> behindTheFront();
            case "front" -> with(common(), Map.of("MANAGEMENT_SERVER_SSL_BUNDLE", "almanac"));
            default -> with(common(), kafka());
        };
    }

    private Map<String, String> common() {
        return Map.of(
                "ALMANAC_TLS_FOLDER", certificates.folder().toString(),
                "ALMANAC_TLS_BUNDLE", "almanac",
                "SERVER_SSL_BUNDLE", "almanac");
    }

    private static Map<String, String> kafka() {
        return Map.of(
                "SPRING_KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "SPRING_KAFKA_PROPERTIES_SASL_MECHANISM", "SCRAM-SHA-512",
                "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", EncryptedBroker.LOGIN);
    }

    private Map<String, String> behindTheFront() {
        return with(
                with(common(), kafka()),
                Map.of(
                        "SERVER_SSL_CLIENTAUTH", "need",
                        "MANAGEMENT_SERVER_SSL_BUNDLE", "almanac",
                        "ALMANAC_SECURITY_SSLBUNDLE", "almanac"));
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(some);
        all.putAll(more);
        return all;
    }

    String jdbcAddress() {
        return "jdbc:postgresql://localhost:" + postgres + "/almanac";
    }

    String jdbcUrl() {
        return jdbcAddress() + EncryptedPostgres.parameters(certificates);
    }
}
