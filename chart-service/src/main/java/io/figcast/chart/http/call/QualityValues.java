package io.figcast.chart.http.call;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A list of names with weights, as {@code Accept} and {@code Accept-Encoding} carry it (RFC 9110, 12.4.2). */
public final class QualityValues {

    private final Map<String, Double> weights;

    private QualityValues(Map<String, Double> weights) {
        this.weights = weights;
    }

    public static QualityValues parse(@Nullable String header) {
        Map<String, Double> weights = new LinkedHashMap<>();
        if (header != null) {
            for (String element : header.split(",", -1)) {
                String[] parts = element.split(";", -1);
                String name = parts[0].strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty()) {
                    weights.put(name, weight(parts));
                }
            }
        }
        return new QualityValues(weights);
    }

    /** Its weight, or that of {@code wildcard}, or {@code otherwise}. */
    public double of(String name, String wildcard, double otherwise) {
        Double weight = weights.get(name);
        return weight != null ? weight : weights.getOrDefault(wildcard, otherwise);
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                try {
                    double weight = Double.parseDouble(parameter.substring(2));
                    return weight >= 0 && weight <= 1 ? weight : 0;
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
