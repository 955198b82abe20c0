package dev.almanac.terminal.api;

import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A write before it is sent, so that what it would do can be asked first.
 *
 * @param path below the API's
 * @param version that is written over; another one is refused
 */
public record Command(Method method, String path, JsonNode body, OptionalLong version) {
    public enum Method {
        POST,
        DELETE
    }

    static Command post(Address address, JsonNode body) {
        return new Command(Method.POST, address.path(), body, OptionalLong.empty());
    }

    static Command delete(Address address) {
        return new Command(Method.DELETE, address.path(), Json.object(), OptionalLong.empty());
    }

    public Command over(long known) {
        return new Command(method, path, body, OptionalLong.of(known));
    }

    Written sendTo(Connection connection) {
        Address address = new Address(path);
        return Written.of(
                switch (method) {
                    case POST -> connection.post(address, body, version);
                    case DELETE -> connection.delete(address, version);
                });
    }

    ObjectNode rehearsed() {
        ObjectNode rehearsed = Json.object().put("method", method.name()).put("path", path);
        if (method == Method.POST) {
            rehearsed.set("body", body);
        }
        return rehearsed;
    }
}
