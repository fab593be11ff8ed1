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
    public static HoverText ofRow(Axes axes) {
        return new HoverText(lines(axes, "", "") + "<extra></extra>");
    }

    /** The text for a bin whose trace knows its range, which Plotly formats: {@code x: … - …, y: … - …, z: count}. */
    public static HoverText ofBinRange(Axes axes) {
        return new HoverText(line(axes.x(), "%{x}") + "<br>" + line(axes.y(), "%{y}") + "<br>z: %{z}<extra></extra>");
    }

    /** The text for a bin whose centre is shown. */
    public static HoverText ofBin(Axes axes) {
        return ofBin(axes, "", "");
    }

    /**
     * The text for a bin whose trace knows its centre only.
     *
     * @param axes what the values are called, and how dates are shown *
     * @param beyondX what follows the centre along x, for instance how far the bin reaches to either side of it
     * @param beyondY the same along y
     */
    public static HoverText ofBin(Axes axes, String beyondX, String beyondY) {
        return new HoverText(lines(axes, beyondX, beyondY) + "<br>z: %{z}<extra></extra>");
    }

    private static String lines(Axes axes, String beyondX, String beyondY) {
        return line(axes.x(), axes.x().placeholder("x") + beyondX) + "<br>"
                + line(axes.y(), axes.y().placeholder("y") + beyondY);
    }

    private static String line(Axis axis, String value) {
        return literally(axis.title()) + ": " + value;
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
