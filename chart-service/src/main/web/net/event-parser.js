// Reads server-sent events from the text of their stream, as the standard of HTML defines them.

/** Puts events together out of the pieces of text in which they come. */
export class EventParser {
  /** @param {(name: string, data: string, id: string) => void} heard `id`: the last one that was given */
  constructor(heard) {
    this.heard = heard;
    this.rest = '';
    this.id = '';
    this.clear();
  }

  /** @param {string} text */
  push(text) {
    const lines = (this.rest + text).split(/\r\n|\n|\r(?=[^])/);
    this.rest = lines.pop();
    lines.forEach((line) => this.line(line));
  }

  /** What begins with a colon is a comment, and an empty line ends an event. */
  line(line) {
    if (line === '') {
      this.end();
      return;
    }
    const [, name, value] = /^([^:]*):? ?([^]*)$/.exec(line);
    if (name === 'event') {
      this.name = value;
    } else if (name === 'data') {
      this.data.push(value);
    } else if (name === 'id' && !value.includes('\0')) {
      this.id = value;
    }
  }

  end() {
    if (this.data.length) {
      this.heard(this.name, this.data.join('\n'), this.id);
    }
    this.clear();
  }

  clear() {
    this.name = 'message';
    this.data = [];
  }
}
