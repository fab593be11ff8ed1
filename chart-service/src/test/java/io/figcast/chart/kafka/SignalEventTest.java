package io.figcast.chart.kafka;

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
}
