// Comfort in the grid of a week: blank numbers fill up as rows are used, versions narrow to the type, the weekday
// follows the date. Without this script the server numbers the rows, and every version is in the list.
"use strict";
{
  const grid = document.querySelector(".week-grid");
  const rows = [...(grid?.querySelectorAll("[data-row]") ?? [])].map((row) => ({
    row, ...Object.fromEntries([...row.querySelectorAll("input, select")].map((box) => [box.name.replace(/^row-\d+-/, ""), box])),
  }));
  const weekdays = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", timeZone: "UTC" });

  const isUsed = ({ category, crs_cutoff, invitations }) =>
    [category, crs_cutoff, invitations].some((box) => box.value.trim());

  // As draws.numbers.propose(): each blank follows the number before it, in the order of the dates.
  const propose = () => {
    const proposed = new Map();
    let next = Number(grid.dataset.next);
    const used = rows.filter(isUsed).sort((one, other) => (one.date.value || "9999").localeCompare(other.date.value || "9999"));
    for (const row of used) {
      proposed.set(row, String(next));
      const own = row.number.dataset.typed ? parseInt(row.number.value, 10) : next;
      if (own >= next) next = own + 1;
    }
    return proposed;
  };

  const fill = () => {
    const proposed = propose();
    for (const row of rows) {
      if (!row.number.dataset.typed) row.number.value = proposed.get(row) ?? "";
    }
  };

  const narrow = ({ category, version }) => {
    const others = [...version.options].filter((option) => option.value && option.dataset.category !== category.value);
    for (const option of version.options) option.hidden = Boolean(category.value) && others.includes(option);
    if (others.includes(version.selectedOptions[0])) version.value = "";
  };

  const nameDay = ({ row, date }) => {
    row.querySelector("[data-weekday]").textContent = date.valueAsDate ? weekdays.format(date.valueAsDate) : "";
  };

  if (rows.length) {
    // What comes filled in was typed, unless it is what would be proposed.
    const proposed = propose();
    for (const row of rows) {
      if (row.number.value && row.number.value !== proposed.get(row)) row.number.dataset.typed = "yes";
      if (row.category.value) narrow(row);
      row.number.addEventListener("input", () => {
        if (row.number.value) row.number.dataset.typed = "yes";
        else delete row.number.dataset.typed;
      });
      row.category.addEventListener("change", () => narrow(row));
      row.date.addEventListener("change", () => nameDay(row));
    }
    grid.addEventListener("change", fill);
  }
}
