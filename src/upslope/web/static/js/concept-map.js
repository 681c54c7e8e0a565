// <concept-map>: arrows walk the lines (up and down) and the steps (left and right); Enter opens the link.
class ConceptMap extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", (event) => {
      const link = event.target.closest("a[data-id]");
      const goal = link && this.#goal(link, event.key);
      if (!goal) return;
      event.preventDefault();
      goal.focus();
    });
  }

  #goal(link, key) {
    if (key === "ArrowUp") return this.#nearest(link, link.dataset.up);
    if (key === "ArrowDown") return this.#nearest(link, link.dataset.down);
    if (key === "ArrowLeft") return this.#beside(link, -1);
    if (key === "ArrowRight") return this.#beside(link, 1);
    return null;
  }

  #at(link) {
    const box = link.querySelector(".box");
    return Number(box.getAttribute("x"));
  }

  #nearest(link, names) {
    const links = (names ?? "").split(" ").map((id) => this.querySelector(`a[data-id="${CSS.escape(id)}"]`));
    const here = this.#at(link);
    return links
      .filter((each) => each !== null)
      .sort((a, b) => Math.abs(this.#at(a) - here) - Math.abs(this.#at(b) - here))[0];
  }

  #beside(link, step) {
    const row = [...this.querySelectorAll(`a[data-layer="${link.dataset.layer}"]`)];
    row.sort((a, b) => this.#at(a) - this.#at(b));
    return row[row.indexOf(link) + step];
  }
}

customElements.define("concept-map", ConceptMap);
