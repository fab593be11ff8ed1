package io.figcast.chart.kafka;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import io.figcast.chart.health.Dependencies;
import io.figcast.chart.health.Dependency;

/**
 * Ready once all signals have been read that were there at the start and requests can be sent. An outage later changes
 * nothing, because what is held is still served; who is away, and since when, stands in the data.
 */
@Readiness
@ApplicationScoped
class SignalsReadiness implements HealthCheck {

    private final SignalProgress progress;
    private final Signals signals;
    private final Dependencies dependencies;

    SignalsReadiness(SignalProgress progress, Signals signals, Dependencies dependencies) {
        this.progress = progress;
        this.signals = signals;
        this.dependencies = dependencies;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("signals")
                .status(progress.isCaughtUp() && progress.requestable().isDone()).withData("position", signals.log().position())
                .withData("requestTopic", progress.requestable().isDone() ? "there" : "missing")
                .withData("categories", signals.size());
        tell(dependencies.broker(), response);
        tell(dependencies.memo(), response);
        return response.build();
    }

    private static void tell(Dependency dependency, HealthCheckResponseBuilder response) {
        response.withData(dependency.name(), dependency.isAway() ? "away" : "there");
        dependency.awaySince().ifPresent(since -> response.withData(dependency.name() + "AwaySince", since.toString()));
    }
}
