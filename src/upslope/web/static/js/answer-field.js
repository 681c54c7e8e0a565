// <answer-field>: a plain text input that becomes a formula editor where that helps.
//
// The input stays the form's field: the editor mirrors its LaTeX into it and sets "syntax". Whoever prefers
// signs in one line switches with the button; the choice is remembered. Without JavaScript it stays an input.
import { entry, rememberEntry } from "./preferences.js";
import { joinNames, loadMathLive, makeEditor } from "./mathlive.js";

const LABELS = { math: "Type as text", text: "Type as formula" };

class AnswerField extends HTMLElement {
  #input;
  #editor = null;
  #toggle;
  #symbols;

  connectedCallback() {
    if (this.#input) return;
    this.#input = this.querySelector("input.field");
    this.#toggle = this.querySelector("[data-toggle]");
    this.#symbols = this.querySelector("[data-symbols]");
    if (this.dataset.widget !== "math") return;
    if (this.#toggle) {
      this.#toggle.hidden = false;
      this.#toggle.addEventListener("click", () => this.#switchAll());
    }
    this.#symbols?.addEventListener("click", (event) => this.#insert(event));
    this.#label("text");
    if (this.#wanted() === "math") this.show("math");
  }

  /** What is in the field, as its syntax writes it. */
  get value() {
    return this.#input.value;
  }

  /** Replace what is in the field, as a suggestion does. */
  set value(text) {
    this.#input.value = text;
    if (this.#editor) this.#editor.setValue(text, { format: "auto", silenceNotifications: true });
    this.#announce();
  }

  focusField() {
    (this.#editor ?? this.#input).focus();
  }

  get kind() {
    return this.#editor ? "math" : "text";
  }

  /** Change to the formula editor or back, taking along what was typed. */
  async show(kind) {
    if (kind === this.kind) return;
    if (kind === "math") await this.#toMath();
    else this.#toText();
    this.#label(this.kind);
  }

  #wanted() {
    const syntax = this.#syntax()?.value;
    if (this.#input.value) return syntax === "latex" ? "math" : "text";
    return entry();
  }

  #syntax() {
    return this.#input.form?.elements.namedItem("syntax");
  }

  #label(kind) {
    if (this.#toggle) this.#toggle.textContent = LABELS[kind];
    if (this.#symbols) this.#symbols.hidden = kind !== "math";
  }

  async #toMath() {
    const MathfieldElement = await loadMathLive(this.closest("#player").dataset);
    if (this.#editor || !this.isConnected) return;
    const focused = document.activeElement === this.#input;
    const text = this.#input.value;
    const syntax = this.#syntax();
    if (text && document.activeElement === this.#input && syntax?.value !== "latex" && !this.switching) {
      return; // The learner began to type while the editor was loading: the line stays a line.
    }
    const label = this.querySelector("label")?.textContent ?? "Your answer";
    this.#editor = makeEditor(MathfieldElement, label, this.#input);
    this.#input.hidden = true;
    this.#input.after(this.#editor);
    const format = syntax?.value === "latex" ? "latex" : "ascii-math";
    this.#editor.setValue(text, { format, silenceNotifications: true });
    if (syntax) syntax.value = "latex";
    this.#editor.addEventListener("input", () => this.#mirror());
    this.#mirror();
    if (focused || this.#input.autofocus) requestAnimationFrame(() => this.#editor?.focus());
  }

  #toText() {
    this.#input.value = joinNames(this.#editor.getValue("ascii-math"));
    const focused = document.activeElement === this.#editor;
    this.#editor.remove();
    this.#editor = null;
    this.#input.hidden = false;
    const syntax = this.#syntax();
    if (syntax) syntax.value = "text";
    if (focused) this.#input.focus();
    this.#announce();
  }

  #mirror() {
    this.#input.value = this.#editor.getValue("latex");
    this.#announce();
  }

  #announce() {
    this.#input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  async #switchAll() {
    const kind = this.kind === "math" ? "text" : "math";
    rememberEntry(kind);
    // One response has one syntax, so the fields of all parts change together.
    for (const field of this.#input.form.querySelectorAll("answer-field")) {
      if (field.dataset.widget !== "math") continue;
      field.switching = true;
      await field.show(kind);
      field.switching = false;
    }
    this.focusField();
  }

  #insert(event) {
    const latex = event.target.closest("[data-insert]")?.dataset.insert;
    if (!latex || !this.#editor) return;
    this.#editor.insert(latex, { focus: true, selectionMode: "placeholder" });
  }
}

customElements.define("answer-field", AnswerField);
