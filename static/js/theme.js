// Light or dark: the system's choice until the reader makes another, which this browser remembers. Runs before the
// page is painted. Django's admin keeps its choice in the same place, under the same name.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

  function remembered() {
    try {
      const theme = localStorage.getItem("theme");
      return ["light", "dark"].includes(theme) ? theme : "";
    } catch {
      return "";
    }
  }

  function show(theme) {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    for (const meta of document.querySelectorAll("meta[name=theme-color]")) {
      meta.content = isDark() ? meta.dataset.dark : meta.dataset.light;
    }
    document.querySelector("[data-theme-switch]")?.setAttribute("aria-pressed", isDark());
  }

  function remember(theme) {
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // A browser that keeps nothing: the choice lasts as long as the page.
    }
  }

  show(remembered());
  addEventListener("storage", ({ key }) => key === "theme" && show(remembered()));
  system.addEventListener("change", () => show(remembered()));
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-switch]");
    show(remembered());
    button.hidden = false;
    button.addEventListener("click", () => {
      const dark = !isDark();
      // Back at what the system shows, the page follows the system again.
      const theme = dark === system.matches ? "" : dark ? "dark" : "light";
      remember(theme || "auto");
      show(theme);
    });
  });
})();
