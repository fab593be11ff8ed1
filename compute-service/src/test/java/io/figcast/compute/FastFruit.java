package io.figcast.compute;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The service as it is, with queries that cost nothing. */
public class FastFruit implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("figcast.datasets.fruit.simulated-cost", "0s");
    }
}
