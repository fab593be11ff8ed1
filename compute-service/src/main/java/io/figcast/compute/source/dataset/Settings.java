package io.figcast.compute.source.dataset;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.quarkus.runtime.configuration.DurationConverter;

/** Parses the settings of one dataset, and gathers what is wrong with them instead of stopping at the first. */
final class Settings {

    private final List<String> problems = new ArrayList<>();

    List<String> problems() {
        return problems;
    }

    void problem(String problem) {
        problems.add(problem);
    }

    Duration duration(String setting, Optional<String> value, Duration byDefault) {
        return parsed(setting, value, "a duration such as 30s, 15m or 8h", byDefault,
                text -> DurationConverter.parseDuration(text));
    }

    Duration positive(String setting, Optional<String> value, Duration byDefault) {
        Duration duration = duration(setting, value, byDefault);
        if (duration.isNegative() || duration.isZero()) {
            problem(setting + " must be longer than nothing");
        }
        return duration;
    }

    long number(String setting, Optional<String> value, long byDefault) {
        return parsed(setting, value, "a whole number", byDefault, Long::valueOf);
    }

    boolean flag(String setting, Optional<String> value, boolean byDefault) {
        return parsed(setting, value, "true or false", byDefault, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
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

    private <T> T parsed(String setting, Optional<String> value, String wanted, T byDefault, Function<String, T> parse) {
        if (value.isEmpty()) {
            return byDefault;
        }
        try {
            return parse.apply(value.get().strip());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            problem(setting + " is '" + value.get() + "', which is not " + wanted);
            return byDefault;
        }
    }
}
