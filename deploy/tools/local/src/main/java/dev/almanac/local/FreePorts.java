package dev.almanac.local;

import dev.almanac.local.machine.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of ports for suites that are started for a while. They lie below those that a system gives to outgoing connections: of these
 * one that is free now may be somebody's when a part is started, or started again, on it. A process has a block to itself until it
 * ends.
 */
final class FreePorts {
    /** Linux gives away what is above 32,767, others what is above 49,151. */
    private static final int LOWEST = 20_000;

    private static final int BLOCKS = 1_200;
    private static final Path CLAIMS =
            Path.of(System.getProperty("java.io.tmpdir"), "almanac-ports-" + System.getProperty("user.name"));

    /** The system lets go of them when the process ends, however it does. */
    private static final List<FileLock> OURS = new ArrayList<>();

    /** One, and never closed: whoever closes a file lets go of all that its process has locked in it. */
    private static @Nullable FileChannel claims;

    private FreePorts() {}

    /** The first of {@link Ports#COUNT} in a row. */
    static synchronized int first() {
        int somewhere = ThreadLocalRandom.current().nextInt(BLOCKS);
        try {
            for (int i = 0; i < BLOCKS; i++) {
                int block = (somewhere + i) % BLOCKS;
                int first = LOWEST + block * Ports.COUNT;
                if (claim(block) && areFree(first)) {
                    return first;
                }
            }
        } catch (IOException e) {
            throw new StartFailure("no free ports: " + e.getMessage());
        }
        throw new StartFailure("no free ports from " + LOWEST + " to " + (LOWEST + BLOCKS * Ports.COUNT - 1));
    }

    /** Says whether it is ours alone from now on. */
    private static boolean claim(int block) throws IOException {
        if (claims == null) {
            claims = FileChannel.open(CLAIMS, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        try {
            FileLock claim = claims.tryLock(block, 1, false);
            return claim != null && OURS.add(claim);
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static boolean areFree(int first) {
        for (int port = first; port < first + Ports.COUNT; port++) {
            try {
                new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
