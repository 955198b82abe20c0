package dev.almanac.local.broker;

/**
 * Of one broker, on this machine.
 *
 * @param reached where clients and other brokers reach what listens at the port
 */
public record BrokerAddress(int port, int controllerPort, int reached) {
    private static final String BETWEEN = ":";

    static BrokerAddress parse(String text) {
        String[] ports = text.split(BETWEEN, -1);
        return new BrokerAddress(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]), Integer.parseInt(ports[2]));
    }

    /** As an argument of {@link Broker}. */
    public String text() {
        return port + BETWEEN + controllerPort + BETWEEN + reached;
    }
}
