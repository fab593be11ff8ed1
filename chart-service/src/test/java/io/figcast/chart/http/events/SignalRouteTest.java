package io.figcast.chart.http.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignalRouteTest {

    @Test
    void lastEventIdIsAnOffsetOrNothing() {
        assertThat(SignalRoute.lastSeen("42")).isEqualTo(42);
        assertThat(SignalRoute.lastSeen(null)).isEqualTo(-1);
        assertThat(SignalRoute.lastSeen("-5")).isEqualTo(-1);
        assertThat(SignalRoute.lastSeen("4 2")).isEqualTo(-1);
        assertThat(SignalRoute.lastSeen("99999999999999999999999")).isEqualTo(-1);
    }
}
