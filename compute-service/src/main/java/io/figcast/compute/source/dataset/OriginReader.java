package io.figcast.compute.source.dataset;

import java.util.List;

import io.figcast.compute.source.AxesChoice;
import io.figcast.compute.source.columns.NamedColumns;
import io.figcast.compute.source.dataset.DatasetsConfig.DatasetConfig;
import io.figcast.compute.source.duckdb.WantedColumns;
import io.figcast.compute.source.jdbc.Database;
import io.figcast.compute.source.jdbc.Selection;
import io.figcast.compute.source.jdbc.SqlParameters;

/** Reads where the rows of one dataset come from; what is wrong with that is told to its settings. */
final class OriginReader {

    private static final double MAX_UNREADABLE = 0.1;

    private final DatasetConfig config;
    private final Settings settings;

    OriginReader(DatasetConfig config, Settings settings) {
        this.config = config;
        this.settings = settings;
    }

    Origin origin() {
        if (config.file().isPresent() == config.url().isPresent()) {
            settings.problem("it needs either file or url (with table, query, or categories-query and slice-query)"
                    + (config.file().isPresent() ? ", not both" : ""));
            return new Origin.Broken("");
        }
        return config.file().isPresent() ? files(config.file().get()) : database(config.url().orElseThrow());
    }

    private Origin files(String file) {
        String why = "belongs to url, not to file";
        settings.unwanted("table", config.table(), why);
        settings.unwanted("query", config.query(), why);
        settings.unwanted("categories-query", config.categoriesQuery(), why);
        settings.unwanted("slice-query", config.sliceQuery(), why);
        settings.unwanted("username", config.username(), why);
        settings.unwanted("password", config.password(), why);
        settings.unwanted("password-file", config.passwordFile(), why);
        settings.unwanted("files", config.files(), why);
        WantedColumns columns = new WantedColumns(named(), settings.type("x-type", config.xType()),
                settings.type("y-type", config.yType()), listed());
        return new Origin.Files(file, columns, settings.share("max-unreadable", config.maxUnreadable(), MAX_UNREADABLE));
    }

    private Origin database(String url) {
        String why = "belongs to file, not to url";
        settings.unwanted("x-type", config.xType(), why);
        settings.unwanted("y-type", config.yType(), why);
        settings.unwanted("max-unreadable", config.maxUnreadable(), why);
        if (!url.startsWith("jdbc:")) {
            settings.problem("url must begin with jdbc:"); // it is not repeated, since it may hold a password
        }
        if (config.password().isPresent() && config.passwordFile().isPresent()) {
            settings.problem("it needs either password or password-file, not both");
        }
        Database.Login login = new Database.Login(config.username(), config.password(), config.passwordFile());
        return new Origin.Jdbc(url, login, selection(), config.files().orElse(List.of()));
    }

    private Selection selection() {
        boolean queries = config.categoriesQuery().isPresent() || config.sliceQuery().isPresent();
        int ways = (config.table().isPresent() ? 1 : 0) + (config.query().isPresent() ? 1 : 0) + (queries ? 1 : 0);
        if (ways != 1) {
            settings.problem("url needs either table or query, or"
                    + " categories-query and slice-query" + (ways == 0 ? "" : ", and only one of these"));
            return new Selection.Queries("", "");
        }
        return queries ? queries() : columns();
    }

    private Selection queries() {
        String why = "belongs to table or query, not to slice-query";
        settings.unwanted("category-column", config.categoryColumn(), why);
        settings.unwanted("x-column", config.xColumn(), why);
        settings.unwanted("y-column", config.yColumn(), why);
        settings.unwanted("columns", config.columns(), why);
        String slice = settings.required("slice-query", config.sliceQuery());
        if (config.sliceQuery().isPresent() && SqlParameters.count(slice) != 1) {
            settings.problem("slice-query must have exactly one ? for the category, but has "
                    + SqlParameters.count(slice));
        }
        return new Selection.Queries(settings.required("categories-query", config.categoriesQuery()), slice);
    }

    private Selection columns() {
        config.query().filter(query -> SqlParameters.count(query) > 0).ifPresent(query -> settings
                .problem("query must have no ?; the category is asked for around it"));
        Selection.From from = config.query().<Selection.From> map(Selection.Query::new)
                .orElseGet(() -> new Selection.Table(config.table().orElseThrow()));
        return new Selection.Columns(from, named(), listed());
    }

    private NamedColumns named() {
        return new NamedColumns(config.categoryColumn(), config.xColumn(), config.yColumn());
    }

    private List<String> listed() {
        List<String> columns = config.columns().orElse(List.of());
        if (columns.size() > AxesChoice.MOST) {
            settings.problem("columns has more than " + AxesChoice.MOST + " names");
        }
        return columns.stream().map(String::strip).distinct().toList();
    }
}
