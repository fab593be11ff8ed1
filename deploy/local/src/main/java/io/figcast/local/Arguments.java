package io.figcast.local;

import java.util.List;
import java.util.Set;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code ./start} and {@code bin/figcast} for picocli; what is a list may be given several times. */
@Command(name = "./start", customSynopsis = "./start [options]", sortOptions = false, usageHelpWidth = 96, description = {
        "", "Starts Kafka, Redis and both services on this machine, and prints where they are; a checkout is built "
                + "before where something is missing or changed. Ctrl-C stops everything.",
        "" }, footer = { "",
                "--file and --url may be given several times: each begins a dataset, and the options after it are about "
                        + "it. Columns that are not named are chosen. Visitors choose other columns to draw, all that fit or "
                        + "those of --columns; where --x and --y are both named, only those of --columns.",
                "",
                "  ./start --file penguins.csv", "  ./start --file a.csv --x date --file b.parquet --category region",
                "  zcat big.csv.gz | ./start --file -",
                "  ./start --url jdbc:postgresql://localhost/shop --username me --password-file pw \\",
                "      --table orders --columns ordered,total,weight" })
final class Arguments {

    @Option(names = "--file", paramLabel = "FILE", description = "a dashboard over a file of your own: CSV, TSV, Parquet, JSON, "
            + "also compressed; a glob in quotes; - for standard input; a SQLite or DuckDB file with --table")
    List<String> file = List.of();

    @Option(names = "--url", paramLabel = "URL", description = "or over a database: duckdb:FILE or a JDBC address of PostgreSQL, "
            + "Trino or ClickHouse")
    List<String> url = List.of();

    @Option(names = "--query", paramLabel = "SQL", description = "the rows of the database")
    List<String> query = List.of();

    @Option(names = "--table", paramLabel = "TABLE", description = "or a whole table of it")
    List<String> table = List.of();

    @Option(names = "--username", paramLabel = "NAME", description = "the database's user")
    List<String> username = List.of();

    @Option(names = "--password-file", paramLabel = "FILE", description = "a file with the password")
    List<String> passwordFile = List.of();

    @Option(names = "--category", paramLabel = "COLUMN", description = "the column whose values are the categories")
    List<String> category = List.of();

    @Option(names = "--x", paramLabel = "COLUMN", description = "the column drawn from left to right")
    List<String> x = List.of();

    @Option(names = "--y", paramLabel = "COLUMN", description = "the column drawn upwards")
    List<String> y = List.of();

    @Option(names = "--columns", paramLabel = "COLUMNS", description = "the columns that may be drawn instead: price,weight")
    List<String> columns = List.of();

    @Option(names = "--name", paramLabel = "NAME", description = "the dataset's name (made from the file's name)")
    List<String> name = List.of();

    @Option(names = "--save", description = "writes all this to config/application.properties, which ./start and the services take "
            + "as it is")
    boolean save;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", converter = Port.class, description = "the dashboard's port (${DEFAULT-VALUE})")
    int port;

    @Option(names = "--compute-port", paramLabel = "PORT", defaultValue = "8081", converter = Port.class, description = "compute-service's port (${DEFAULT-VALUE})")
    int computePort;

    @Option(names = "--kafka-port", paramLabel = "PORT", defaultValue = "9092", converter = Port.class, description = "Kafka's port (${DEFAULT-VALUE})")
    int kafkaPort;

    @Option(names = "--redis-port", paramLabel = "PORT", defaultValue = "6379", converter = Port.class, description = "Redis' port (${DEFAULT-VALUE})")
    int redisPort;

    @Option(names = "--demo-cost", paramLabel = "TIME", defaultValue = "5s", description = "what a category of the demo costs to compute: ${DEFAULT-VALUE} (the default), 500ms, 0s")
    String demoCost = "";

    @Option(names = "--without", paramLabel = "PART", split = ",", description = "leaves out chart, compute, kafka or redis, if you run your own")
    Set<Options.Part> without = Set.of();

    @Option(names = "--no-open", description = "opens no browser")
    boolean noOpen;

    @Option(names = { "--help", "-h" }, usageHelp = true, description = "prints this")
    boolean help;

    static String usage() {
        return new CommandLine(new Arguments()).setSeparator(" ").getUsageMessage(CommandLine.Help.Ansi.OFF)
                .replace("./start", command());
    }

    /** What was typed: a release has a script of another name. */
    static String command() {
        return System.getProperty("figcast.command", "./start");
    }

    /** A port's number. */
    static final class Port implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) {
            if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
                throw new TypeConversionException(value + " is not a number from 1 to 65535");
            }
            return Integer.parseInt(value);
        }
    }
}
