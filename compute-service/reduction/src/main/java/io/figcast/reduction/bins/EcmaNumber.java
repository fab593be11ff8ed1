package io.figcast.reduction.bins;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as ECMAScript treats them, where Plotly's arithmetic depends on it: their shortest text, rounding to digits,
 * powers and logarithms of ten.
 *
 * @see <a href="https://tc39.es/ecma262/#sec-numeric-types-number-tostring">Number::toString</a>
 */
final class EcmaNumber {

    private static final double LN10 = 2.302585092994046;
    private static final MathContext SIXTEEN_DIGITS = new MathContext(16, RoundingMode.HALF_EVEN);

    private EcmaNumber() {
    }

    /** {@code Math.pow(10, exponent)}, which today's browsers round correctly. */
    static double powerOfTen(double exponent) {
        return Double.parseDouble("1e" + (int) exponent);
    }

    /** {@code Math.floor(Math.log(value) / Math.LN10)}: at exact powers of ten at times one less than one would think. */
    static double floorOfLog10(double value) {
        return Math.floor(StrictMath.log(value) / LN10);
    }

    /** {@code String(value).length} of a finite number. */
    static int lengthOfText(double value) {
        if (value == 0) {
            return 1;
        }
        BigDecimal shortest = shortest(Math.abs(value));
        int digits = shortest.precision();
        int point = digits - shortest.scale();
        int sign = value < 0 ? 1 : 0;
        if (digits <= point && point <= 21) {
            return sign + point;
        }
        if (0 < point && point <= 21) {
            return sign + digits + 1;
        }
        if (-6 < point && point <= 0) {
            return sign + 2 - point + digits;
        }
        int exponent = String.valueOf(Math.abs(point - 1)).length();
        return sign + digits + (digits > 1 ? 1 : 0) + 2 + exponent;
    }

    /** {@code +value.toPrecision(12)} where its text has no {@code e+} in it, else the value itself. */
    static double toTwelveDigitsUnlessHuge(double value) {
        if (value == 0) {
            return value;
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(12, RoundingMode.HALF_UP));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent >= 12 ? value : rounded.doubleValue();
    }

    private static BigDecimal shortest(double value) {
        BigDecimal text = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (text.precision() > 16) {
            // Before JDK 19 Java's text could have a digit too many (JDK-4511638).
            BigDecimal shorter = text.round(SIXTEEN_DIGITS);
            if (shorter.doubleValue() == value) {
                return shorter.stripTrailingZeros();
            }
        }
        return text;
    }
}
