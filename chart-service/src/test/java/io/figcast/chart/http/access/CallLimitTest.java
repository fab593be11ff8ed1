package io.figcast.chart.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import io.vertx.core.net.SocketAddress;

class CallLimitTest {

    private final AtomicLong now = new AtomicLong(-1000);
    private final CallLimit limit = new CallLimit(2, 3, 10, now::get);

    @Test
    void aBurstIsGrantedAndTheNextCallHasToWait() {
        assertThat(calls("a", 3)).isEqualTo(3);

        assertThat(limit.secondsUntilGranted("a")).isEqualTo(1);
    }

    @Test
    void callsComeBackWithTime() {
        calls("a", 4);
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));

        assertThat(calls("a", 4)).isEqualTo(2);
    }

    @Test
    void aLongSilenceSavesNoMoreThanABurst() {
        calls("a", 3);
        now.addAndGet(TimeUnit.HOURS.toNanos(1));

        assertThat(calls("a", 10)).isEqualTo(3);
    }

    @Test
    void oneClientDoesNotUseUpAnothersCalls() {
        calls("a", 10);

        assertThat(calls("b", 3)).isEqualTo(3);
    }

    @Test
    void aSlowLimitNamesTheWholeWait() {
        CallLimit slow = new CallLimit(1, 1, 10, now::get);
        slow.secondsUntilGranted("a");
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));

        assertThat(slow.secondsUntilGranted("a")).isEqualTo(1);
    }

    @Test
    void aLimitOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CallLimit(0, 1, 10, now::get));
    }

    @Test
    void whatAProxyWasMadeToNameIsOneClient() {
        assertThat(CallLimitFilter.client(SocketAddress.inetSocketAddress(1, "10.0.0.300"))).isEmpty();
        assertThat(CallLimitFilter.client(SocketAddress.inetSocketAddress(1, "10.0.0.30"))).isEqualTo("10.0.0.30");
    }

    @Test
    void theAddressesOfOneNetworkOfIpv6AreOneClient() {
        String one = client("2001:db8:1:2::1");

        assertThat(client("2001:db8:1:2:ffff:ffff:ffff:ffff")).isEqualTo(one);
        assertThat(client("2001:DB8:1:2:0::5")).isEqualTo(one);
        assertThat(client("2001:db8:1:3::1")).isNotEqualTo(one);
        assertThat(client("::ffff:10.0.0.1")).as("IPv4 in the clothes of IPv6").isEqualTo("10.0.0.1");
        assertThat(client("::ffff:10.0.0.2")).isEqualTo("10.0.0.2");
        assertThat(client("::1")).isNotEmpty();
    }

    private static String client(String address) {
        return CallLimitFilter.client(SocketAddress.inetSocketAddress(1, address));
    }

    private long calls(String client, int count) {
        long granted = 0;
        for (int i = 0; i < count; i++) {
            granted += limit.secondsUntilGranted(client) == 0 ? 1 : 0;
        }
        return granted;
    }
}
