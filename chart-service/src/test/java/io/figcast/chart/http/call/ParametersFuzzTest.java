package io.figcast.chart.http.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import io.figcast.chart.http.problem.ProblemException;
import io.figcast.chart.kafka.RequestDecoder;
import io.figcast.chart.kafka.RequestRefusedException;

/**
 * Whatever a call says, it is understood or refused by a problem. The build runs the kept inputs; {@code JAZZER_FUZZ=1}
 * searches for others.
 */
class ParametersFuzzTest {

    @FuzzTest(maxDuration = "1h")
    void everyBodyIsARequestOrRefused(byte[] body) {
        try {
            assertThat(RequestDecoder.decode(body).json()).startsWith("{");
        } catch (RequestRefusedException refused) {
            assertThat(refused.code()).isIn("MALFORMED", "TOO_LONG");
        }
    }

    @FuzzTest(maxDuration = "1h")
    void everyCategoryIsTakenOrRefused(FuzzedDataProvider data) {
        String category = data.consumeRemainingAsString();
        try {
            assertThat(RequestDecoder.checked(category)).isEqualTo(category).isNotEmpty();
        } catch (RequestRefusedException refused) {
            assertThat(refused.code()).isIn("MALFORMED", "TOO_LONG");
        }
    }

    @FuzzTest(maxDuration = "1h")
    void everyRegionIsFiniteOrRefused(FuzzedDataProvider data) {
        List<String> borders = List.of(data.consumeString(80), data.consumeString(80), data.consumeString(80),
                data.consumeRemainingAsString());
        try {
            RegionParameters.read(name -> List.of(borders.get(List.of("x0", "x1", "y0", "y1").indexOf(name))))
                    .ifPresent(region -> assertThat(region.x1() - region.x0()).isPositive());
        } catch (ProblemException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @FuzzTest(maxDuration = "1h")
    void everyPreferenceAndWeightIsWithinItsBounds(FuzzedDataProvider data) {
        String header = data.consumeRemainingAsString();

        Preferences.wait(List.of(header)).ifPresent(seconds -> assertThat(seconds).isBetween(0, 60));
        assertThat(QualityValues.parse(header).of("gzip", "*", 0)).matches(weight -> weight >= 0 && weight <= 1);
    }
}
