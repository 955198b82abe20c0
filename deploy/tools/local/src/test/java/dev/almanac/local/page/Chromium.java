package dev.almanac.local.page;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where Chromium is on this machine.
 *
 * @param setting a path, or {@code required}; with either, tests in a browser are not passed over
 * @param searched folders, as in {@code PATH}
 */
record Chromium(String setting, String searched) {
    static final String SETTING = "ALMANAC_CHROMIUM";
    private static final String REQUIRED = "required";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    static Chromium ofThisMachine() {
        return new Chromium(
                System.getProperty(SETTING, System.getenv().getOrDefault(SETTING, "")),
                System.getenv().getOrDefault("PATH", ""));
    }

    boolean isRequired() {
        return !setting.isBlank();
    }

    Optional<Path> found() {
        return candidates().filter(Files::isExecutable).findFirst();
    }

    Path orFail() {
        return found().orElseThrow(() ->
                new IllegalStateException(isRequired() ? SETTING + " is " + setting + ". " + absent() : absent()));
    }

    String absent() {
        return "No Chromium was found: install it (apt-get install chromium), or name it in " + SETTING;
    }

    private Stream<Path> candidates() {
        return setting.isBlank() || setting.equals(REQUIRED)
                ? Stream.of(searched.split(File.pathSeparator, -1))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                : Stream.of(Path.of(setting));
    }
}
