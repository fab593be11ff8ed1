package io.figcast.chart.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the page has to say of what happens: states, progress, failures, and how it all ended. Written as {@link Words} are;
 * in Chinese in {@code messages/news_zh-CN.properties}.
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

    @Message("It is asked again by itself.")
    String unavailableBody();

    @Message("There is no category “[category]” in “[dataset]”.")
    String unknownTitle();

    @Message("Choose one from the list.")
    String unknownBody();

    @Message("This dataset cannot be drawn over this column.")
    String unknownColumnTitle();

    @Message("There is no dataset “[dataset]”.")
    String unknownDatasetTitle();

    @Message("No dataset is there yet.")
    String noDatasetsTitle();

    @Message("Put one's own file on the page with the line below, or name datasets in compute-service's configuration. They appear here by themselves.")
    String noDatasetsBody();

    @Message("“[dataset]” is being read.")
    String datasetReadingTitle();

    @Message("[part] is read so far.")
    String datasetReadingPart();

    @Message("Its categories appear here by themselves.")
    String datasetReadingBody();

    @Message("[lines] [lines|line|lines] of [file] could not be read and [lines|was|were] left out.")
    String linesLeftOut();

    @Message("The first is line [line]: [fault].")
    String firstLeftOut();

    @Message("The first is line [line] of [file]: [fault].")
    String firstLeftOutOf();

    @Message("[found] [found|column|columns] instead of [columns]")
    String faultColumns();

    @Message("a quote that is not closed, or text behind a closing one")
    String faultQuote();

    @Message("it is too long")
    String faultLength();

    @Message("it is not in the encoding of the file")
    String faultEncoding();

    @Message("[files] files")
    String severalFiles();

    @Message("Chosen were category [category], x [x] and y [y].")
    String columnsChosen();

    @Message("all rows")
    String chosenAllRows();

    @Message("the number of the row")
    String chosenRowNumber();

    @Message("[others] could be drawn too.")
    String chosenOthers();

    @Message("[others] and [more] more could be drawn too.")
    String chosenOthersMore();

    @Message("The settings category-column, x-column and y-column choose otherwise.")
    String chooseOtherwise();

    @Message("“[dataset]” has no categories yet.")
    String noCategoriesTitle();

    @Message("They appear here by themselves once its source lists them.")
    String noCategoriesBody();

    @Message("Its source could not be asked for them; that is tried again by itself.")
    String noCategoriesFailed();

    @Message("The figures could not be drawn.")
    String drawingFailedTitle();

    @Message("It is tried again by itself.")
    String drawingAgain();

    @Message("The figures of this region could not be fetched; those of the whole are shown.")
    String zoomFailedTitle();

    @Message("The whole is shown: the region in the address does not fit.")
    String misfitTitle();

    @Message("[axis] is a column of times here, and the region names numbers.")
    String misfitTimes();

    @Message("[axis] is a column of numbers here, and the region names times.")
    String misfitNumbers();

    @Message("Forget the region")
    String misfitLeave();

    @Message("Refresh asked for.")
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

    @Message("Nothing heard for a while; it goes on in the background.")
    String recomputeQuiet();

    @Message("Copied.")
    String copied();

    @Message("Paused, [count] [count|change waits|changes wait]")
    String pausedWaiting();
}
