package org.dragoman.access;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a call comes from: the address of the connection, or when that is a trusted proxy's the
 * right-most one the proxies tell that is not a proxy's itself. What stands to the left of it
 * anybody may have written. Immutable.
 */
public final class ClientAddress {
    private static final int NETWORK_BYTES = 8;
    private static final int BITS = 8;

    private final List<IpSubnetFilterRule> trusted;

    /**
     * @param trusted networks of proxies: {@code 10.0.0.0/8}, {@code ::1}
     * @throws IllegalArgumentException when one is none
     */
    public ClientAddress(List<String> trusted) {
        this.trusted = trusted.stream().map(ClientAddress::rule).toList();
    }

    /**
     * The client's address; of IPv6 its network of 64 bits, since a client has all of that.
     *
     * @param peer address of the connection
     * @param told what the proxies tell, from left to right: addresses, possibly with ports
     */
    public String of(String peer, List<String> told) {
        InetAddress client = address(peer).orElse(null);
        for (int i = told.size() - 1; i >= 0 && proxy(client); i--) {
            Optional<InetAddress> before = address(told.get(i));
            if (before.isEmpty()) {
                break;
            }
            client = before.get();
        }
        return client == null ? peer : network(client);
    }

    private boolean proxy(@Nullable InetAddress address) {
        return address != null
                && trusted.stream()
                        .anyMatch(rule -> rule.matches(new InetSocketAddress(address, 0)));
    }

    private static String network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        return of(bytes).getHostAddress() + "/64";
    }

    private static IpSubnetFilterRule rule(String network) {
        String[] parts = network.strip().split("/", 2);
        InetAddress base =
                address(parts[0])
                        .orElseThrow(
                                () -> new IllegalArgumentException("Not a network: " + network));
        int whole = base.getAddress().length * BITS;
        int prefix = parts.length == 1 ? whole : Integer.parseInt(parts[1]);
        return new IpSubnetFilterRule(base, prefix, IpFilterRuleType.ACCEPT);
    }

    /** An address as it is written, with or without brackets and port; no name is looked up. */
    private static Optional<InetAddress> address(String written) {
        String bare = written.strip();
        int bracket = bare.indexOf(']');
        if (bare.startsWith("[") && bracket > 0) {
            bare = bare.substring(1, bracket);
        } else if (bare.indexOf(':') >= 0 && bare.indexOf(':') == bare.lastIndexOf(':')) {
            bare = bare.substring(0, bare.indexOf(':'));
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(bare);
        return Optional.ofNullable(bytes).map(ClientAddress::of);
    }

    private static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("An address has 4 or 16 bytes", impossible);
        }
    }
}
