package io.figcast.chart.http.access;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.netty.util.NetUtil;

/**
 * The names by which this service may be called: loopback, every IP address, and those that are configured. A foreign page can
 * make a name of its own resolve to this machine (DNS rebinding), but neither to these names nor to an address.
 */
final class AllowedHosts {

    private static final String ANY = "*";
    private static final int MAX_AUTHORITY = 300;

    private final Set<String> names = new TreeSet<>();
    private final boolean any;

    /** @throws IllegalArgumentException for what is neither a host name nor {@code *} */
    AllowedHosts(List<String> configured) {
        this.any = configured.contains(ANY);
        for (String entry : configured) {
            if (!entry.equals(ANY)) {
                names.add(name(entry));
            }
        }
    }

    private static String name(String entry) {
        try {
            String name = normalized(IDN.toASCII(entry.strip(), IDN.USE_STD3_ASCII_RULES));
            if (!name.isEmpty()) {
                return name;
            }
        } catch (IllegalArgumentException e) {
            throw refused(entry, e);
        }
        throw refused(entry, null);
    }

    private static IllegalArgumentException refused(String entry, @Nullable Exception cause) {
        return new IllegalArgumentException("figcast.allowed-hosts: \"" + entry
                + "\" is not a host name; names such as figures.example.org, without scheme and port, or * are expected",
                cause);
    }

    /** @param authority a host, perhaps with a port, as {@code Host} and {@code :authority} carry it */
    boolean allow(String authority) {
        if (any) {
            return true;
        }
        if (authority.length() > MAX_AUTHORITY) {
            return false;
        }
        if (authority.startsWith("[")) {
            int end = authority.indexOf(']');
            return end > 0 && isPort(authority.substring(end + 1))
                    && NetUtil.isValidIpV6Address(authority.substring(1, end));
        }
        int colon = authority.indexOf(':');
        String host = normalized(colon < 0 ? authority : authority.substring(0, colon));
        return isPort(colon < 0 ? "" : authority.substring(colon))
                && (host.equals("localhost") || host.endsWith(".localhost") || NetUtil.isValidIpV4Address(host)
                        || names.contains(host));
    }

    private static boolean isPort(String text) {
        return text.isEmpty() || text.length() <= 6 && text.charAt(0) == ':'
                && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    /** A name with and without a dot at its end is the same one. */
    private static String normalized(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return name.toLowerCase(Locale.ROOT);
    }
}
