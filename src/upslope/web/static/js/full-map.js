// <full-map>: zoom by buttons, wheel with Ctrl, or pinch; drag to move; the card names what is under the eye.
const MOST = 12;

class FullMap extends HTMLElement {
  #svg;
  #whole;
  #view;
  #card;
  #links;

  connectedCallback() {
    this.#svg = this.querySelector("svg");
    if (!this.#svg) return;
    const box = this.#svg.viewBox.baseVal;
    this.#whole = { x: box.x, y: box.y, width: box.width, height: box.height };
    this.#view = { ...this.#whole };
    this.#card = this.querySelector(".card");
    this.#links = [...this.#svg.querySelectorAll("a[data-id]")];
    const controls = this.querySelector(".controls");
    controls.hidden = false;
    controls.addEventListener("click", (event) => {
      const factor = event.target.closest("[data-zoom]")?.dataset.zoom;
      if (factor !== undefined) this.#zoom(Number(factor));
    });
    this.#svg.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    this.#drag();
    this.#rove();
    for (const kind of ["pointerover", "focusin"]) this.#svg.addEventListener(kind, (event) => this.#name(event));
    this.#svg.addEventListener("pointerleave", () => (this.#card.hidden = true));
  }

  #zoom(factor, center = { x: this.#view.x + this.#view.width / 2, y: this.#view.y + this.#view.height / 2 }) {
    if (factor === 0) return this.#show({ ...this.#whole });
    const width = Math.min(this.#whole.width, Math.max(this.#whole.width / MOST, this.#view.width / factor));
    const scale = width / this.#view.width;
    this.#show({
      x: center.x - (center.x - this.#view.x) * scale,
      y: center.y - (center.y - this.#view.y) * scale,
      width,
      height: this.#view.height * scale,
    });
  }

  #show(view) {
    const { x, y, width, height } = this.#whole;
    view.x = Math.min(Math.max(view.x, x - view.width * 0.2), x + width - view.width * 0.8);
    view.y = Math.min(Math.max(view.y, y - view.height * 0.2), y + height - view.height * 0.8);
    this.#view = view;
    this.#svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
  }

  #point(event) {
    const matrix = this.#svg.getScreenCTM().inverse();
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  }

  #wheel(event) {
    if (!event.ctrlKey) return; // A page that scrolls stays a page that scrolls.
    event.preventDefault();
    this.#zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, this.#point(event));
  }

  #drag() {
    let from = null;
    let moved = false;
    this.#svg.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch") return;
      from = { x: event.clientX, y: event.clientY, view: { ...this.#view } };
      moved = false;
    });
    this.#svg.addEventListener("pointermove", (event) => {
      if (from === null) return;
      const scale = 1 / this.#svg.getScreenCTM().a;
      const dx = (event.clientX - from.x) * scale;
      const dy = (event.clientY - from.y) * scale;
      if (Math.abs(event.clientX - from.x) + Math.abs(event.clientY - from.y) > 4) moved = true;
      if (moved) this.#svg.classList.add("dragging");
      this.#show({ ...from.view, x: from.view.x - dx, y: from.view.y - dy });
    });
    const end = () => {
      from = null;
      this.#svg.classList.remove("dragging");
    };
    this.#svg.addEventListener("pointerup", end);
    this.#svg.addEventListener("pointerleave", end);
    this.#svg.addEventListener("dragstart", (event) => event.preventDefault());
    this.#svg.addEventListener("click", (event) => moved && event.preventDefault(), { capture: true });
  }

  // One stop for Tab; the arrows go to the nearest concept in their direction.
  #rove() {
    const links = this.#links;
    links.forEach((link, index) => (link.tabIndex = index === 0 ? 0 : -1));
    const place = (link) => link.querySelector("circle");
    const at = (link) => [Number(place(link).getAttribute("cx")), Number(place(link).getAttribute("cy"))];
    const ways = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    this.#svg.addEventListener("keydown", (event) => {
      const link = event.target.closest("a[data-id]");
      const way = ways[event.key];
      if (!link || !way) return;
      event.preventDefault();
      const [x, y] = at(link);
      let best = null;
      let least = Infinity;
      for (const other of links) {
        const [ox, oy] = at(other);
        const along = (ox - x) * way[0] + (oy - y) * way[1];
        const aside = Math.abs((ox - x) * way[1]) + Math.abs((oy - y) * way[0]);
        const cost = along + 2.5 * aside;
        if (along > 0.5 && cost < least) [best, least] = [other, cost];
      }
      if (best === null) return;
      link.tabIndex = -1;
      best.tabIndex = 0;
      best.focus();
    });
  }

  // Name the concept, and draw the lines to what it rests on and what rests on it.
  #name(event) {
    const link = event.target.closest("a[data-id]");
    if (!link) return;
    this.#card.textContent = link.querySelector("title").textContent;
    this.#card.hidden = false;
    const links = this.#links;
    const at = (each) => {
      const place = each.querySelector("circle");
      return [Number(place.getAttribute("cx")), Number(place.getAttribute("cy"))];
    };
    const [x, y] = at(link);
    const lines = link.dataset.near.split(" ").filter(Boolean).map((place) => {
      const [ox, oy] = at(links[Number(place)]);
      return `M${x} ${y}C${x} ${(y + oy) / 2} ${ox} ${(y + oy) / 2} ${ox} ${oy}`;
    });
    this.querySelector(".near").setAttribute("d", lines.join("") || "M0 0");
  }
}

customElements.define("full-map", FullMap);
