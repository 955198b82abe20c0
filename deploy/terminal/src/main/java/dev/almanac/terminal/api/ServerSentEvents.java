package dev.almanac.terminal.api;

/** Lines of a stream put together to its messages (HTML, 9.2.6). Not for more than one thread. */
final class ServerSentEvents {
    /**
     * One message of the stream.
     *
     * @param id empty where the message has none
     */
    record Message(String id, String name, String text) {}

    private String id = "";
    private String name = "";
    private final StringBuilder text = new StringBuilder();

    /** The message that this line ends, or one without a name where it ends none. */
    Message after(String line) {
        if (line.isEmpty()) {
            return ended();
        }
        int colon = line.indexOf(':');
        if (colon > 0) {
            String value = line.substring(colon + 1);
            take(line.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
        }
        return new Message("", "", "");
    }

    private void take(String field, String value) {
        switch (field) {
            case "id" -> id = value;
            case "event" -> name = value;
            case "data" -> text.append(text.isEmpty() ? "" : "\n").append(value);
            default -> {
                // What a later release says besides is for later clients.
            }
        }
    }

    private Message ended() {
        Message message = new Message(id, name, text.toString());
        id = "";
        name = "";
        text.setLength(0);
        return message;
    }
}
