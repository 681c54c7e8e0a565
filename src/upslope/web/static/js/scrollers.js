// A formula wider than its column scrolls in itself; only then it becomes a stop for Tab, so that arrows reach it.
const CANDIDATES = ".katex-display, .said > span:last-child, .field.done, .prose table";
const QUIET_MS = 150;
let timer = 0;

function mark(element) {
  const scrolls = element.scrollWidth > element.clientWidth + 1;
  if (scrolls && !element.hasAttribute("tabindex")) {
    element.tabIndex = 0;
    element.dataset.scroller = "";
  } else if (!scrolls && element.dataset.scroller !== undefined) {
    element.removeAttribute("tabindex");
    delete element.dataset.scroller;
  }
}

/** Look at everything that may scroll sideways. */
export function markScrollers() {
  document.querySelectorAll(CANDIDATES).forEach(mark);
}

/** Look again whenever the page changes its width or its contents. */
export function startScrollers() {
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(markScrollers, QUIET_MS);
  };
  markScrollers();
  document.fonts?.ready.then(markScrollers);
  addEventListener("resize", soon);
  new MutationObserver(soon).observe(document.querySelector("#main") ?? document.body, { childList: true, subtree: true });
}
