package io.figcast.chart.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What stands on the page: names of fields, buttons and sheets, in English here and in Chinese in
 * {@code messages/words_zh-CN.properties}. {@code [name]} is filled in by the page, {@code [name|one|many]} chosen by the
 * number of that name.
 */
@MessageBundle("words")
public interface Words {

    @Message("Choose a category: its slow query runs once, and everyone who looks sees the same four figures the moment they are ready.")
    String tagline();

    @Message("Got it")
    String understood();

    @Message("Skip to the figures")
    String skipToFigures();

    @Message("Dataset")
    String dataset();

    @Message("Category")
    String category();

    @Message("Axes")
    String axes();

    @Message("x axis")
    String xAxis();

    @Message("y axis")
    String yAxis();

    @Message("About this data")
    String aboutData();

    @Message("Search datasets")
    String searchDatasets();

    @Message("Search categories")
    String searchCategories();

    @Message("Compare")
    String compare();

    @Message("Compare with")
    String compareWith();

    @Message("End the comparison")
    String endComparison();

    @Message("Previous category")
    String previousCategory();

    @Message("Next category")
    String nextCategory();

    @Message("Data")
    String datasetsHeading();

    @Message("Figures")
    String figuresHeading();

    @Message("Try again")
    String retry();

    @Message("Connect now")
    String tryNow();

    @Message("Compute again")
    String computeAgain();

    @Message("Refresh")
    String refresh();

    @Message("More")
    String more();

    @Message("Recompute all")
    String recomputeAll();

    @Message("Recompute all [count] [count|category|categories] of “[dataset]”?")
    String recomputeAllQuestion();

    @Message("Everyone sees the new figures as they finish. What is on screen stays until then.")
    String recomputeAllBody();

    @Message("Dismiss")
    String dismiss();

    @Message("Forget")
    String forget();

    @Message("Forget [category]?")
    String forgetQuestion();

    @Message("Its memoized rows are removed for everyone. Computing them again takes about [time].")
    String forgetBody();

    @Message("Its memoized rows are removed for everyone.")
    String forgetBodyUnknown();

    @Message("Cancel")
    String cancel();

    @Message("Close")
    String close();

    @Message("Export")
    String takeAway();

    @Message("Download rows (CSV)")
    String rowsAsCsv();

    @Message("Copy link")
    String copyLink();

    @Message("Copy curl")
    String copyCurl();

    @Message("Copy Python")
    String copyPython();

    @Message("Copy kcat")
    String copyKcat();

    @Message("Copy this by hand:")
    String copyByHand();

    @Message("Download [figure]")
    String downloadFigure();

    @Message("PNG image")
    String asPng();

    @Message("SVG image")
    String asSvg();

    @Message("Plotly JSON")
    String asJson();

    @Message("Live")
    String live();

    @Message("Show changes as they happen")
    String liveHelp();

    @Message("Paused")
    String paused();

    @Message("Show all")
    String zoomReset();

    @Message("Scatter")
    String scatter();

    @Message("Line")
    String line();

    @Message("Density")
    String histogram2d();

    @Message("Contours")
    String histogram2dcontour();

    @Message("Let [figure] fill the window")
    String fillWindow();

    @Message("Back to all four")
    String backToGrid();

    @Message("Show the data of [figure] as a table")
    String showTable();

    @Message("[figure] of [category]")
    String tableTitle();

    @Message("The first [count] of [all] lines. All rows are in the CSV.")
    String tableFirst();

    @Message("rows")
    String tableCount();

    @Message("[figure] of [category]")
    String figureLabel();

    @Message("Theme")
    String theme();

    @Message("System")
    String themeSystem();

    @Message("Light")
    String themeLight();

    @Message("Dark")
    String themeDark();

    @Message("Language")
    String language();

    @Message("Keyboard and help")
    String help();

    @Message("Previous or next category")
    String helpChoose();

    @Message("Search categories")
    String helpSearch();

    @Message("Search datasets")
    String helpDataset();

    @Message("Compare with another category")
    String helpCompare();

    @Message("Refresh")
    String helpRefresh();

    @Message("Let figure 1 to 4 fill the window")
    String helpFill();

    @Message("Zoom in, out, show all")
    String helpZoom();

    @Message("Move the zoomed region")
    String helpPan();

    @Message("Pause or resume live changes")
    String helpLive();

    @Message("Data of the figure as a table")
    String helpTable();

    @Message("Close, go back")
    String helpEscape();

    @Message("This sheet")
    String helpHelp();

    @Message("Drag in a figure to zoom all four, double-click to reset.")
    String helpMouse();

    @Message("Enable single-key shortcuts")
    String helpSingleKeys();
}
