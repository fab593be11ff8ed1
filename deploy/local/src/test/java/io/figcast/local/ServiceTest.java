package io.figcast.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.figcast.local.server.ServerFailedException;

class ServiceTest {

    @TempDir
    Path root;

    @Test
    void inACheckoutItIsTakenFromWhereMavenBuildsIt() {
        isLookedForAt("chart-service/target/quarkus-app/quarkus-run.jar");
    }

    @Test
    void inAReleaseItIsTakenFromLib() throws IOException {
        Files.createDirectories(root.resolve("lib/chart-service"));

        isLookedForAt("lib/chart-service/quarkus-run.jar");
    }

    private void isLookedForAt(String jar) {
        Service service = new Service("chart-service", root, 8080, Map.of());
        assertThatThrownBy(service::start).isInstanceOf(ServerFailedException.class)
                .hasMessageStartingWith(root.resolve(jar) + " is missing");
    }
}
