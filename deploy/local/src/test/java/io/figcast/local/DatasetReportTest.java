package io.figcast.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.figcast.local.dataset.OwnDataset;
import io.figcast.local.dataset.UnusableDatasetException;

class DatasetReportTest {

    private static final OwnDataset BIRDS = new OwnDataset("birds", "birds.csv", Map.of(), Optional.empty());
    private static final OwnDataset TREES = new OwnDataset("trees", "trees.csv", Map.of(), Optional.empty());

    @Test
    void whatWasChosenAndWhatElseThereIsIsSaid() {
        DatasetReport report = report("""
                [{"name":"birds","xTitle":"span","yTitle":"weight","columns":["span","weight","year"],"category":"kind",
                "categories":[{"name":"owl"},{"name":"jay"}]}]""", BIRDS);

        assertThat(report.isComplete()).isTrue();
        assertThat(report.text()).isEqualTo("\n  birds.csv: 2 categories (column kind), weight over span. "
                + "There are also year: choose with --category, --x, --y.");
    }

    @Test
    void whatIsStillBeingReadIsNotWaitedFor() {
        DatasetReport report = report("""
                [{"name":"birds","state":"reading","progress":0.421,"categories":[]}]""", BIRDS);

        assertThat(report.isComplete()).isTrue();
        assertThat(report.text()).isEqualTo(
                "\n  birds.csv: is still being read (42 %); the dashboard shows it as soon as it is there.");
    }

    @Test
    void aProblemIsSaidBesideWhatCanBeShown() {
        DatasetReport report = report("""
                [{"name":"birds","problem":"there is no column length","categories":[]},
                {"name":"trees","xTitle":"a","yTitle":"b","categories":[{"name":"oak"}]}]""", BIRDS, TREES);

        assertThat(report.text()).isEqualTo("\n  birds.csv: there is no column length\n  trees.csv: 1 category, b over a.");
    }

    @Test
    void nothingToShowIsNoStart() {
        DatasetReport report = report("""
                [{"name":"birds","problem":"there is no column length","categories":[]}, {"name":"fruit"}]""", BIRDS, TREES);

        assertThat(report.isComplete()).isFalse();
        assertThatThrownBy(report::text).isInstanceOf(UnusableDatasetException.class).hasMessage(
                "birds.csv: there is no column length\n"
                        + "trees.csv: nothing in it can be shown; the lines of compute above say why.");
    }

    @Test
    void whereNothingWasNamedAnyDatasetWillDo() {
        assertThat(report("[]").isComplete()).isFalse();
        assertThat(report("[{\"name\":\"fr").isComplete()).isFalse();
        assertThat(report("[{\"name\":\"fruit\"}]").isComplete()).isTrue();
        assertThat(report("[{\"name\":\"fruit\"}]").text()).isEmpty();
    }

    private static DatasetReport report(String json, OwnDataset... named) {
        return new DatasetReport(List.of(named), json);
    }
}
