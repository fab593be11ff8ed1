package io.figcast.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.figcast.local.dataset.OwnDataset;
import io.figcast.local.dataset.UnusableDatasetException;

class DatasetReportTest {

    private static final OwnDataset BIRDS = new OwnDataset("birds", "birds.csv", Map.of(), Optional.empty());
    private static final OwnDataset TREES = new OwnDataset("trees", "trees.csv", Map.of(), Optional.empty());

    @Test
    void whatWasChosenIsSaid() {
        DatasetReport report = report(Map.of(BIRDS,
                """
                        {"xTitle":"span","yTitle":"weight","categories":["owl","jay"],
                        "notes":[{"code":"COLUMNS_CHOSEN","message":"chose category kind, x span, y weight; age could be drawn too; category-column, x-column\
                         and y-column override this"},
                        {"code":"COLUMNS_UNFIT","message":"columns names what cannot be drawn: note"}],"error":null}"""));

        assertThat(report.isComplete()).isTrue();
        assertThat(report.isShown(BIRDS)).isTrue();
        assertThat(report.text()).isEqualTo("\n  birds.csv: 2 categories, weight over span."
                + "\n    chose category kind, x span, y weight; age could be drawn too; --category, --x and --y override"
                + " this\n    --columns names what cannot be drawn: note");
    }

    @Test
    void whatIsStillBeingReadIsSaidToBe() {
        DatasetReport report = report(Map.of(BIRDS, "{\"state\":\"reading\",\"categories\":[]}"));

        assertThat(report.isBegun()).isTrue();
        assertThat(report.isComplete()).isFalse();
        assertThat(report.text())
                .isEqualTo("\n  birds.csv: is still being read; the dashboard shows it as soon as it is there.");
    }

    @Test
    void howFarAFileIsReadIsSaidUntilItIs() {
        DatasetReport first = report(Map.of(BIRDS, "{\"state\":\"reading\",\"progress\":0.37,\"categories\":[]}"));
        assertThat(first.text())
                .isEqualTo("\n  birds.csv: is still being read, 37% so far; the dashboard shows it as soon as it is there.");
        StillReading rest = new StillReading(first);

        assertThat(rest.news(report(Map.of(BIRDS, "{\"state\":\"reading\",\"progress\":0.46,\"categories\":[]}")))).isEmpty();
        assertThat(rest.news(report(Map.of(BIRDS, "{\"state\":\"reading\",\"progress\":0.47,\"categories\":[]}"))))
                .containsExactly("birds.csv: 47% is read.");
        assertThat(rest.isOver()).isFalse();
        assertThat(rest.news(report(Map.of(BIRDS, "{\"xTitle\":\"a\",\"yTitle\":\"b\",\"categories\":[\"owl\"]}"))))
                .containsExactly("birds.csv: 1 category, b over a.");
        assertThat(rest.isOver()).isTrue();
    }

    @Test
    void aProblemIsSaidBesideWhatCanBeShown() {
        DatasetReport report = report(Map.of(BIRDS, """
                {"error":{"code":"SOURCE_FAILED","message":"there is no column length"},"categories":[]}""", TREES, """
                {"xTitle":"a","yTitle":"b","categories":["oak"],"error":{"message":"there are too many."}}"""));

        assertThat(report.isShown(BIRDS)).isFalse();
        assertThat(report.text()).isEqualTo("\n  birds.csv: there is no column length."
                + "\n  trees.csv: 1 category, b over a.\n    But there are too many.");
    }

    @Test
    void nothingToShowIsNoStart() {
        DatasetReport report = report(Map.of(BIRDS, """
                {"error":{"code":"SOURCE_FAILED","message":"there is no column length"},"categories":[]}""", TREES, "{"));

        assertThat(report.isBegun()).isFalse();
        assertThatThrownBy(report::text).isInstanceOf(UnusableDatasetException.class).hasMessage(
                "birds.csv: there is no column length.\n"
                        + "trees.csv: nothing in it can be shown; the lines of compute above say why.");
    }

    @Test
    void whereNothingWasNamedThereIsNothingToSay() {
        DatasetReport report = report(Map.of());

        assertThat(report.isComplete()).isTrue();
        assertThat(report.text()).isEmpty();
    }

    private static DatasetReport report(Map<OwnDataset, String> catalogues) {
        Map<String, String> redis = new HashMap<>();
        catalogues.forEach((dataset, json) -> redis.put("figcast:1:catalogue:" + dataset.name(), json));
        return new DatasetReport(catalogues.keySet().stream().sorted(Comparator.comparing(OwnDataset::name)).toList(),
                key -> Optional.ofNullable(redis.get(key)));
    }
}
