package io.figcast.local;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.figcast.local.dataset.OwnDatasets;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What was asked for on the command line.
 *
 * @param datasets what was said about data of one's own, in its order
 */
record Options(Map<Part, Integer> ports, Set<Part> without, String demoCost, boolean opensBrowser, boolean save,
        List<OwnDatasets.Option> datasets) {

    /** What is started. */
    enum Part {
        CHART("--port"),
        COMPUTE("--compute-port"),
        KAFKA("--kafka-port"),
        REDIS("--redis-port");

        private final String option;

        Part(String option) {
            this.option = option;
        }

        /** The option that names its port. */
        String option() {
            return option;
        }
    }

    Options {
        ports = Map.copyOf(ports);
        without = Set.copyOf(without);
        datasets = List.copyOf(datasets);
    }

    /**
     * Nothing if only help was asked for.
     *
     * @throws UnknownOptionException with one sentence about what is wrong
     */
    static Optional<Options> parse(String... arguments) {
        Arguments read = new Arguments();
        CommandLine commandLine = new CommandLine(read).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            ParseResult result = commandLine.parseArgs(arguments);
            return result.isUsageHelpRequested() ? Optional.empty() : Optional.of(of(read, result).checked());
        } catch (ParameterException e) {
            throw new UnknownOptionException(sentence(e));
        }
    }

    private static Options of(Arguments read, ParseResult result) {
        Map<Part, Integer> ports = new EnumMap<>(Map.of(Part.CHART, read.port, Part.COMPUTE, read.computePort, Part.KAFKA,
                read.kafkaPort, Part.REDIS, read.redisPort));
        return new Options(ports, read.without, read.demoCost, !read.noOpen, read.save, datasets(result));
    }

    /** picocli keeps the values of each option and the order of the options: together they tell what belongs together. */
    private static List<OwnDatasets.Option> datasets(ParseResult result) {
        Map<OptionSpec, Iterator<String>> values = new HashMap<>();
        List<OwnDatasets.Option> inOrder = new ArrayList<>();
        for (OptionSpec option : result.matchedOptions()) {
            if (option.isMultiValue() && option.auxiliaryTypes()[0] == String.class) {
                Iterator<String> rest = values.computeIfAbsent(option, first -> first.originalStringValues().iterator());
                inOrder.add(new OwnDatasets.Option(option.longestName(), rest.next()));
            }
        }
        return inOrder;
    }

    private static String sentence(ParameterException e) {
        String text = String.valueOf(e.getMessage());
        if (e instanceof CommandLine.UnmatchedArgumentException unknown) {
            String argument = unknown.getUnmatched().get(0);
            List<String> similar = unknown.getSuggestions();
            text = !argument.startsWith("-")
                    ? "There is no option " + argument
                            + "; a glob in quotes, such as --file '*.csv', is one dataset of all its files"
                    : "There is no option " + argument
                            + (similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?");
        }
        return text + (text.endsWith("?") ? " " : "; ") + Arguments.command() + " --help lists what there is.";
    }

    private Options checked() {
        Map<Integer, Part> seen = new HashMap<>();
        Stream.of(Part.values()).forEach(part -> {
            Part other = seen.put(port(part), part);
            if (other != null) {
                throw new UnknownOptionException(
                        other.option() + " and " + part.option() + " name the same port " + port(part) + ".");
            }
        });
        if (without.size() == Part.values().length) {
            throw new UnknownOptionException("--without leaves nothing to start; there are " + Stream.of(Part.values())
                    .map(part -> part.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")) + ".");
        }
        if (!demoCost.matches("\\d{1,9}(ms|s|m|h)")) {
            throw new UnknownOptionException("--demo-cost is a time such as 5s, 500ms or 0s, not " + demoCost + ".");
        }
        return this;
    }

    int port(Part part) {
        return ports.getOrDefault(part, 0);
    }

    boolean starts(Part part) {
        return !without.contains(part);
    }
}
