// What follows from what the event stream says.

/** @param {import('./visit.js').Visit} visit */
export function hearing(visit) {
  return {
    opened: () => visit.connected(),
    signal: (signal, id) => {
      visit.neighbours.doubt(signal);
      if (!visit.order.isNews(signal, id)) {
        return;
      }
      visit.listener.heard(signal);
      visit.live.take(signal, visit.awaits(signal));
    },
    changes: () => {
      visit.neighbours.doubtAll();
      visit.live.takeMore();
      Object.values(visit.trackers).filter((one) => one?.view.asked && !one.asking).forEach((one) => one.ask());
    },
    lost: () => {
      visit.neighbours.shut();
      if (!visit.lost) {
        visit.lost = { since: Date.now() };
        visit.listener.happened('lost');
        // A stream does not say why it was refused; a call does, and leads to the login where that has ended.
        visit.api.fetchDatasets().catch(() => {});
      }
      visit.listener.changed();
    },
  };
}
