package io.figcast.chart.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttachmentTest {

    @Test
    void plainNameStaysAsItIs() {
        assertThat(Attachment.named("fruit-figs-v_1.csv"))
                .isEqualTo("attachment; filename=\"fruit-figs-v_1.csv\"; filename*=UTF-8''fruit-figs-v_1.csv");
    }

    @Test
    void anyOtherNameCannotLeaveTheHeader() {
        assertThat(Attachment.named("a\"/\r\nX: \u00e9\ud83d\ude00;")).isEqualTo(
                "attachment; filename=\"a____X_____\"; filename*=UTF-8''a%22%2F%0D%0AX%3A%20%C3%A9%F0%9F%98%80%3B");
    }
}
