// Start what a page needs. Everything works without these files; they make it quicker and quieter.
import { startKeys } from "./keys.js";
import { startToasts } from "./toasts.js";
import { startForms } from "./forms.js";
import { startScrollers } from "./scrollers.js";

document.documentElement.classList.add("js");
startKeys();
startToasts();
startForms();
startScrollers();

// The next thing to do has the focus, without scrolling past what is to be read before it.
document.querySelector("[data-focus]")?.focus({ preventScroll: true });

const present = (selector) => document.querySelector(selector) !== null;
if (present("#player")) import("./player.js").then(({ startPlayer }) => startPlayer());
if (present("concept-map")) import("./concept-map.js");
if (present("full-map")) import("./full-map.js");
