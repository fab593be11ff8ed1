package io.figcast.chart.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Every word of the page, in English here and in {@code messages/words_zh-CN.properties}. {@code [name]} is filled in by the
 * page, {@code [name|one|many]} chosen by the number of that name.
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

    @Message("Nothing matches “[text]”.")
    String noMatch();

    @Message("[count] [count|category|categories]")
    String countOfCategories();

    @Message("[count] of [all] match")
    String countOfMatches();

    @Message("Data")
    String datasetsHeading();

    @Message("Figures")
    String figuresHeading();

    @Message("Choose a category to see its figures.")
    String chooseFirst();

    @Message("not computed")
    String stateCold();

    @Message("computing")
    String stateComputing();

    @Message("ready")
    String stateReady();

    @Message("stale")
    String stateStale();

    @Message("failed")
    String stateFailed();

    @Message("took [time]")
    String optionTook();

    @Message("about [time]")
    String optionTakes();

    @Message("Fresh")
    String badgeFresh();

    @Message("Refreshing")
    String badgeRefreshing();

    @Message("Stale")
    String badgeStale();

    @Message("Failed, showing the older")
    String badgeFailed();

    @Message("Failed")
    String badgeFailedEmpty();

    @Message("Offline")
    String badgeOffline();

    @Message("Forgotten")
    String badgeForgotten();

    @Message("Waiting")
    String badgeWaiting();

    @Message("Computing")
    String badgeComputing();

    @Message("Unknown")
    String badgeUnknown();

    @Message("Computed [ago]")
    String computedAgo();

    @Message("took [time]")
    String took();

    @Message("from the memo")
    String fromMemo();

    @Message("computed fresh")
    String freshlyComputed();

    @Message("expires [when]")
    String expires();

    @Message("expired [when]")
    String expired();

    @Message("version [version]")
    String version();

    @Message("all [rows] [rows|row|rows]")
    String rowsAll();

    @Message("no rows")
    String rowsNone();

    @Message("all [rows] [rows|row|rows], binned")
    String rowsBinned();

    @Message("[shown] of [rows] rows, a fair sample")
    String rowsSampled();

    @Message("[shown] of [rows] rows, extremes kept")
    String rowsDecimated();

    @Message("[shown] of [rows] rows")
    String rowsShown();

    @Message("[rows] [rows|row|rows]")
    String rowsInStatus();

    @Message("[omitted] left out")
    String rowsOmitted();

    @Message("Rows whose x or y is missing or not finite are left out.")
    String rowsOmittedWhy();

    @Message("Waiting: [elapsed]")
    String progressWaiting();

    @Message("Computing: [elapsed] of about [expected]")
    String progressComputing();

    @Message("Computing: [elapsed]")
    String progressComputingUnknown();

    @Message("Computing: [elapsed], longer than the usual [expected]")
    String progressOverdue();

    @Message("Fetching the rows of this region")
    String progressZoom();

    @Message("[category] is being computed.")
    String saysComputing();

    @Message("[category] is ready: [rows] [rows|row|rows].")
    String saysReady();

    @Message("[category] was refreshed: [rows] [rows|row|rows].")
    String saysChanged();

    @Message("[category] failed: [message]")
    String saysFailed();

    @Message("Connection lost.")
    String saysOffline();

    @Message("Connected again.")
    String saysOnline();

    @Message("[category] was forgotten.")
    String saysForgotten();

    @Message("Computing [category] failed [ago].")
    String failedTitle();

    @Message("What you see was computed [ago].")
    String failedShown();

    @Message("There is no older result to show.")
    String failedNothing();

    @Message("Try again")
    String retry();

    @Message("Connection lost [ago].")
    String offlineTitle();

    @Message("What you see stays; it is updated as soon as the connection is back.")
    String offlineBody();

    @Message("Connect now")
    String tryNow();

    @Message("[category] was forgotten [ago].")
    String forgottenTitle();

    @Message("Nothing is computed until someone asks for it.")
    String forgottenBody();

    @Message("Compute again")
    String computeAgain();

    @Message("The service cannot answer right now.")
    String unavailableTitle();

    @Message("It is asked again by itself.")
    String unavailableBody();

    @Message("There is no category “[category]” in “[dataset]”.")
    String unknownTitle();

    @Message("Choose one from the list.")
    String unknownBody();

    @Message("There is no dataset “[dataset]”.")
    String unknownDatasetTitle();

    @Message("No dataset is there yet.")
    String noDatasetsTitle();

    @Message("Put one's own file on the page with the line below, or name datasets in compute-service's configuration. They appear here by themselves.")
    String noDatasetsBody();

    @Message("“[dataset]” has no categories yet.")
    String noCategoriesTitle();

    @Message("They appear here by themselves once its source lists them.")
    String noCategoriesBody();

    @Message("The figures could not be drawn.")
    String drawingFailedTitle();

    @Message("The answer could not be read.")
    String badAnswer();

    @Message("Refresh")
    String refresh();

    @Message("Refresh asked for.")
    String refreshAsked();

    @Message("Already fresh: nothing changed.")
    String alreadyFresh();

    @Message("Refreshed.")
    String refreshed();

    @Message("That did not work: [message]")
    String actionFailed();

    @Message("More")
    String more();

    @Message("Recompute all")
    String recomputeAll();

    @Message("Recompute all [count] [count|category|categories] of “[dataset]”?")
    String recomputeAllQuestion();

    @Message("Everyone sees the new figures as they finish. What is on screen stays until then.")
    String recomputeAllBody();

    @Message("[done] of [count] recomputed")
    String recomputeProgress();

    @Message("[failed] failed")
    String recomputeFailures();

    @Message("All recomputed.")
    String recomputeDone();

    @Message("Nothing heard for a while; it goes on in the background.")
    String recomputeQuiet();

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

    @Message("Take away")
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

    @Message("Copied.")
    String copied();

    @Message("Copy this by hand:")
    String copyByHand();

    @Message("Download [figure]")
    String downloadFigure();

    @Message("PNG image")
    String asPng();

    @Message("SVG drawing")
    String asSvg();

    @Message("Plotly JSON")
    String asJson();

    @Message("Live")
    String live();

    @Message("Show changes as they happen")
    String liveHelp();

    @Message("Paused")
    String paused();

    @Message("Paused, [count] [count|change waits|changes wait]")
    String pausedWaiting();

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

    @Message("Drag in a figure to zoom all four, double-click to return.")
    String helpMouse();

    @Message("Single keys do this")
    String helpSingleKeys();

}
