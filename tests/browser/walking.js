// Notes, at each press of Tab, what has the focus by then: window.walk.stops.
(() => {
  const CONTROLS = "a[href], button, input, select, textarea, summary, iframe, [tabindex]";
  const stops = [];
  const seen = [];
  let isRound = false;

  const channels = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return { rgb: colour.startsWith("color(") ? [red, green, blue] : [red, green, blue].map((part) => part / 255), alpha };
  };
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const backdrop = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { rgb, alpha } = channels(getComputedStyle(at).backgroundColor);
      if (alpha === 1) return rgb;
    }
    return [1, 1, 1];
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  // Of nine points of what lies in the window of it, how many are not covered by something else.
  const uncovered = (element) => {
    const room = document.documentElement;
    let best = 0;
    for (const box of element.getClientRects()) {
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, room.clientWidth)];
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, room.clientHeight)];
      if (right - left < 4 || bottom - top < 4) continue;
      const shares = [0.1, 0.5, 0.9];
      const hits = shares.flatMap((x) => shares.map((y) => document.elementFromPoint(left + x * (right - left), top + y * (bottom - top))));
      best = Math.max(best, hits.filter((hit) => hit && (element.contains(hit) || hit.contains(element) && getComputedStyle(element).display === "inline")).length);
    }
    return best;
  };

  const describe = (element) => {
    const text = (element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent).trim();
    return `${element.tagName.toLowerCase()} “${text.replace(/\s+/g, " ").slice(0, 60)}”`;
  };

  // Where boxes are moved, the browser may go through them as they stand instead.
  const isMoved = (one, other) => {
    for (let at = one.parentElement; at; at = at.parentElement) {
      if (at.contains(other)) return getComputedStyle(at).readingFlow !== "normal";
    }
  };

  const note = (element) => {
    const style = getComputedStyle(element);
    const inset = parseFloat(style.outlineOffset) < 0;
    const [first] = element.getClientRects();
    const last = seen.at(-1);
    return {
      name: describe(element),
      outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
      contrast: contrast(channels(style.outlineColor).rgb, backdrop(inset ? element : element.parentElement)),
      uncovered: uncovered(element),
      isBack: Boolean(last && element.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING && !isMoved(element, last)),
      isInRow: Boolean(last && element.closest("tr") && element.closest("tr") === last.closest("tr")),
      left: first.left + scrollX,
      top: first.top + scrollY,
      right: first.right + scrollX,
      bottom: first.bottom + scrollY,
    };
  };

  // What a page has to reach: the chosen one, or the first, of a group of radio buttons stands for it.
  const reachable = () => {
    const groups = new Set();
    return [...document.querySelectorAll(CONTROLS)].filter((element) => {
      if (element.tabIndex < 0 || element.disabled || !element.checkVisibility({ visibilityProperty: true })) return false;
      if (element.type !== "radio") return true;
      const isFirst = !groups.has(element.name);
      groups.add(element.name);
      return isFirst;
    });
  };

  addEventListener("keydown", ({ key }) => {
    const element = document.activeElement;
    // A part of a control that is the browser's own, such as the calendar of a date, shows the focus itself.
    if (key !== "Tab" || isRound || !element.matches(":focus, body")) return;
    if (element === document.body || element === seen[0]) {
      isRound = seen.length > 0;
    } else {
      stops.push(note(element));
      seen.push(element);
    }
  }, true);

  window.walk = {
    stops,
    isRound: () => isRound,
    missed: () => reachable().filter((element) => !seen.includes(element)).map(describe),
    here: () => note(document.activeElement),
    // Every element in turn as if the keyboard had brought the focus there: onwards, and back again.
    all: () => {
      const elements = reachable();
      return [...elements, ...elements.toReversed()].map((element) => {
        element.focus({ focusVisible: true });
        return note(element);
      });
    },
  };
})();
