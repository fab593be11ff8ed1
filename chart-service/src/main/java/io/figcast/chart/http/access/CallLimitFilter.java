package io.figcast.chart.http.access;

import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.figcast.chart.http.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers 429 to a client that calls too often; the page, its assets and operations are free. A client is the address of the
 * connection or, with {@code quarkus.http.proxy.proxy-address-forwarding}, the one that the proxy names; of IPv6 its first
 * half.
 */
@ApplicationScoped
class CallLimitFilter {

    /** Before Quarkus asks who is calling, which costs more than counting; after what it does about proxies. */
    private static final int PRIORITY = SecurityHandlerPriorities.CORS - 1;

    private static final int IPV6_BYTES = 16;
    private static final String IPV4_MAPPED = "00000000000000000000ffff";

    private final LimitConfig config;
    private final Counter refused;

    CallLimitFilter(LimitConfig config, MeterRegistry meters) {
        this.config = config;
        this.refused = meters.counter("figcast.calls.limited");
    }

    void register(@Observes Filters filters) {
        if (config.callsPerSecond() > 0) {
            CallLimit limit = new CallLimit(config.callsPerSecond(), config.burst(), config.maxClients(), System::nanoTime);
            filters.register(context -> check(limit, context), PRIORITY);
        }
    }

    /** A list of what is free rather than of what is limited, so that no spelling of an API path is overlooked. */
    private static boolean isFree(String path) {
        return path.equals("/") || path.startsWith("/assets/") || path.startsWith("/q/");
    }

    /**
     * A proxy may be made to name anything; whatever is not an address counts as one client. So is a /64 of IPv6, the least
     * that anybody is given, whose addresses cost nothing.
     */
    static String client(SocketAddress address) {
        String text = address.hostAddress();
        byte[] bytes = text == null || text.indexOf(':') < 0 ? null : NetUtil.createByteArrayFromIpAddressString(text);
        if (text == null || bytes == null || bytes.length != IPV6_BYTES) {
            return text == null ? "" : text;
        }
        HexFormat hex = HexFormat.of();
        return hex.formatHex(bytes, 0, IPV6_BYTES - Integer.BYTES).equals(IPV4_MAPPED)
                ? NetUtil.bytesToIpAddress(bytes, IPV6_BYTES - Integer.BYTES, Integer.BYTES)
                : hex.formatHex(bytes, 0, Long.BYTES);
    }

    private void check(CallLimit limit, RoutingContext context) {
        if (isFree(context.normalizedPath())) {
            context.next();
            return;
        }
        long seconds = limit.secondsUntilGranted(client(context.request().remoteAddress()));
        if (seconds == 0) {
            context.next();
        } else {
            refused.increment();
            Problem.of(429, "Too Many Requests", "TOO_MANY_CALLS",
                    "this client exceeds the limit of calls per second")
                    .retryAfter(seconds).send(context.response());
        }
    }
}
