package dev.almanac.faults.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Hands on what comes to a port to another one on this machine, as well or as badly as it is told. */
public final class Link implements AutoCloseable {
    private static final int BYTES_AT_ONCE = 16 * 1024;
    private static final int WAITING_MAX = 200;
    private static final int CONNECT_MILLIS = 2_000;

    private final ServerSocket listening;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flows = lock.newCondition();
    private volatile Duration delay = Duration.ZERO;
    private boolean halfOpen;

    private Link(ServerSocket listening, int target) {
        this.listening = listening;
        this.target = target;
    }

    /**
     * On a port that was free.
     *
     * @param target where it leads
     */
    public static Link to(int target) throws IOException {
        ServerSocket listening = new ServerSocket(0, WAITING_MAX, InetAddress.getLoopbackAddress());
        Link link = new Link(listening, target);
        Thread.ofVirtual().start(link::accept);
        return link;
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Each piece that is handed on waits so long first, in both directions. */
    public void slow(Duration each) {
        delay = each;
    }

    /** Connections stay, and nothing comes through: as when a machine is gone without a word. */
    public void halfOpen() {
        lock.lock();
        try {
            halfOpen = true;
        } finally {
            lock.unlock();
        }
    }

    /** All that is connected now is cut off, and may connect again. */
    public void cut() {
        open.forEach(Link::close);
    }

    /** What waits comes through. */
    public void mend() {
        lock.lock();
        try {
            delay = Duration.ZERO;
            halfOpen = false;
            flows.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> join(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket client) {
        Socket server = new Socket();
        open.add(client);
        open.add(server);
        try {
            awaitFlow();
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> carry(server, client));
            carry(client, server);
        } catch (IOException unreachable) {
            close(client);
            close(server);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
            open.remove(server);
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] bytes = new byte[BYTES_AT_ONCE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                awaitFlow();
                Thread.sleep(delay);
                out.write(bytes, 0, count);
            }
        } catch (SocketException ended) {
            // By one of the two.
        } catch (IOException broken) {
            // As good as the end.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private void awaitFlow() throws InterruptedException {
        lock.lock();
        try {
            while (halfOpen) {
                flows.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAlready) {
            // As was wanted.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        mend();
        cut();
    }
}
