package io.figcast.chart.slice.redis;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.redis.client.RedisHostsProvider;
import io.smallrye.common.annotation.Identifier;

/** Where Redis is: {@code REDIS_URL}, one address or several (cluster, sentinels) with commas, with or without a scheme. */
@ApplicationScoped
@Identifier("figcast")
public class RedisAddress implements RedisHostsProvider {

    private final String url;

    RedisAddress(@ConfigProperty(name = "REDIS_URL", defaultValue = "127.0.0.1:6379") String url) {
        this.url = url;
    }

    @Override
    public Set<URI> getHosts() {
        return parse(url);
    }

    static Set<URI> parse(String url) {
        return Arrays.stream(url.split(",", -1)).map(String::strip).filter(one -> !one.isEmpty())
                .map(one -> URI.create(one.contains("://") ? one : "redis://" + one))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
