package io.figcast.compute.source.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.SliceSource.Scan;
import io.figcast.compute.slice.SliceSource.ScanSink;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.RunningQuery;

/**
 * One reading of several categories from a database, a few thousand rows at a time: by one query, or by a few where there are
 * more categories than it takes parameters. A database that does not tell some texts apart gives rows of another category than
 * those asked for, or mixes them: then it is asked for each on its own.
 */
final class DatabaseScan implements Scan {

    private static final int FETCH = 10_000;
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\s\\p{Cf}]+");

    private final DatabaseSource source;
    private final List<String> categories;
    private final @Nullable Axes axes;
    private final RunningQuery query = new RunningQuery();

    DatabaseScan(DatabaseSource source, List<String> categories, @Nullable Axes axes) {
        this.source = source;
        this.categories = categories;
        this.axes = axes;
    }

    @Override
    public void read(ScanSink sink) {
        for (Map<String, Integer> some : queries(categories, source.engine().mostParameters())) {
            source.on(query, session -> {
                List<String> asked = List.copyOf(some.keySet());
                try (var statement = session.prepared(source.sql(session, axes).scan(asked.size()), FETCH)) {
                    for (int i = 0; i < asked.size(); i++) {
                        statement.setString(i + 1, asked.get(i));
                    }
                    try (ResultSet rows = statement.executeQuery()) {
                        hand(rows, some, sink);
                    }
                }
                return true;
            });
        }
    }

    /** The numbers of the categories by what they are, in as many parts as need be; none has two that may be taken for one. */
    static List<Map<String, Integer>> queries(List<String> categories, int most) {
        List<Map<String, Integer>> queries = new ArrayList<>();
        List<Set<String>> alike = new ArrayList<>();
        for (int n = 0; n < categories.size(); n++) {
            String loose = MARKS.matcher(Normalizer.normalize(categories.get(n), Normalizer.Form.NFKD)).replaceAll("")
                    .toLowerCase(Locale.ROOT);
            int i = 0;
            while (i < queries.size() && (queries.get(i).size() == most || alike.get(i).contains(loose))) {
                i++;
            }
            if (i == queries.size()) {
                queries.add(new HashMap<>());
                alike.add(new HashSet<>());
            }
            queries.get(i).put(categories.get(n), n);
            alike.get(i).add(loose);
        }
        return queries;
    }

    private void hand(ResultSet rows, Map<String, Integer> numbers, ScanSink sink) throws SQLException {
        Values xs = Values.of(source.engine(), rows.getMetaData(), 2);
        Values ys = Values.of(source.engine(), rows.getMetaData(), 3);
        int current = -1;
        boolean said = false;
        while (rows.next()) {
            query.failIfCancelled();
            Integer slice = numbers.get(rows.getString(1));
            if (slice == null) {
                throw new SourceFailedException("the database returned other categories than requested", null);
            }
            if (slice != current) {
                current = slice;
                said = false;
                xs = xs.anew();
                ys = ys.anew();
            }
            try {
                double x = xs.of(rows);
                double y = ys.of(rows);
                if (!Double.isFinite(x) || !Double.isFinite(y)) {
                    sink.omit(slice);
                    continue;
                }
                if (!said) {
                    sink.columns(slice, new ColumnTypes(xs.type(), ys.type()));
                    said = true;
                }
                sink.row(slice, x, y);
            } catch (Values.UnfitException e) {
                sink.unfit(slice, e);
            }
        }
    }

    @Override
    public void cancel() {
        query.cancel();
    }
}
