package io.figcast.compute.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlParametersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select x, y from t where c = ?                          | 1
            select x, y from t                                      | 0
            select '?', "a?""?", x from t where c = ? -- really?    | 1
            select 'it''s ?' /* ? */ from t where c = ? or d = ?    | 2
            select x from t where j ?? 'key' and c = ?              | 1
            """)
    void onlyPlaceholdersOfValuesCount(String query, int parameters) {
        assertThat(SqlParameters.count(query)).isEqualTo(parameters);
    }
}
