package io.figcast.compute.source.sql;

import io.figcast.reduction.rows.Extent;
import io.figcast.reduction.rows.Run;

/** The rows of a run in which x or y is least or greatest: the first of each, of rows that come in their order. */
final class Extremes {

    private final Row[] rows = new Row[4];

    /** A row that was handed over. */
    record Row(long place, double x, double y) {
    }

    void add(Row row) {
        if (rows[0] == null || row.x < rows[0].x) {
            rows[0] = row;
        }
        if (rows[1] == null || row.x > rows[1].x) {
            rows[1] = row;
        }
        if (rows[2] == null || row.y < rows[2].y) {
            rows[2] = row;
        }
        if (rows[3] == null || row.y > rows[3].y) {
            rows[3] = row;
        }
    }

    Row[] rows() {
        return rows;
    }

    Run run() {
        return new Run(new Extent(rows[0].x, rows[1].x, rows[0].place, rows[1].place, 0, 0),
                new Extent(rows[2].y, rows[3].y, rows[2].place, rows[3].place, 0, 0));
    }
}
