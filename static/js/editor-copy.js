// Keeps a copy of an article's form in this browser while it is written, and offers it where it was not saved: after a
// crash, or when the login had ended. One copy a page that was opened, under the user, the article and a name that the
// form sends along; the server gives the name back when it has saved, and static/js/admin.js drops the copy then, or after
// a week, or at logging out. The history of the article has only what was saved.
"use strict";
{
  const DELAY = 400;
  const section = document.querySelector(".editor-preview");
  const form = editorText.form();
  const { user, article } = section.dataset;
  // A form that came back with errors goes on under its name.
  const again = section.dataset.copy?.match(/^[0-9a-z]{8,40}$/)?.[0];
  const name = again ?? [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(36).padStart(2, "0")).join("");
  const owned = `eedraws:copy:${user}:${article}:`;
  const key = owned + name;
  // Not what was written, but how it is sent.
  const ASIDE = /^(?:csrfmiddlewaretoken|seen|copy|_.*|.*-__prefix__-.*)$/;
  let timer, leaving;

  const values = () => {
    const found = {};
    for (const [field, value] of new FormData(form)) {
      if (!ASIDE.test(field) && typeof value === "string") (found[field] ??= []).push(value);
    }
    return found;
  };
  const same = (a, b) => JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
  const first = "unsaved" in section.dataset ? {} : values();
  const isDirty = () => !same(first, values());

  const store = (place, copy) => {
    try {
      if (copy) localStorage.setItem(place, JSON.stringify(copy));
      else localStorage.removeItem(place);
    } catch {
      // Full, or not allowed: the form works without.
    }
  };
  const keep = () => {
    clearTimeout(timer);
    store(key, isDirty() && { time: Date.now(), fields: values() });
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, DELAY);
  };

  const sent = document.createElement("input");
  sent.type = "hidden";
  sent.name = "copy";
  sent.value = name;
  form.append(sent);
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  for (const event of ["formset:added", "formset:removed"]) document.addEventListener(event, later);
  form.addEventListener("submit", (event) => {
    // The preview goes into its frame, and nobody leaves.
    if (event.defaultPrevented || event.submitter?.formTarget) return;
    keep();
    leaving = true;
  });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("beforeunload", (event) => {
    if (leaving || !isDirty()) return;
    keep();
    event.preventDefault();
  });

  // What this browser kept before, the newest first.
  const kept = () => {
    try {
      return Object.keys(localStorage)
        .filter((place) => place.startsWith(owned) && place !== key)
        .map((place) => ({ place, ...JSON.parse(localStorage.getItem(place)) }))
        .sort((a, b) => b.time - a.time);
    } catch {
      return [];
    }
  };

  const labelOf = (field) => {
    const element = form.elements[field];
    const input = element instanceof RadioNodeList ? element[0] : element;
    const own = input?.type === "checkbox" ? input.closest("fieldset")?.querySelector("legend") : input?.labels?.[0];
    return (own?.textContent ?? field).trim().replace(/:$/, "");
  };
  const wordsOf = (field, list) => (list ?? []).map((value) => {
    const element = form.elements[field];
    const inputs = element instanceof RadioNodeList ? [...element] : [element];
    const option = inputs.find((input) => input?.options)?.querySelector(`option[value="${CSS.escape(value)}"]`);
    const ticked = inputs.find((input) => input?.type === "checkbox" && input.value === value)?.labels[0];
    return (option ?? ticked)?.textContent.trim() ?? value;
  }).join(", ");

  // The lines in which two texts differ, without those before and after that are the same.
  const apart = (one, other) => {
    const [a, b] = [one, other].map((text) => text.replace(/\r\n/g, "\n").split("\n"));
    while (a.length && b.length && a[0] === b[0]) [a, b].forEach((lines) => lines.shift());
    while (a.length && b.length && a.at(-1) === b.at(-1)) [a, b].forEach((lines) => lines.pop());
    return [a.join("\n"), b.join("\n")];
  };

  const compare = (place, copy) => {
    const now = values();
    const list = document.createElement("dl");
    for (const field of new Set([...Object.keys(copy.fields), ...Object.keys(now)])) {
      const [one, other] = apart(wordsOf(field, now[field]), wordsOf(field, copy.fields[field]));
      if (one === other || /_FORMS$/.test(field)) continue;
      const term = document.createElement("dt");
      term.textContent = labelOf(field);
      list.append(term, ...[[place.dataset.saved, one], [place.dataset.kept, other]].map(([heading, words]) => {
        const value = document.createElement("dd");
        const strong = document.createElement("strong");
        strong.textContent = heading;
        const text = document.createElement("span");
        text.textContent = words || place.dataset.nothing;
        value.append(strong, text);
        return value;
      }));
    }
    place.replaceChildren(list);
    return list.children.length > 0;
  };

  const restore = ({ fields }) => {
    // Questions that the form has no place for yet.
    for (const [field, [count]] of Object.entries(fields).filter(([other]) => other.endsWith("-TOTAL_FORMS"))) {
      const group = document.getElementById(`${field.replace(/-TOTAL_FORMS$/, "")}-group`);
      for (let more = Number(count) - Number(form.elements[field]?.value); more > 0; more -= 1) group?.querySelector(".add-row a")?.click();
    }
    const place = {};
    for (const input of form.elements) {
      if (!input.name || ASIDE.test(input.name) || /_FORMS$/.test(input.name) || ["submit", "button"].includes(input.type)) continue;
      const list = fields[input.name] ?? [];
      const before = [input.checked, input.value].join();
      if (["checkbox", "radio"].includes(input.type)) input.checked = list.includes(input.value);
      else if (input.name in fields) input.value = list[place[input.name] = (place[input.name] ?? -1) + 1] ?? "";
      if (before !== [input.checked, input.value].join()) input.dispatchEvent(new Event("change", { bubbles: true }));
    }
    keep();
  };

  const offer = () => {
    const [copy] = kept();
    if (!copy) return;
    const box = document.getElementById("editor-copy").content.firstElementChild.cloneNode(true);
    if (!compare(box.querySelector("[data-differences]"), copy)) {
      store(copy.place);
      offer();
      return;
    }
    const heading = box.querySelector("h2");
    // "27 November at 14:05", in the time of this machine.
    const parts = { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
    const lang = document.documentElement.lang.replace(/^en$/, "en-GB");
    heading.textContent = heading.textContent.replace("%s", new Intl.DateTimeFormat(lang, parts).format(copy.time));
    const done = (isRestored) => {
      if (isRestored) restore(copy);
      store(copy.place);
      box.remove();
      form.querySelector("#id_title, textarea")?.focus();
      offer();
    };
    box.querySelector("[data-restore]").addEventListener("click", () => done(true));
    box.querySelector("[data-drop]").addEventListener("click", () => done(false));
    form.before(box);
  };
  offer();
  if ("unsaved" in section.dataset) keep();
}
