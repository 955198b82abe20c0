package dev.almanac.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A component of a service's bill of materials (CycloneDX 1.6), with the licences that its authors offer. */
record Library(String group, String name, String version, List<String> licences) {
    static final String BILL = "META-INF/sbom/application.cdx.json";

    static List<Library> of(Image image) {
        Path bill = image.folder().resolve("target/classes").resolve(BILL);
        return children(Yamls.document(bill), "components").map(Library::of).toList();
    }

    private static Library of(JsonNode component) {
        List<String> licences = children(component, "licenses")
                .map(each -> each.has("expression")
                        ? each.path("expression").asText()
                        : each.path("license")
                                .path("id")
                                .asText(each.path("license").path("name").asText()))
                .toList();
        return new Library(
                component.path("group").asText(),
                component.path("name").asText(),
                component.path("version").asText(),
                licences);
    }

    private static Stream<JsonNode> children(JsonNode node, String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false);
    }

    String file() {
        return name + "-" + version;
    }

    boolean isOurs() {
        return group.equals("dev.almanac");
    }
}
