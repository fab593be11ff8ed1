package io.figcast.chart.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class SignalEventTest {

    @Test
    void lineBreaksBetweenTokensCannotEndTheEvent() {
        byte[] json = "{\r\n\"category\":\n\"a\\nb\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(SignalEvent.encode(7, json).toString())
                .isEqualTo("event: signal\nid: 7\ndata: {  \"category\": \"a\\nb\"}\n\n");
    }

    @Test
    void lastEventIdIsAnOffsetOrNothing() {
        assertThat(SignalRoute.lastSeen("42")).isEqualTo(42);
        assertThat(SignalRoute.lastSeen(null)).isEqualTo(-1);
        assertThat(SignalRoute.lastSeen("-5")).isEqualTo(-1);
        assertThat(SignalRoute.lastSeen("4 2")).isEqualTo(-1);
        assertThat(SignalRoute.lastSeen("99999999999999999999999")).isEqualTo(-1);
    }
}
