package dev.almanac.page;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An operation as its document describes it. */
record DocumentedOperation(String path, String method, JsonNode description) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");
    private static final Set<String> PLACES = Set.of("path", "query", "header");
    private static final Set<String> TEXTUAL = Set.of("string", "integer", "number", "boolean");
    private static final String SCHEMAS = "#/components/schemas/";

    DocumentedOperation {
        Known.OPERATION.check(method + " " + path, description);
    }

    String id() {
        JsonNode id = description.path("operationId");
        if (!id.isString()) {
            throw new BuildFailure(this + " has no operationId");
        }
        return id.stringValue();
    }

    ObjectNode row() {
        ObjectNode row = JsonMapper.shared().createObjectNode();
        row.put("method", method.toUpperCase(Locale.ROOT)).put("path", path);
        Set<String> taken = new TreeSet<>();
        ArrayNode parameters = row.putArray("parameters");
        description.path("parameters").forEach(parameter -> parameters.add(parameter(parameter, taken)));
        checkPlaceholders(parameters);
        if (description.has("requestBody")) {
            row.set("body", body(description.get("requestBody"), taken));
        }
        return row;
    }

    private ObjectNode parameter(JsonNode parameter, Set<String> taken) {
        Known.PARAMETER.check("a parameter of " + this, parameter);
        String place = parameter.path("in").asString();
        String name = parameter.path("name").asString();
        if (!PLACES.contains(place) || !isText(parameter.path("schema"))) {
            throw new BuildFailure(this + " has the parameter " + parameter + ", which the page cannot send");
        }
        return JsonMapper.shared()
                .createObjectNode()
                .put("in", place)
                .put("name", name)
                .put("as", argument(name, taken));
    }

    private static boolean isText(JsonNode schema) {
        JsonNode one = schema.path("type").asString("").equals("array") ? schema.path("items") : schema;
        return TEXTUAL.contains(one.path("type").asString(""));
    }

    private ObjectNode body(JsonNode body, Set<String> taken) {
        Known.BODY.check("the body of " + this, body);
        var first = body.path("content").properties().stream()
                .findFirst()
                .orElseThrow(() -> new BuildFailure(this + " has a body of no type"));
        return JsonMapper.shared()
                .createObjectNode()
                .put("as", argument(bodyName(first.getValue().path("schema")), taken))
                .put("type", first.getKey());
    }

    /** As the generator of typed clients names it. */
    private String bodyName(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (reference.startsWith(SCHEMAS)) {
            return reference.substring(SCHEMAS.length());
        }
        return switch (schema.path("type").asString("")) {
            case "string" -> "body";
            case "object" -> "requestBody";
            default -> throw new BuildFailure(this + " has a body that the page cannot name: " + schema);
        };
    }

    private String argument(String name, Set<String> taken) {
        String argument = ArgumentName.of(name);
        if (!taken.add(argument)) {
            throw new BuildFailure(this + " has two arguments with the name " + argument);
        }
        return argument;
    }

    private void checkPlaceholders(ArrayNode parameters) {
        Set<String> filled = parameters
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("path"))
                .map(parameter -> parameter.path("name").asString())
                .collect(Collectors.toSet());
        Set<String> asked = PLACEHOLDER
                .matcher(path)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
        if (!filled.equals(asked)) {
            throw new BuildFailure(this + " has the path parameters " + filled);
        }
    }

    @Override
    public String toString() {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }
}
