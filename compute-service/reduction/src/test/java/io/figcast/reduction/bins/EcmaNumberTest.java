package io.figcast.reduction.bins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcmaNumberTest {

    @ParameterizedTest
    @CsvSource({ "0, 1", "-0.0, 1", "1, 1", "-17, 3", "0.1, 3", "0.30000000000000004, 19", "123.456, 7", "1e21, 5",
            "100000000000000000000, 21", "1.5e300, 8", "-1e300, 7", "0.000001, 8", "1e-7, 4", "1.25e-7, 7",
            "2e23, 5", "2.0E-3, 5", "1.7976931348623157e308, 23" })
    void textsHaveTheLengthsThatEcmascriptGivesThem(double value, int length) {
        assertThat(EcmaNumber.lengthOfText(value)).isEqualTo(length);
    }

    @Test
    void twelveDigitsAreKeptUnlessTheTextHasAnExponentWithPlus() {
        assertThat(EcmaNumber.toTwelveDigitsUnlessHuge(0.30000000000000004)).isEqualTo(0.3);
        assertThat(EcmaNumber.toTwelveDigitsUnlessHuge(-1.2345678901234567e-9)).isEqualTo(-1.23456789012e-9);
        assertThat(EcmaNumber.toTwelveDigitsUnlessHuge(1234567890123.4)).isEqualTo(1234567890123.4);
    }

    @Test
    void logarithmOfAThousandIsALittleLessThanThree() {
        assertThat(EcmaNumber.floorOfLog10(1000)).isEqualTo(2);
        assertThat(EcmaNumber.floorOfLog10(1001)).isEqualTo(3);
    }
}
