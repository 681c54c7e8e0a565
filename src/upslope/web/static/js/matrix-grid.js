// <matrix-grid>: cells one can walk with the arrows; Tab goes from cell to cell as everywhere.
class MatrixGrid extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", (event) => this.#move(event));
    this.addEventListener("paste", (event) => this.#paste(event));
  }

  get #cells() {
    return [...this.querySelectorAll("input")];
  }

  get #columns() {
    return getComputedStyle(this).gridTemplateColumns.split(" ").length;
  }

  #move(event) {
    const cells = this.#cells;
    const here = cells.indexOf(event.target);
    const columns = this.#columns;
    const { selectionStart: start, selectionEnd: end, value } = event.target;
    const steps = {
      ArrowUp: -columns,
      ArrowDown: columns,
      ArrowLeft: start === 0 && end === 0 ? -1 : 0,
      ArrowRight: start === value.length ? 1 : 0,
    };
    const step = steps[event.key] ?? 0;
    const goal = cells[here + step];
    if (step === 0 || goal === undefined) return;
    event.preventDefault();
    goal.focus();
    goal.select();
  }

  // A block copied from a table or typed as "1 2; 3 4" fills the cells from here on.
  #paste(event) {
    const text = event.clipboardData?.getData("text") ?? "";
    const rows = text.trim().split(/[\n;]+/).map((row) => row.trim().split(/[\s,&]+/));
    if (rows.length === 1 && rows[0].length === 1) return;
    event.preventDefault();
    const cells = this.#cells;
    const columns = this.#columns;
    const start = cells.indexOf(event.target);
    rows.forEach((row, i) => row.forEach((entry, j) => {
      const column = (start % columns) + j;
      const cell = cells[start - (start % columns) + i * columns + column];
      if (cell && column < columns) cell.value = entry.replace(/^[[(]+|[\])]+$/g, "");
    }));
    event.target.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

customElements.define("matrix-grid", MatrixGrid);
