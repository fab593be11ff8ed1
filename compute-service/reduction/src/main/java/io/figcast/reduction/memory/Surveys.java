package io.figcast.reduction.memory;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.figcast.reduction.Stretches;
import io.figcast.reduction.rows.Run;
import io.figcast.reduction.rows.Survey;

/**
 * The passes that survey rows. The runs do not depend on how the work is shared out.
 */
final class Surveys {

    private Surveys() {
    }

    static Survey of(Selection rows, int wanted) {
        int runs = Math.min(wanted, rows.count());
        int shares = Math.min(Shares.of(rows.count()), runs);
        double[] pivots = Pivot.of(rows);
        List<Run> found = Shares.each(shares, share -> survey(rows, runs, pivots,
                Shares.begin(share, shares, runs), Shares.begin(share + 1, shares, runs)))
                .stream().flatMap(List::stream).toList();
        return new Survey(rows.count(), found, 0, rows.count() - 1);
    }

    static List<Run> alongX(Selection rows, Stretches stretches) {
        int shares = Shares.of(rows.count());
        List<@Nullable Surveyor[]> found = Shares.each(shares, share -> {
            @Nullable
            Surveyor[] parts = new Surveyor[stretches.count()];
            rows.visit(Shares.begin(share, shares, rows.count()), Shares.begin(share + 1, shares, rows.count()), block -> {
                alongX(block, stretches, parts);
                return true;
            });
            return parts;
        });
        return IntStream.range(0, stretches.count()).boxed()
                .flatMap(stretch -> found.stream().map(parts -> parts[stretch]).filter(Objects::nonNull)
                        .map(Surveyor::run).reduce(Run::plus).stream())
                .toList();
    }

    private static void alongX(Block block, Stretches stretches, @Nullable Surveyor[] parts) {
        for (int from = block.from(); from < block.to();) {
            int stretch = stretches.indexOf(block.x()[from]);
            int to = from + 1;
            while (to < block.to() && stretches.indexOf(block.x()[to]) == stretch) {
                to++;
            }
            Surveyor here = parts[stretch];
            if (here == null) {
                here = new Surveyor(0, 0);
                parts[stretch] = here;
            }
            here.add(block, from, to);
            from = to;
        }
    }

    private static List<Run> survey(Selection rows, int runs, double[] pivots, int firstRun, int lastRun) {
        Surveyor[] found = new Surveyor[lastRun - firstRun];
        Arrays.setAll(found, run -> new Surveyor(pivots[0], pivots[1]));
        int count = rows.count();
        rows.visit(Shares.begin(firstRun, runs, count), Shares.begin(lastRun, runs, count), block -> {
            int toIndex = block.from() - block.rank();
            int run = runOf(block.rank(), runs, count);
            for (int from = block.from(); from < block.to(); run++) {
                int to = Math.min(block.to(), Shares.begin(run + 1, runs, count) + toIndex);
                found[run - firstRun].add(block, from, to);
                from = to;
            }
            return true;
        });
        return Stream.of(found).map(Surveyor::run).toList();
    }

    private static int runOf(int rank, int runs, int count) {
        int run = (int) ((long) rank * runs / count);
        return Shares.begin(run + 1, runs, count) <= rank ? run + 1 : run;
    }

    /** Surveys rows that come one after the other. */
    private static final class Surveyor {

        private final ExtentCount x;
        private final ExtentCount y;

        Surveyor(double pivotX, double pivotY) {
            x = new ExtentCount(pivotX);
            y = new ExtentCount(pivotY);
        }

        void add(Block block, int from, int to) {
            int offset = block.from() - block.rank();
            x.add(block.x(), from, to, offset);
            y.add(block.y(), from, to, offset);
        }

        Run run() {
            return new Run(x.extent(), y.extent());
        }
    }
}
