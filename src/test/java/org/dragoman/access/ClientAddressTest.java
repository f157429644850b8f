package org.dragoman.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    private final ClientAddress clients =
            new ClientAddress(List.of("10.0.0.0/8", "192.0.2.1", "fd00::/8"));

    @Test
    void whatSomebodyElseTellsIsNotBelieved() {
        assertThat(clients.of("198.51.100.1", List.of("203.0.113.9"))).isEqualTo("198.51.100.1");
        assertThat(clients.of("192.0.2.2", List.of("203.0.113.9"))).isEqualTo("192.0.2.2");
        assertThat(new ClientAddress(List.of()).of("10.1.1.1", List.of("203.0.113.9")))
                .isEqualTo("10.1.1.1");
    }

    @Test
    void ofWhatATrustedProxyTellsTheLastOneCounts() {
        assertThat(clients.of("10.1.1.1", List.of("1.1.1.1", " 203.0.113.9 ")))
                .isEqualTo("203.0.113.9");
        assertThat(clients.of("fd00::5", List.of("1.1.1.1", "203.0.113.9:4711")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void proxiesBehindProxiesAreSkipped() {
        assertThat(clients.of("10.1.1.1", List.of("1.1.1.1", "203.0.113.9", "192.0.2.1")))
                .isEqualTo("203.0.113.9");
        assertThat(clients.of("10.1.1.1", List.of("10.2.2.2"))).isEqualTo("10.2.2.2");
        assertThat(clients.of("10.1.1.1", List.of())).isEqualTo("10.1.1.1");
    }

    @Test
    void whatIsNoAddressEndsTheSearch() {
        for (String odd : List.of("", "unknown", "_hidden", "example.org", "1.2.3.4.5", "[::1")) {
            assertThat(clients.of("10.1.1.1", List.of("203.0.113.9", odd))).isEqualTo("10.1.1.1");
        }
        assertThat(clients.of("", List.of("203.0.113.9"))).isEmpty();
    }

    @Test
    void aClientOfTheNewProtocolIsItsNetwork() {
        String one = clients.of("2001:db8:1:2:3:4:5:6", List.of());

        assertThat(one).isEqualTo(clients.of("2001:db8:1:2::9", List.of())).endsWith("/64");
        assertThat(clients.of("10.1.1.1", List.of("[2001:db8:1:2::7]:443"))).isEqualTo(one);
        assertThat(clients.of("2001:db8:1:3::9", List.of())).isNotEqualTo(one);
        assertThat(clients.of("::ffff:203.0.113.9", List.of())).isEqualTo("203.0.113.9");
    }

    @Test
    void whatIsNoNetworkIsRefusedAtTheStart() {
        for (String wrong : List.of("", "proxy.example", "10.0.0.0/x", "10.0.0.0/40")) {
            assertThatThrownBy(() -> new ClientAddress(List.of(wrong)))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
