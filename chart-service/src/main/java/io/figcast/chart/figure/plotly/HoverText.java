package io.figcast.chart.figure.plotly;

/**
 * A {@code hovertemplate} of Plotly's: named values, one per line. Names come from data and configuration; Plotly reads
 * pseudo-HTML and {@code %{…}} in a template, so that the characters that begin either are written as entities, which it
 * shows as the characters they stand for.
 *
 * @param template the text as Plotly takes it
 */
public record HoverText(String template) {

    /** The text for a row: {@code x: …, y: …}. */
    public static HoverText ofRow(AxisTitles titles) {
        return new HoverText(lines(titles, "", "") + "<extra></extra>");
    }

    /** The text for a bin whose trace knows its range: {@code x: … - …, y: … - …, z: count}. */
    public static HoverText ofBin(AxisTitles titles) {
        return ofBin(titles, "", "");
    }

    /**
     * The text for a bin whose trace knows its centre only.
     *
     * @param beyondX what follows the centre along x, for instance how far the bin reaches to either side of it
     * @param beyondY the same along y
     */
    public static HoverText ofBin(AxisTitles titles, String beyondX, String beyondY) {
        return new HoverText(lines(titles, beyondX, beyondY) + "<br>z: %{z}<extra></extra>");
    }

    private static String lines(AxisTitles titles, String beyondX, String beyondY) {
        return literally(titles.x()) + ": %{x}" + beyondX + "<br>" + literally(titles.y()) + ": %{y}" + beyondY;
    }

    static String literally(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '&' -> literal.append("&amp;");
                case '<' -> literal.append("&lt;");
                case '>' -> literal.append("&gt;");
                case '%', '{', '}', '$' -> literal.append("&#").append(codePoint).append(';');
                default -> literal.appendCodePoint(isHalfACharacter(codePoint) ? 0xFFFD : codePoint);
            }
        });
        return literal.toString();
    }

    private static boolean isHalfACharacter(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
