package dev.almanac.query.delivering.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "2002:7f00:1::"
            })
    void nothing_is_sent_into_private_networks_and_to_special_addresses(String special) {
        assertThat(Networks.allowing(List.of()).admits(address(special))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "192.167.255.255", "2606:4700::1111", "2a00:1450::1"})
    void the_internet_is_open(String global) {
        assertThat(Networks.allowing(List.of()).admits(address(global))).isTrue();
    }

    @Test
    void what_was_configured_is_open_too_and_nothing_beside_it() {
        Networks networks = Networks.allowing(List.of("10.1.0.0/16", "fd00:1::/32"));
        assertThat(networks.admits(address("10.1.255.1"))).isTrue();
        assertThat(networks.admits(address("10.2.0.1"))).isFalse();
        assertThat(networks.admits(address("fd00:1::7"))).isTrue();
        assertThat(networks.admits(address("fd00:2::7"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "/8", "10.0.0.0/-1", "10.0.0.0/x"})
    void a_network_that_is_none_stops_the_start(String wrong) {
        assertThatThrownBy(() -> Networks.allowing(List.of(wrong))).isInstanceOf(IllegalArgumentException.class);
    }
}
