package dev.almanac.testing.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes requests from an OpenAPI document: most of them nearly right, some of them hostile. One seed, one sequence. */
final class Fuzzer {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final List<String> ETAGS =
            List.of("\"0\"", "\"1\"", "*", "W/\"1\"", "\"-1\"", "7", "\"x\", \"1\"", "\"99999999999999999999\"");
    private static final List<String> TYPES =
            List.of("text/plain", "application/xml", "application/json;charset=utf-16", "*/*", "nonsense");

    private final RandomGenerator random;
    private final FuzzedValues values;
    private final List<Operation> operations = new ArrayList<>();

    /** An operation of the document. */
    record Operation(String id, String method, String path, JsonNode node) {}

    /** A request, and of which operation. */
    record Request(String operationId, HttpRequest.Builder request, String shown) {}

    /**
     * Begins a sequence.
     *
     * @param without operations that are left out
     * @param ids what exists, by the name of the path variable or field that takes it
     */
    Fuzzer(JsonNode document, long seed, Map<String, List<String>> ids, Set<String> without) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.values = new FuzzedValues(document, random, ids);
        document.get("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(method -> path.getValue().has(method)
                                && !without.contains(path.getValue()
                                        .get(method)
                                        .get("operationId")
                                        .asString()))
                        .forEach(method -> operations.add(new Operation(
                                path.getValue().get(method).get("operationId").asString(),
                                method,
                                path.getKey(),
                                path.getValue().get(method)))));
    }

    /** Of the operations of the document one after the other, so that each has its share. */
    Request next(int number, String server) {
        Operation operation = operations.get(number % operations.size());
        String target = target(operation);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + target));
        StringBuilder shown = new StringBuilder(operation.method() + " " + target);
        byte[] body = body(operation, request, shown);
        headers(operation, request, shown);
        request.method(
                operation.method().toUpperCase(java.util.Locale.ROOT),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        return new Request(operation.id(), request, shown.toString());
    }

    private String target(Operation operation) {
        StringBuilder path = new StringBuilder(operation.path());
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.node().path("parameters")) {
            String name = parameter.get("name").asString();
            switch (parameter.get("in").asString()) {
                case "path" -> {
                    String variable = "{" + name + "}";
                    int at = path.indexOf(variable);
                    path.replace(at, at + variable.length(), encoded(values.text(name, parameter.path("schema"))));
                }
                case "query" -> {
                    if (parameter.path("required").asBoolean(false) ? !chance(3) : chance(35)) {
                        for (int i = chance(3) ? 2 : 1; i > 0; i--) {
                            query.append(query.isEmpty() ? "?" : "&")
                                    .append(name)
                                    .append('=')
                                    .append(encoded(values.text(name, parameter.path("schema"))));
                        }
                    }
                }
                default -> {}
            }
        }
        if (chance(2)) {
            query.append(query.isEmpty() ? "?" : "&").append("nobodyKnows=1");
        }
        return path.toString() + query;
    }

    private void headers(Operation operation, HttpRequest.Builder request, StringBuilder shown) {
        for (JsonNode parameter : operation.node().path("parameters")) {
            boolean waits = parameter.get("name").asString().equals("After-Position");
            if (parameter.get("in").asString().equals("header") && chance(waits ? 1 : 8)) {
                String name = parameter.get("name").asString();
                String value = name.startsWith("If-") ? any(ETAGS) : values.header(name);
                request.header(name, value);
                shown.append(" ").append(name).append(": ").append(value);
            }
        }
        if (chance(2)) {
            String accepted = any(TYPES);
            request.header("Accept", accepted);
            shown.append(" Accept: ").append(accepted);
        }
        if (chance(3)) {
            request.header("Prefer", any(List.of("return=representation", "return=minimal", "return", "=,;")));
        }
    }

    private byte[] body(Operation operation, HttpRequest.Builder request, StringBuilder shown) {
        JsonNode content = operation.node().path("requestBody").path("content");
        if (content.isMissingNode() || chance(1)) {
            return new byte[0];
        }
        Map.Entry<String, JsonNode> media = any(new ArrayList<>(content.properties()));
        String type = chance(2) ? any(TYPES) : media.getKey();
        String text =
                media.getKey().contains("json") ? values.json(media.getValue().path("schema")) : values.file();
        if (chance(2)) {
            text = text.substring(0, random.nextInt(text.length() + 1));
        }
        request.header("Content-Type", type);
        shown.append(" ").append(type).append(" ").append(text, 0, Math.min(text.length(), 600));
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length > 0 && chance(1)) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    static String written(JsonNode node) {
        return JSON.writeValueAsString(node);
    }

    /**
     * Whether the document says that the operation answers so. What is random may once in a while meet a type that only
     * other operations were seen to answer with that status: {@code -Dfuzz.strict} asks for it, too.
     */
    boolean documents(String operationId, int status, String type) {
        String own = operations.stream()
                .filter(operation -> operation.id().equals(operationId))
                .map(operation -> said(operation, status))
                .findFirst()
                .orElse("");
        return own.contains(type)
                || (!Boolean.getBoolean("fuzz.strict")
                        && !own.isEmpty()
                        && operations.stream()
                                .anyMatch(operation -> said(operation, status).contains(type)));
    }

    private static String said(Operation operation, int status) {
        return operation
                .node()
                .get("responses")
                .path(String.valueOf(status))
                .path("description")
                .asString("");
    }
}
