package dev.almanac.manifests;

import java.nio.file.Path;
import java.util.List;

/** A line of {@code deploy/images/services}. */
record Image(String service, String module, String main, int port, int management, String health) {

    static List<Image> all() {
        return Yamls.text(Yamls.DEPLOY.resolve("images/services"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" +"))
                .map(words -> new Image(
                        words[0], words[1], words[2], Integer.parseInt(words[3]), Integer.parseInt(words[4]), words[5]))
                .toList();
    }

    static Image of(String service) {
        return all().stream()
                .filter(image -> image.service().equals(service))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no image is named " + service));
    }

    Path folder() {
        return Yamls.ROOT.resolve(module);
    }

    Settings settings() {
        return Settings.of(folder());
    }
}
