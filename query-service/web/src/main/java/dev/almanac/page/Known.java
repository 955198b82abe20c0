package dev.almanac.page;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What may stand in a part of an OpenAPI document: of anything else nobody has thought what it means for the page. */
record Known(Set<String> names) {
    static final Known DOCUMENT = of("openapi", "info", "security", "paths", "components", "tags");
    static final Known METHODS = of("get", "post", "put", "patch", "delete");
    static final Known OPERATION = of(
            "operationId",
            "summary",
            "description",
            "tags",
            "deprecated",
            "security",
            "parameters",
            "requestBody",
            "responses");
    static final Known PARAMETER = of("in", "name", "description", "required", "deprecated", "schema");
    static final Known BODY = of("description", "required", "content");

    Known {
        names = Set.copyOf(names);
    }

    private static Known of(String... names) {
        return new Known(Set.of(names));
    }

    void check(String where, JsonNode part) {
        part.propertyNames().forEach(name -> {
            if (!names.contains(name)) {
                throw new BuildFailure(where + " has " + name + ", which the page cannot read");
            }
        });
    }
}
