// Comfort in the form of a draw: the version in force is proposed as type and date are chosen, and UTC stands
// beside Toronto time. Without this script the server does the same on saving.
"use strict";
{
  const offsetOf = (instant) => {
    const parts = new Intl.DateTimeFormat("en-CA", {
      timeZone: "America/Toronto", hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
      hour: "numeric", minute: "numeric", second: "numeric",
    }).formatToParts(instant);
    const part = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - instant;
  };

  // "2023-07-06T10:25:05" in Toronto as "2023-07-06 14:25:05 UTC".
  const inUTC = (local) => {
    const asIfUTC = Date.parse(`${local}Z`);
    const instant = asIfUTC - offsetOf(asIfUTC - offsetOf(asIfUTC));
    return new Date(instant).toISOString().replace("T", " ").replace(".000Z", " UTC");
  };

  const showUTC = (input) => {
    const output = document.createElement("output");
    output.className = "utc";
    output.htmlFor = input.id;
    input.after(output);
    const show = () => { output.value = input.value ? inUTC(input.value) : ""; };
    input.addEventListener("input", show);
    show();
  };

  const proposeVersion = (category, date, version) => {
    let proposed = "";
    const inForce = ({ dataset }) =>
      dataset.category === category.value
      && (!dataset.from || dataset.from <= date.value)
      && (!dataset.to || date.value <= dataset.to);
    const propose = () => {
      // What the editor has chosen stays, unless it is of another type.
      const chosen = version.selectedOptions[0];
      if (version.value && version.value !== proposed && chosen.dataset.category === category.value) return;
      proposed = (date.value && [...version.options].find(inForce)?.value) || "";
      version.value = proposed;
      version.dispatchEvent(new Event("change", { bubbles: true }));
    };
    category.addEventListener("change", propose);
    date.addEventListener("change", propose);
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("input[data-toronto]").forEach(showUTC);
    const [category, date, version] = ["category", "date", "version"].map((name) =>
      document.getElementById(`id_${name}`));
    if (!version) return;
    proposeVersion(category, date, version);
    // The browser says so when a date is typed half; without this it would be sent as blank.
    version.form.noValidate = false;
    version.form.addEventListener("invalid", ({ target }) => target.closest("details")?.setAttribute("open", ""), true);
  });
}
