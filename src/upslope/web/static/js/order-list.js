// <order-list>: put items in order by buttons or Alt with the arrows. The selects stay the form's fields.
class OrderList extends HTMLElement {
  connectedCallback() {
    if (this.dataset.ready !== undefined) return;
    this.dataset.ready = "";
    this.addEventListener("click", (event) => {
      const button = event.target.closest("[data-move]");
      if (button) this.#move(button.closest("li"), Number(button.dataset.move), button);
    });
    this.addEventListener("keydown", (event) => {
      if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
      const item = event.target.closest("li");
      if (item === null) return;
      event.preventDefault();
      this.#move(item, event.key === "ArrowUp" ? -1 : 1, event.target);
    });
    this.#number();
  }

  get #items() {
    return [...this.querySelectorAll("ol > li")];
  }

  #move(item, step, focused) {
    const other = step < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (other === null) return;
    if (step < 0) other.before(item);
    else other.after(item);
    this.#items.forEach((each) => each.classList.toggle("moved", each === item));
    this.#number();
    const again = focused.disabled ? item.querySelector("[data-move]:not([disabled])") : focused;
    again?.focus();
    const place = this.#items.indexOf(item) + 1;
    this.querySelector("[data-said]").textContent = `Now number ${place} of ${this.#items.length}`;
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #number() {
    const items = this.#items;
    items.forEach((item, index) => {
      item.querySelector(".place").textContent = String(index + 1);
      item.querySelector("select").value = String(index + 1);
      item.querySelector('[data-move="-1"]').disabled = index === 0;
      item.querySelector('[data-move="1"]').disabled = index === items.length - 1;
    });
  }
}

customElements.define("order-list", OrderList);
