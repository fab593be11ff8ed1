package io.figcast.compute.source.dataset;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.figcast.compute.source.duckdb.column.StatedType;
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

    double share(String setting, Optional<String> value, double byDefault) {
        return parsed(setting, value, "a share from 0 to 1", byDefault, text -> {
            double share = Double.parseDouble(text);
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(text);
            }
            return share;
        });
    }

    StatedType type(String setting, Optional<String> value) {
        return parsed(setting, value, "number, time, epoch-seconds or epoch-milliseconds", StatedType.BY_CONTENT,
                text -> switch (text) {
                    case "number" -> StatedType.NUMBER;
                    case "time" -> StatedType.TIME;
                    case "epoch-seconds" -> StatedType.EPOCH_SECONDS;
                    case "epoch-milliseconds" -> StatedType.EPOCH_MILLISECONDS;
                    default -> throw new IllegalArgumentException(text);
                });
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
