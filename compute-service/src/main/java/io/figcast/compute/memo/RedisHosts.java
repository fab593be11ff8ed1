package io.figcast.compute.memo;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.redis.client.RedisHostsProvider;
import io.smallrye.common.annotation.Identifier;

/** The servers of {@code REDIS_URL}: with or without scheme, as the original took it, and several for a cluster. */
@ApplicationScoped
@Identifier("figcast")
class RedisHosts implements RedisHostsProvider {

    private final String urls;

    RedisHosts(@ConfigProperty(name = "REDIS_URL", defaultValue = "127.0.0.1:6379") String urls) {
        this.urls = urls;
    }

    @Override
    public Set<URI> getHosts() {
        return Arrays.stream(urls.split(",", -1)).map(String::strip).filter(url -> !url.isEmpty())
                .map(url -> URI.create(url.contains("://") ? url : "redis://" + url))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
