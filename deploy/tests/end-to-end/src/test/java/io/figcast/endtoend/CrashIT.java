package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.Test;

/** Services that are killed while they work. */
class CrashIT {

    @Test
    void aKilledComputationEndsInReadyWithinHalfAMinute() {
        try (StartedSystem system = StartedSystem.start("--demo-cost", "5s")) {
            system.produce("{\"category\":\"figs\"}");
            await().atMost(Duration.ofSeconds(20)).until(() -> system.computations("fruit", "figs") == 1);

            system.service("compute-service").destroyForcibly();

            Api.Answer answer = new Api(system.dashboard()).figures("fruit", "figs", 30);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("state").asText()).isEqualTo("ready");
            assertThat(answer.json().path("figures")).hasSize(4);
            assertThat(system.output()).contains("compute-service died with exit code 137 and is started again.");
        }
    }

    @Test
    void aRestartedChartServiceServesFromTheMemo() {
        try (StartedSystem system = StartedSystem.start("--demo-cost", "0s")) {
            Api api = new Api(system.dashboard());
            String version = api.figures("fruit", "apples", 30).json().path("version").asText();

            system.service("chart-service").destroyForcibly();

            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
                Api.Answer answer = api.figures("fruit", "apples", 10);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.json().path("version").asText()).isEqualTo(version);
            });
            assertThat(system.computations("fruit", "apples")).isEqualTo(1);
        }
    }
}
