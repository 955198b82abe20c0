package dev.almanac.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /node_modules} of npm packages, each out of its WebJar on the class path: {@code @fullcalendar/core} is {@code fullcalendar__core}. */
final class WebJars {
    private static final Pattern ABOVE_PACKAGES = Pattern.compile("/node_modules(/@[^/]+)?");
    private static final Pattern IN_PACKAGE = Pattern.compile("/node_modules/(?:@([^/]+)/)?([^/@]+)(/.*)?");

    private final Map<String, Optional<String>> folders = new ConcurrentHashMap<>();

    boolean isFolder(String name) {
        Matcher inPackage = IN_PACKAGE.matcher(name);
        return inPackage.matches()
                ? folder(inPackage).isPresent()
                : ABOVE_PACKAGES.matcher(name).matches();
    }

    @Nullable
    String text(String name) {
        Matcher inPackage = IN_PACKAGE.matcher(name);
        return inPackage.matches() && inPackage.group(3) != null
                ? folder(inPackage)
                        .flatMap(folder -> resource(folder + inPackage.group(3)))
                        .orElse(null)
                : null;
    }

    private Optional<String> folder(Matcher inPackage) {
        String scope = inPackage.group(1);
        String artifact = (scope == null ? "" : scope + "__") + inPackage.group(2);
        return folders.computeIfAbsent(artifact, WebJars::found);
    }

    private static Optional<String> found(String artifact) {
        return resource("/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")
                .map(WebJars::version)
                .map(version -> "/META-INF/resources/webjars/" + artifact + "/" + version);
    }

    private static String version(String pomProperties) {
        return Pattern.compile("^version=(.+)$", Pattern.MULTILINE)
                .matcher(pomProperties)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static Optional<String> resource(String name) {
        try (InputStream resource = WebJars.class.getResourceAsStream(name)) {
            return resource == null ? Optional.empty() : Optional.of(new String(resource.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
