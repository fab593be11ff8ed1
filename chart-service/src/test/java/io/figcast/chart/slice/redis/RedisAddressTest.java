package io.figcast.chart.slice.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;

class RedisAddressTest {

    @Test
    void schemeIsAddedWhereItIsMissing() {
        assertThat(RedisAddress.parse("127.0.0.1:6379")).containsExactly(URI.create("redis://127.0.0.1:6379"));
        assertThat(RedisAddress.parse("rediss://user:word@redis.example:6380/2"))
                .containsExactly(URI.create("rediss://user:word@redis.example:6380/2"));
    }

    @Test
    void severalAddressesAreACluster() {
        assertThat(RedisAddress.parse("a:1, redis://b:2,")).containsExactly(URI.create("redis://a:1"),
                URI.create("redis://b:2"));
    }
}
