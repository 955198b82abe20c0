package dev.almanac.query.delivering.outside;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** To which addresses anything is sent: those of the Internet, and what was configured beside them. */
final class Networks {
    /** IANA's registries of special-purpose addresses: whatever is not reachable globally, and what embeds or relays such. */
    private static final List<Block> SPECIAL = List.of(
            Block.of("0.0.0.0/8"),
            Block.of("10.0.0.0/8"),
            Block.of("100.64.0.0/10"),
            Block.of("127.0.0.0/8"),
            Block.of("169.254.0.0/16"),
            Block.of("172.16.0.0/12"),
            Block.of("192.0.0.0/24"),
            Block.of("192.0.2.0/24"),
            Block.of("192.88.99.0/24"),
            Block.of("192.168.0.0/16"),
            Block.of("198.18.0.0/15"),
            Block.of("198.51.100.0/24"),
            Block.of("203.0.113.0/24"),
            Block.of("224.0.0.0/4"),
            Block.of("240.0.0.0/4"));

    /** Of IPv6 only what is global unicast, without what carries an IPv4 address inside or is for documents. */
    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

    private static final List<Block> SPECIAL_V6 =
            List.of(Block.of("2001::/23"), Block.of("2001:db8::/32"), Block.of("2002::/16"), Block.of("3fff::/20"));

    private final List<Block> allowed;

    private Networks(List<Block> allowed) {
        this.allowed = allowed;
    }

    /** With more, such as {@code 127.0.0.0/8}. */
    static Networks allowing(List<String> blocks) {
        return new Networks(blocks.stream().map(Block::of).toList());
    }

    boolean admits(InetAddress address) {
        return allowed.stream().anyMatch(block -> block.contains(address)) || isGlobal(address);
    }

    private static boolean isGlobal(InetAddress address) {
        return address.getAddress().length == 4
                ? SPECIAL.stream().noneMatch(block -> block.contains(address))
                : GLOBAL_UNICAST.contains(address) && SPECIAL_V6.stream().noneMatch(block -> block.contains(address));
    }

    /** Addresses that begin alike. */
    private record Block(InetAddress first, int bits) {
        static Block of(String text) {
            try {
                int slash = text.indexOf('/');
                if (slash < 2) {
                    // An empty name means this machine.
                    throw new IllegalArgumentException(text);
                }
                InetAddress first = InetAddress.getByName(text.substring(0, slash));
                int bits = Integer.parseInt(text.substring(slash + 1));
                if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
                    throw new IllegalArgumentException(text);
                }
                return new Block(first, bits);
            } catch (UnknownHostException | IndexOutOfBoundsException | IllegalArgumentException wrong) {
                throw new IllegalArgumentException("not a network such as 10.0.0.0/8: " + text, wrong);
            }
        }

        boolean contains(InetAddress address) {
            byte[] own = first.getAddress();
            byte[] other = address.getAddress();
            int rest = own.length * Byte.SIZE - bits;
            return other.length == own.length
                    && new BigInteger(1, own).shiftRight(rest).equals(new BigInteger(1, other).shiftRight(rest));
        }
    }
}
