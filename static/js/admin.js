// Names for what the admin's own scripts make without one. Nothing here is needed to save.
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

  // After the scripts that make them: jQuery calls in the order in which it was asked, some time after the page is read.
  window.django?.jQuery?.(nameBoxes);
  document.addEventListener("formset:added", nameBoxes);
  addEventListener("load", () => {
    namePictures();
    nameColumns();
  });
}
