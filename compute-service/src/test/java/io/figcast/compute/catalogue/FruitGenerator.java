package io.figcast.compute.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes the demo dataset as the original does: first all x, then all y, standard normal. {@code main} writes the file
 * that is shipped.
 */
final class FruitGenerator {

    record Row(String category, double x, double y) {
    }

    private static final long SEED = 20181210;
    private static final int N = 100;

    private FruitGenerator() {
    }

    static Map<String, Integer> rowsOfEach() {
        Map<String, Integer> rows = new LinkedHashMap<>();
        rows.put("apples", 5 * N);
        rows.put("oranges", 10 * N);
        rows.put("figs", 20 * N);
        rows.put("pineapples", 15 * N);
        return rows;
    }

    static List<Row> rows() {
        Random random = new Random(SEED); // its algorithm is specified, so every JDK makes the same numbers
        int all = rowsOfEach().values().stream().mapToInt(Integer::intValue).sum();
        double[] x = new double[all];
        for (int i = 0; i < all; i++) {
            x[i] = random.nextGaussian();
        }
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, Integer> category : rowsOfEach().entrySet()) {
            for (int i = 0; i < category.getValue(); i++) {
                rows.add(new Row(category.getKey(), x[rows.size()], random.nextGaussian()));
            }
        }
        return rows;
    }

    public static void main(String[] arguments) throws IOException {
        StringBuilder csv = new StringBuilder("category,x,y\n");
        rows().forEach(row -> csv.append(row.category()).append(',').append(row.x()).append(',').append(row.y())
                .append('\n'));
        Files.writeString(Path.of(arguments[0]), csv);
    }
}
