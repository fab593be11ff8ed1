package io.figcast.compute.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void whatADriverSaysIsToldInOneLineWithoutTheStatementAndWithoutDirectories() {
        assertThat(Messages.ofDriver("""
                IO Error: No files found that match
                   the pattern "/srv/data/fruit/apples.csv"

                LINE 1: SELECT x, y FROM read_csv('/srv/data/apples.csv') WHERE kind = ?
                                         ^
                """)).isEqualTo("IO Error: No files found that match the pattern \"apples.csv\"");
        assertThat(Messages.ofDriver("ERROR: column \"speed\" does not exist\n  Position: 8"))
                .isEqualTo("ERROR: column \"speed\" does not exist Position: 8");
        assertThat(Messages.ofDriver("see https://example.org/a/b\u0007"))
                .isEqualTo("see https://example.org/a/b\\u0007");
    }
}
