package io.figcast.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.figcast.local.server.ServerFailedException;

/** What was asked for on the command line of {@code ./start}; see {@code usage.txt}. */
record Options(Map<String, String> values, Set<String> flags) {

    private static final Map<String, String> PORTS = Map.of("--port", "8080", "--compute-port", "8081", "--kafka-port", "9092",
            "--redis-port", "6379");
    private static final List<String> WITH_VALUE = List.of("--port", "--compute-port", "--kafka-port", "--redis-port",
            "--demo-cost", "--file", "--category", "--x", "--y", "--name");
    private static final List<String> FLAGS = List.of("--no-open", "--help");

    Options {
        values = Map.copyOf(values);
        flags = Set.copyOf(flags);
    }

    /** @throws ServerFailedException with one sentence about what is wrong */
    static Options parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        Set<String> flags = new HashSet<>();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (FLAGS.contains(argument)) {
                flags.add(argument);
            } else if (!WITH_VALUE.contains(name)) {
                throw new ServerFailedException("There is no option " + argument + "; ./start --help lists them.");
            } else if (equals >= 0) {
                values.put(name, argument.substring(equals + 1));
            } else if (rest.isEmpty()) {
                throw new ServerFailedException("The option " + name + " needs a value; ./start --help tells which.");
            } else {
                values.put(name, rest.pop());
            }
        }
        return new Options(values, flags).checked();
    }

    private Options checked() {
        Map<Integer, String> seen = new HashMap<>();
        for (String option : List.of("--port", "--compute-port", "--kafka-port", "--redis-port")) {
            String other = seen.put(port(option), option);
            if (other != null) {
                throw new ServerFailedException(other + " and " + option + " name the same port " + port(option) + ".");
            }
        }
        if (!demoCost().matches("\\d{1,9}(ms|s|m|h)")) {
            throw new ServerFailedException("--demo-cost is a time such as 5s, 500ms or 0s, not " + demoCost() + ".");
        }
        return this;
    }

    /** @param option the port's option, such as {@code --kafka-port} */
    int port(String option) {
        String value = values.getOrDefault(option, PORTS.getOrDefault(option, ""));
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
            throw new ServerFailedException(option + " is a number from 1 to 65535, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    String demoCost() {
        return values.getOrDefault("--demo-cost", "5s");
    }

    boolean opensBrowser() {
        return !flags.contains("--no-open");
    }

    boolean help() {
        return flags.contains("--help");
    }

    /** The value of an option that has no default. */
    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }
}
