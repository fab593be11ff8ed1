package io.figcast.chart.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the page says about what happens: states, progress, failures and outcomes. Written as {@link Words} are; in Chinese in
 * {@code messages/news_zh-CN.properties}.
 */
@MessageBundle("news")
public interface News {

    @Message("Nothing matches “[text]”.")
    String noMatch();

    @Message("[count] [count|category|categories]")
    String countOfCategories();

    @Message("[count] of [all] match")
    String countOfMatches();

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

    @Message("all [rows] [rows|row|rows], in wider bins")
    String rowsCoarse();

    @Message("Bins of the usual width would be more than a screen can show, mostly because a few rows lie far out. Zoom in for narrower ones.")
    String rowsCoarseWhy();

    @Message("[shown] of [rows] rows, a fair sample")
    String rowsSampled();

    @Message("[shown] of [rows] rows, extremes kept")
    String rowsDecimated();

    @Message("[shown] of [rows] rows")
    String rowsShown();

    @Message("[what], sorted by time")
    String rowsInOrder();

    @Message("[what], in this region")
    String rowsOfRegion();

    @Message("[rows] [rows|row|rows]")
    String rowsInStatus();

    @Message("[omitted] left out")
    String rowsOmitted();

    @Message("Rows whose x or y is missing or not finite are left out.")
    String rowsOmittedWhy();

    @Message("reduced where they are")
    String rowsReduced();

    @Message("They are too many to be brought here. The engine that holds them counted all of them and chose those that are drawn, so that no rows can be downloaded, and no region drawn anew.")
    String rowsReducedWhy();

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

    @Message("[category] is being computed; the figures still show [still].")
    String saysComputingStill();

    @Message("Still [category]: [what]")
    String stillOf();

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

    @Message("Connection lost [ago].")
    String offlineTitle();

    @Message("What you see stays; it is updated as soon as the connection is back.")
    String offlineBody();

    @Message("[category] was forgotten [ago].")
    String forgottenTitle();

    @Message("Nothing is computed until someone asks for it.")
    String forgottenBody();

    @Message("The service cannot answer right now.")
    String unavailableTitle();

    @Message("Retrying automatically.")
    String unavailableBody();

    @Message("There is no category “[category]” in “[dataset]”.")
    String unknownTitle();

    @Message("Choose one from the list.")
    String unknownBody();

    @Message("This dataset does not allow this column as an axis.")
    String unknownColumnTitle();

    @Message("There is no dataset “[dataset]”.")
    String unknownDatasetTitle();

    @Message("There are no datasets yet.")
    String noDatasetsTitle();

    @Message("Open a file of your own with the command below, or add datasets to compute-service's configuration. They appear here automatically.")
    String noDatasetsBody();

    @Message("“[dataset]” is being read.")
    String datasetReadingTitle();

    @Message("[part] read so far.")
    String datasetReadingPart();

    @Message("Its categories will appear here.")
    String datasetReadingBody();

    @Message("[lines] [lines|line|lines] of [file] could not be read and [lines|was|were] left out.")
    String linesLeftOut();

    @Message("The first is line [line]: [fault].")
    String firstLeftOut();

    @Message("The first is line [line] of [file]: [fault].")
    String firstLeftOutOf();

    @Message("[found] [found|column|columns] instead of [columns]")
    String faultColumns();

    @Message("an unclosed quote, or text after a closing one")
    String faultQuote();

    @Message("it is too long")
    String faultLength();

    @Message("it is not in the encoding of the file")
    String faultEncoding();

    @Message("[files] files")
    String severalFiles();

    @Message("Figcast chose category [category], x [x] and y [y].")
    String columnsChosen();

    @Message("You chose x [x] and y [y].")
    String visitorChose();

    @Message("The columns setting also names columns that are missing or cannot be drawn: [columns].")
    String columnsUnfit();

    @Message("all rows")
    String chosenAllRows();

    @Message("the row number")
    String chosenRowNumber();

    @Message("[others] could be drawn too.")
    String chosenOthers();

    @Message("[others] and [more] more could be drawn too.")
    String chosenOthersMore();

    @Message("The settings category-column, x-column and y-column override this.")
    String chooseOtherwise();

    @Message("“[dataset]” has no categories yet.")
    String noCategoriesTitle();

    @Message("They appear here once its source lists them.")
    String noCategoriesBody();

    @Message("Its source could not list them. Retrying automatically.")
    String noCategoriesFailed();

    @Message("The figures could not be drawn.")
    String drawingFailedTitle();

    @Message("Retrying automatically.")
    String drawingAgain();

    @Message("The figures of this region could not be fetched; all rows are shown.")
    String zoomFailedTitle();

    @Message("The rows were reduced where they are, and no region of them can be drawn anew.")
    String regionReduced();

    @Message("All rows are shown: the region in the address does not fit.")
    String misfitTitle();

    @Message("[axis] is a column of times here, and the region names numbers.")
    String misfitTimes();

    @Message("[axis] is a column of numbers here, and the region names times.")
    String misfitNumbers();

    @Message("Remove the region")
    String misfitLeave();

    @Message("Refresh requested.")
    String refreshAsked();

    @Message("Already fresh: nothing changed.")
    String alreadyFresh();

    @Message("Refreshed.")
    String refreshed();

    @Message("That did not work: [message]")
    String actionFailed();

    @Message("[done] of [count] recomputed")
    String recomputeProgress();

    @Message("[failed] failed")
    String recomputeFailures();

    @Message("All recomputed.")
    String recomputeDone();

    @Message("No news for a while; it continues in the background.")
    String recomputeQuiet();

    @Message("Copied.")
    String copied();

    @Message("Paused, [count] [count|change waits|changes wait]")
    String pausedWaiting();
}
