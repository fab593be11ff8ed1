// The figures of the categories beside the one on screen, fetched ahead: a step to one of them is shown in the next frame, and is
// confirmed by the service afterwards. Only what the service holds is fetched; nothing is computed for it.
import { stateAt } from './catalogue.js';

/** So many on either side: the next one is there while that after it comes. */
const REACH = 2;
const MOST = 8;

export class Neighbours {
  /** @param {(what: any) => Promise<any>} fetchHeld an answer, or undefined */
  constructor(fetchHeld) {
    this.fetchHeld = fetchHeld;
    this.hearing = false;
    /** The newest last; one without an answer is under way. @type {Map<string, {what: any, answer?: any}>} */
    this.kept = new Map();
  }

  /**
   * Fetches those around one category of a list, the next one first.
   * @param {any} what is on screen
   * @param {import('./choices.js').Choices | import('./choices.js').LongChoices} choices
   * @param {(name: string) => import('./catalogue.js').Category} present a category under the axes on screen
   * @param {number} now
   */
  fetchAround(what, choices, present, now) {
    const place = this.hearing ? choices.placeOf(what.category) : undefined;
    for (let distance = 1; place !== undefined && distance <= REACH; distance++) {
      for (const choice of [choices.at(place + distance), choices.at(place - distance)]) {
        const category = choice && present(choice.key);
        if (category && stateAt(category, now) === 'ready') {
          this.want({ ...what, category: choice.key });
        }
      }
    }
  }

  async want(what) {
    const key = JSON.stringify(what);
    const known = this.kept.get(key) ?? { what };
    this.kept.delete(key);
    this.kept.set(key, known);
    if (this.kept.size > MOST) {
      this.kept.delete(this.kept.keys().next().value);
    }
    if (known.fetched) {
      return;
    }
    known.fetched = true;
    known.answer = await this.fetchHeld(what).catch(() => undefined);
    if (!known.answer && this.kept.get(key) === known) {
      this.kept.delete(key);
    }
  }

  /** The answer that was fetched ahead, if it is still fresh. */
  of(what, now) {
    const answer = this.kept.get(JSON.stringify(what))?.answer;
    return answer && Date.parse(answer.staleAt) > now ? answer : undefined;
  }

  /** A signal tells of the category: what was fetched before, or is under way, may be of an older version. */
  doubt({ dataset, category, status, version }) {
    for (const [key, { what, answer }] of this.kept) {
      const same = status === 'ready' && answer?.version === version;
      if (what.dataset === dataset && what.category === category && !same) {
        this.kept.delete(key);
      }
    }
  }

  /** So it may be with all of them. */
  doubtAll() {
    this.kept.clear();
  }

  /** The signals of what is fetched are heard from now on. */
  open() {
    this.hearing = true;
  }

  /** Signals may be missed: nobody would tell that something fetched ahead has changed. */
  shut() {
    this.hearing = false;
    this.kept.clear();
  }
}
