package dev.almanac.manifests;

import java.util.regex.Pattern;

/** Which settings are nobody's business. */
final class Secrets {
    private static final Pattern NAMES = Pattern.compile("PASSWORD|SECRET|TOKEN|KEYS$|CREDENTIAL|JAAS");

    private Secrets() {}

    static boolean looksLikeOne(String environmentName) {
        return NAMES.matcher(environmentName).find();
    }
}
