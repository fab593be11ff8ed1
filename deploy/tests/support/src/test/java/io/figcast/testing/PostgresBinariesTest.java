package io.figcast.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PostgresBinariesTest {

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void whatMavenBringsRuns() throws IOException, InterruptedException {
        Path home = PostgresBinaries.unpacked();

        Process server = new ProcessBuilder(home.resolve("bin/postgres").toString(), "--version").start();

        assertThat(new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("postgres (PostgreSQL) 17.5");
        assertThat(server.waitFor()).isZero();
        assertThat(home.resolve("bin/initdb")).isExecutable();
        assertThat(PostgresBinaries.unpacked()).isEqualTo(home);
    }
}
