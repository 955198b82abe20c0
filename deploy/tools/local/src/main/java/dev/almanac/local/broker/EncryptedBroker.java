package dev.almanac.local.broker;

import dev.almanac.local.certificates.Certificates;
import java.util.Map;
import java.util.TreeMap;

/** Settings of a broker that lets nobody in without a certificate and a password, and of its clients. */
public final class EncryptedBroker {
    static final String PROTOCOL = "SASL_SSL";
    static final String MECHANISM = "SCRAM-SHA-512";
    /** As {@code kafka-storage format} takes it. */
    static final String CREDENTIAL = MECHANISM + "=[name=almanac,password=almanac]";

    public static final String LOGIN =
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"almanac\" password=\"almanac\";";

    private EncryptedBroker() {}

    static Map<String, String> broker(Certificates certificates) {
        Map<String, String> settings = new TreeMap<>(stores(certificates));
        settings.putAll(Map.of(
                "listener.security.protocol.map",
                PROTOCOL + ":" + PROTOCOL + ",CONTROLLER:SSL",
                "ssl.client.auth",
                "required",
                // Beside a password a certificate is asked for only where that is said of the listener.
                "listener.name.sasl_ssl.ssl.client.auth",
                "required",
                "sasl.enabled.mechanisms",
                MECHANISM,
                "sasl.mechanism.inter.broker.protocol",
                MECHANISM,
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                LOGIN));
        return settings;
    }

    public static Map<String, String> client(Certificates certificates) {
        Map<String, String> settings = new TreeMap<>(stores(certificates));
        settings.put("security.protocol", PROTOCOL);
        settings.put("sasl.mechanism", MECHANISM);
        settings.put("sasl.jaas.config", LOGIN);
        return settings;
    }

    private static Map<String, String> stores(Certificates certificates) {
        return Map.of(
                "ssl.keystore.type", "PEM",
                "ssl.keystore.certificate.chain", Certificates.text(certificates.certificate()),
                "ssl.keystore.key", Certificates.text(certificates.key()),
                "ssl.truststore.type", "PEM",
                "ssl.truststore.certificates", Certificates.text(certificates.trusted()));
    }
}
