package io.figcast.compute.source.dataset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.Converter;

import io.figcast.compute.source.duckdb.column.StatedType;
import io.smallrye.config.Converters;

/** Converts the settings of one dataset, and gathers what is wrong with them instead of stopping at the first. */
final class Settings {

    private final Config config;
    private final List<String> problems = new ArrayList<>();

    /** @param config whose converters are used */
    Settings(Config config) {
        this.config = config;
    }

    List<String> problems() {
        return problems;
    }

    void problem(String problem) {
        problems.add(problem);
    }

    Duration duration(String setting, Optional<String> value, Duration byDefault) {
        return converted(setting, value, "a duration such as 30s, 15m or 8h", byDefault, to(Duration.class));
    }

    Duration positive(String setting, Optional<String> value, Duration byDefault) {
        Duration duration = duration(setting, value, byDefault);
        if (duration.isNegative() || duration.isZero()) {
            problem(setting + " must be longer than nothing");
        }
        return duration;
    }

    long number(String setting, Optional<String> value, long byDefault) {
        return converted(setting, value, "a whole number", byDefault, to(Long.class));
    }

    double share(String setting, Optional<String> value, double byDefault) {
        return converted(setting, value, "a share from 0 to 1", byDefault,
                Converters.rangeValueConverter(to(Double.class), 0.0, true, 1.0, true));
    }

    StatedType type(String setting, Optional<String> value) {
        return converted(setting, value, "number, time, epoch-seconds or epoch-milliseconds", StatedType.BY_CONTENT,
                to(StatedType.class));
    }

    boolean flag(String setting, Optional<String> value, boolean byDefault) {
        // On its own it takes whatever it does not know for false.
        return converted(setting, value, "true or false", byDefault,
                Converters.patternValidatingConverter(to(Boolean.class), "true|false"));
    }

    String required(String setting, Optional<String> value) {
        return value.orElseGet(() -> {
            problem(setting + " is missing");
            return "";
        });
    }

    void unwanted(String setting, Optional<?> value, String why) {
        value.ifPresent(there -> problem(setting + " " + why));
    }

    private <T> Converter<T> to(Class<T> type) {
        return config.getConverter(type).orElseThrow();
    }

    private <T> T converted(String setting, Optional<String> value, String wanted, T byDefault, Converter<T> converter) {
        try {
            return value.map(String::strip).map(converter::convert).orElse(byDefault);
        } catch (IllegalArgumentException e) {
            problem(setting + " is '" + value.orElseThrow() + "', which is not " + wanted);
            return byDefault;
        }
    }
}
