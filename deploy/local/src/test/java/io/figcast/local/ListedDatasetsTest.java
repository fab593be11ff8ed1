package io.figcast.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListedDatasetsTest {

    private static final String FRUIT = "{\"name\":\"fruit\",\"default\":true,\"categories\":[{\"name\":\"figs\"}]}";
    private static final String EMPTY = "{\"name\":\"birds\",\"default\":false,\"categories\":[]}";
    private static final String READING = "{\"name\":\"birds\",\"default\":false,\"state\":\"reading\",\"categories\":[]}";

    @Test
    void aDatasetIsOfferedOnceItHasCategories() {
        assertThat(new ListedDatasets("[" + EMPTY + "," + FRUIT + "]").offers("fruit")).isTrue();
        assertThat(new ListedDatasets("[" + EMPTY + "," + FRUIT + "]").offers("birds")).isFalse();
        assertThat(new ListedDatasets("").offers("birds")).isFalse();
    }

    @Test
    void theListIsSettledWhenTheFirstIsThereAndNoneIsBeingRead() {
        assertThat(new ListedDatasets("[" + FRUIT + "," + EMPTY + "]").isSettled()).isTrue();
        assertThat(new ListedDatasets("[" + FRUIT + "," + READING + "]").isSettled()).isFalse();
        assertThat(new ListedDatasets("[" + EMPTY + "]").isSettled()).isFalse();
        assertThat(new ListedDatasets("[").isSettled()).isFalse();
        assertThat(new ListedDatasets("").isSettled()).isFalse();
    }
}
