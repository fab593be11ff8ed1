package io.figcast.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import io.figcast.testing.reference.CodeSettings;
import io.figcast.testing.reference.ConfigurationReference;

/** The tables of settings in README.md and the settings that this service reads are the same. */
class ConfigurationReferenceTest {

    private final Map<String, Optional<String>> read = CodeSettings.read();
    private final ConfigurationReference reference = new ConfigurationReference();

    @Test
    void everySettingStandsInATable() {
        assertThat(documented().keySet()).containsAll(read.keySet());
    }

    /** Of what stands for both services compute-service reads everything, and its own test says so. */
    @Test
    void everyNameInTheTableIsASetting() {
        assertThat(read.keySet()).containsAll(reference.table("chart-service").keySet());
    }

    @Test
    void defaultsAreTheOnesOfTheCode() {
        Map<String, String> documented = documented();
        Set<String> compared = new TreeSet<>(read.keySet());
        compared.removeIf(name -> read.get(name).isEmpty() || documented.getOrDefault(name, "").isEmpty());

        assertThat(compared).contains("figcast.figures.max-points", "figcast.memo.timeout", "figcast.login.enabled");
        assertThat(compared).allSatisfy(name -> assertThat(inBytes(documented.get(name))).as(name)
                .isEqualTo(read.get(name).get()));
    }

    private Map<String, String> documented() {
        Map<String, String> all = new TreeMap<>(reference.table("both services"));
        all.putAll(reference.table("chart-service"));
        return all;
    }

    /** The code counts in bytes what README.md tells in larger units. */
    private static String inBytes(String value) {
        if (value.endsWith(" KiB")) {
            return Long.toString(Long.parseLong(value.replace(" KiB", "")) << 10);
        }
        return value.endsWith(" MiB") ? Long.toString(Long.parseLong(value.replace(" MiB", "")) << 20) : value;
    }
}
