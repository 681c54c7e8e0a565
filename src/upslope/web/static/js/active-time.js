// Measure the time spent on a question: hidden tabs and minutes without a sign of life do not count.
const IDLE_MS = 60_000;
const TICK_MS = 1000;

export class ActiveTime {
  #spent;
  #last = performance.now();
  #sign = performance.now();

  constructor(spent) {
    this.#spent = spent;
    for (const kind of ["keydown", "pointerdown", "pointermove", "scroll", "input"]) {
      document.addEventListener(kind, () => this.#alive(), { passive: true, capture: true });
    }
    document.addEventListener("visibilitychange", () => this.#count());
    setInterval(() => this.#count(), TICK_MS);
  }

  /** Active milliseconds so far. */
  get milliseconds() {
    this.#count();
    return Math.round(this.#spent);
  }

  /** Begin a new question. */
  reset(spent) {
    this.#count();
    this.#spent = spent;
    this.#sign = performance.now();
  }

  #alive() {
    this.#count();
    this.#sign = performance.now();
  }

  #count() {
    const now = performance.now();
    const until = Math.min(now, this.#sign + IDLE_MS);
    if (document.visibilityState === "visible" && until > this.#last) this.#spent += until - this.#last;
    this.#last = now;
  }
}

/** Say a duration as the page says it: 1 min 20 s. */
export function said(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  return minutes < 10 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`;
}
