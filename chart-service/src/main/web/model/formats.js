// Texts with places to fill in, and numbers and times as the reader's language writes them.

/**
 * Fills `[name]` with the value of that name and chooses from `[name|one|many]` by the number of that name.
 * @param {string} text
 * @param {Record<string, string | number>} values
 * @param {Formats} formats
 */
export function fill(text, values, formats) {
  return text.replace(/\[(\w+)(?:\|([^|\]]*)\|([^\]]*))?\]/g, (whole, name, one, many) => {
    const value = values[name];
    if (value === undefined) {
      return whole;
    }
    if (one !== undefined) {
      return formats.isOne(Number(value)) ? one : many;
    }
    return typeof value === 'number' ? formats.count(value) : value;
  });
}

/** How one language writes numbers, durations and times. */
export class Formats {
  /** @param {string} language */
  constructor(language) {
    this.language = language;
    /** Made when they are first needed: making one takes a while. @type {Record<string, Intl.NumberFormat>} */
    this.units = {};
    this.plural = new Intl.PluralRules(language);
    this.number = new Intl.NumberFormat(language);
    this.relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    this.moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
    this.list = new Intl.ListFormat(language, { style: 'narrow', type: 'unit' });
  }

  isOne(number) {
    return this.plural.select(number) === 'one';
  }

  count(number) {
    return this.number.format(number);
  }

  unit(number, unit, digits = 0) {
    const key = `${unit} ${digits}`;
    this.units[key] ??= new Intl.NumberFormat(this.language, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    return this.units[key].format(number);
  }

  /** @param {number} part from 0 to 1 */
  percent(part) {
    return part.toLocaleString(this.language, { style: 'percent' });
  }

  /** @param {number} millis */
  duration(millis) {
    const seconds = millis / 1000;
    if (millis < 1000) {
      return this.unit(Math.max(0, Math.round(millis)), 'millisecond');
    }
    if (seconds < 60) {
      return this.unit(Math.floor(seconds * 10) / 10, 'second', 1);
    }
    const minutes = Math.floor(seconds / 60);
    return minutes < 60
      ? this.two(minutes, 'minute', Math.floor(seconds % 60), 'second')
      : this.two(Math.floor(minutes / 60), 'hour', minutes % 60, 'minute');
  }

  /** A duration while it runs: whole seconds, so that the words stay quiet. */
  elapsed(millis) {
    return millis < 60_000 ? this.unit(Math.floor(Math.max(0, millis) / 1000), 'second') : this.duration(millis);
  }

  two(large, largeUnit, small, smallUnit) {
    const parts = [this.unit(large, largeUnit)];
    if (small > 0) {
      parts.push(this.unit(small, smallUnit));
    }
    return this.list.format(parts);
  }

  /** Where `at` lies as seen from `now`: "3 minutes ago", "in 7 hours". */
  ago(at, now) {
    const seconds = Math.round((at - now) / 1000);
    const size = Math.abs(seconds);
    if (size < 5) {
      return this.relative.format(0, 'second');
    }
    if (size < 60) {
      return this.relative.format(seconds, 'second');
    }
    if (size < 3600) {
      return this.relative.format(Math.trunc(seconds / 60), 'minute');
    }
    return size < 48 * 3600
      ? this.relative.format(Math.trunc(seconds / 3600), 'hour')
      : this.relative.format(Math.trunc(seconds / 86400), 'day');
  }

  /** A time of the data, which has no zone but UTC. */
  utc(at) {
    this.times ??= new Intl.DateTimeFormat(this.language, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });
    return this.times.format(at);
  }

  absolute(at) {
    return this.moment.format(at);
  }
}
