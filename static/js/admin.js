// Names for what the admin's own scripts make without one, and order among the copies of what is written. Nothing here
// is needed to save.
"use strict";
{
  // select2 names its box by what was chosen alone: the label of its field comes first.
  const nameBoxes = () => {
    for (const select of document.querySelectorAll("select.select2-hidden-accessible")) {
      const [label] = select.labels;
      const box = select.parentElement.querySelector("[role=combobox]");
      const chosen = box?.querySelector("[role=textbox]");
      if (!label || !chosen || chosen.hasAttribute("aria-labelledby")) continue;
      label.id ||= `${select.id}_label`;
      box.setAttribute("aria-labelledby", `${label.id} ${chosen.id}`);
      chosen.setAttribute("aria-labelledby", label.id);
    }
  };

  // A picture that stands for words says so.
  const namePictures = () => {
    for (const picture of document.querySelectorAll(".selector span[aria-label]")) picture.setAttribute("role", "img");
  };

  // The column that holds what a row is called has no header.
  const nameColumns = () => {
    for (const header of document.querySelectorAll(".tabular th.original:empty")) {
      header.textContent = header.closest(".tabular").querySelector(".inline-heading").textContent.trim();
    }
  };

  // Copies of articles that this browser keeps while they are written (editor-copy.js). What the server says it has saved
  // needs none; a week is long enough for the others; and whoever logs out leaves none behind for the next at the machine.
  const COPY = "eedraws:copy:";
  const WEEK = 7 * 24 * 3600 * 1000;
  const keepCopies = (isKept) => {
    try {
      for (const key of Object.keys(localStorage).filter((name) => name.startsWith(COPY))) {
        if (!isKept(key, JSON.parse(localStorage.getItem(key)))) localStorage.removeItem(key);
      }
    } catch {
      // A browser that keeps nothing has nothing to drop.
    }
  };
  const [, saved] = location.hash.match(/^#saved-([0-9a-z]{8,40})$/) ?? [];
  keepCopies((key, copy) => Date.now() - copy.time < WEEK && !(saved && key.endsWith(`:${saved}`)));
  if (saved) history.replaceState(history.state, "", location.pathname + location.search);
  document.addEventListener("submit", ({ target }) => {
    if (target.id === "logout-form") addEventListener("pagehide", () => keepCopies(() => false), { once: true });
  });

  // After the scripts that make them: jQuery calls in the order in which it was asked, some time after the page is read.
  window.django?.jQuery?.(nameBoxes);
  document.addEventListener("formset:added", nameBoxes);
  addEventListener("load", () => {
    namePictures();
    nameColumns();
  });
}
