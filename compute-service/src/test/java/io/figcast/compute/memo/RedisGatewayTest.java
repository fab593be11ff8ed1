package io.figcast.compute.memo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.figcast.compute.health.Dependency;
import io.figcast.compute.slice.port.MemoRefusedException;
import io.figcast.compute.slice.port.MemoUnavailableException;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.impl.types.ErrorType;

class RedisGatewayTest {

    /** A forget that meets a Redis that is restarted must be tried again, not end in a failure. */
    @ParameterizedTest
    @ValueSource(strings = { "CONNECTION_CLOSED", "LOADING Redis is loading the dataset in memory", "READONLY You can't write",
            "ERR Error running script: LOADING Redis is loading" })
    void whatPassesIsNoRefusal(String answer) {
        assertThatThrownBy(() -> ask(answer)).hasCauseInstanceOf(MemoUnavailableException.class);
    }

    @Test
    void whatRedisWillNeverDoIsARefusal() {
        assertThatThrownBy(() -> ask("OOM command not allowed when used memory > 'maxmemory'"))
                .hasCauseInstanceOf(MemoRefusedException.class);
    }

    private static void ask(String error) {
        Redis redis = (Redis) Proxy.newProxyInstance(RedisGatewayTest.class.getClassLoader(), new Class<?>[] { Redis.class },
                (proxy, method, arguments) -> Future.failedFuture(ErrorType.create(error)));
        new RedisGateway(redis, Duration.ofSeconds(1), new Dependency("redis", InstantSource.system()))
                .call(Request.cmd(Command.PING)).toCompletableFuture().join();
    }
}
