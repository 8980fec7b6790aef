// Suggests occupations as a reader types: a combobox over the answers of the form's own address. Without this script,
// and while an answer is on its way, the form is sent as ever.
"use strict";
{
  const box = document.querySelector("[data-suggestions]");
  const input = box.querySelector("input");
  const list = document.createElement("div");
  const status = document.createElement("p");
  list.className = "suggestions";
  list.hidden = true;
  status.className = "visually-hidden";
  status.role = "status";
  box.append(list, status);

  let chosen, timer, asked;
  const options = () => [...list.querySelectorAll("[role=option]")];

  const choose = (option) => {
    chosen?.setAttribute("aria-selected", "false");
    chosen = option;
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };

  const show = (isShown) => {
    choose();
    list.hidden = !isShown;
    input.setAttribute("aria-expanded", isShown);
  };

  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    status.textContent = "";
    show(false);
  };

  const suggest = async () => {
    asked = new AbortController();
    const query = new URLSearchParams({ q: input.value, suggest: 1 });
    try {
      const answer = await fetch(`${input.form.action}?${query}`, { signal: asked.signal });
      if (!answer.ok) return close();
      list.innerHTML = await answer.text();
    } catch {
      // Another letter was typed meanwhile, or the line is down.
      return;
    }
    status.textContent = list.querySelector("[data-count]").textContent;
    show(options().length > 0);
  };

  input.role = "combobox";
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", "job-suggestions");
  list.innerHTML = '<div id="job-suggestions" role="listbox"></div>';
  show(false);

  input.addEventListener("input", () => {
    clearTimeout(timer);
    asked?.abort();
    if (input.value.trim().length < 2) close();
    else timer = setTimeout(suggest, 150);
  });

  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || list.hidden) return;
    if (step) {
      const all = [undefined, ...options()];
      choose(all.at((all.indexOf(chosen) + step) % all.length));
    } else if (event.key === "Enter" && chosen) chosen.click();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });

  // A pressed option must not take the focus away before it is followed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
}
