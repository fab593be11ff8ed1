// A page that nobody looks at gives its connection back after a while: browsers have few for one origin.

const AFTER = 60_000;

export class Rest {
  /** @param {{begin: () => void, end: () => void, none: () => void}} what happens when it begins or ends, or when somebody looks before */
  constructor(happens) {
    this.happens = happens;
    this.begun = false;
  }

  /** @param {boolean} hidden */
  seen(hidden) {
    clearTimeout(this.timer);
    if (hidden) {
      this.timer = setTimeout(() => {
        this.begun = true;
        this.happens.begin();
      }, AFTER);
    } else if (this.begun) {
      this.begun = false;
      this.happens.end();
    } else {
      this.happens.none();
    }
  }
}
