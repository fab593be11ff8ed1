package io.figcast.compute.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.figcast.compute.catalogue.Datasets;
import io.figcast.compute.catalogue.TestDatasets;

class RequestsTest {

    @Test
    void forgetWaitsWhereTheSourceCannotSayWhatItsDataAre() {
        Datasets datasets = TestDatasets.away("own", List.of("figs"));
        Requests requests = new Requests(datasets, null, null, null);
        byte[] forget = "{\"category\":\"figs\",\"forget\":true}".getBytes(StandardCharsets.UTF_8);

        var outcome = requests.handle(new Received(forget, List.of("a"), System.nanoTime(), false),
                new Admission(2, 2).enter()).toCompletableFuture();

        assertThat(outcome)
                .isCompletedWithValue(Optional.of(new CategoryRequest("own", "figs", null, null, false, null, true)));
    }
}
