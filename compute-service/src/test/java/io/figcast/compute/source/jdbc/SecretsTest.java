package io.figcast.compute.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://db/shop                                | jdbc:postgresql://db/shop
            jdbc:postgresql://bob:pw@db/shop?currentSchema=a         | jdbc:postgresql://db/shop?currentSchema=a
            jdbc:postgresql://db/shop?user=bob&password=pw&x=1       | jdbc:postgresql://db/shop?&&x=1
            jdbc:sqlserver://db;userName=bob;password=pw;database=d  | jdbc:sqlserver://db;;;database=d
            jdbc:trino://db/c?SSL=true&accessToken=abc               | jdbc:trino://db/c?SSL=true&
            """)
    void urlOfTheFingerprintHoldsNoCredentials(String url, String without) {
        assertThat(Secrets.withoutCredentials(url)).isEqualTo(without);
    }

    @Test
    void messageIsMasked() {
        Secrets secrets = new Secrets("jdbc:postgresql://bob:s3cr3t@db/shop?sslpassword=other", List.of("s3cr3t.more"));
        assertThat(secrets.masked("bob (s3cr3t) failed at jdbc:postgresql://bob:s3cr3t@db/shop with s3cr3t.more,"
                + " other; bobsled stays")).isEqualTo("*** (***) failed at the database with ***, ***; bobsled stays");
    }
}
