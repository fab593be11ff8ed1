package io.figcast.compute.health;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Says which server is away and since when, and stays up: what needs it waits, and nothing is lost. */
@Readiness
@ApplicationScoped
class DependencyHealth implements HealthCheck {

    private final Dependencies dependencies;

    DependencyHealth(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("dependencies").up();
        dependencies.all().forEach(dependency -> response.withData(dependency.name(),
                dependency.awaySince().map(since -> "away since " + since).orElse("there")));
        return response.build();
    }
}
