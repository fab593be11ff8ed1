package io.figcast.chart.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class SignalsEventTest {

    @Test
    void lineBreaksBetweenTokensCannotEndTheEvent() {
        byte[] json = "{\r\n\"category\":\n\"a\\nb\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(Signals.Entry.event("topic", 7, json).toString())
                .isEqualTo("event: signal\nid: topic-7\ndata: {  \"category\": \"a\\nb\"}\n\n");
    }
}
