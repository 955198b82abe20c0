package dev.almanac.front;

import java.net.URI;

/** One process of a service, and whether it can be asked as far as we know. */
final class Instance {
    private final URI address;
    private volatile Standing standing = Standing.UNKNOWN;

    /** What is better comes first. */
    enum Standing {
        READY,
        UNKNOWN,
        /** It answers, and says that it had rather not be asked. */
        UNREADY,
        AWAY
    }

    Instance(URI address) {
        this.address = address;
    }

    URI address() {
        return address;
    }

    Standing standing() {
        return standing;
    }

    void stands(Standing now) {
        standing = now;
    }
}
