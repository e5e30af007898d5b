"use strict";
// Filters, keys and copying. The page says everything without it.
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const cards = [...document.querySelectorAll(".finding")].map((card) => ({
    card,
    severity: [card.dataset.severity],
    kind: [card.dataset.kind],
    source: card.dataset.source.split(" "),
    words: card.textContent.toLowerCase(),
  }));

  // What is asked for: for each facet the values chosen, of which a finding must have one; none chosen is all.
  const asked = () => {
    const data = new FormData(form);
    const words = data.get("words").trim().toLowerCase();
    const facets = Object.fromEntries(
      ["severity", "kind", "source"].map((name) => [name, data.getAll(name).filter(Boolean)]));
    return { facets, words };
  };
  const matches = (one, { facets, words }, except) =>
    one.words.includes(words) &&
    Object.entries(facets).every(([name, values]) =>
      name === except || !values.length || values.some((value) => one[name].includes(value)));

  const show = () => {
    const query = asked();
    let shown = 0;
    for (const one of cards) {
      one.card.hidden = !matches(one, query);
      shown += !one.card.hidden;
    }
    for (const choice of form.querySelectorAll("input[name=severity], input[name=kind], option[data-label]")) {
      const name = choice.name || "source";
      const count = cards.filter((one) => matches(one, query, name) && one[name].includes(choice.value)).length;
      if (choice.dataset.label) choice.textContent = `${choice.dataset.label} (${count})`;
      else choice.parentElement.querySelector(".count").textContent = count;
    }
    document.getElementById("shown").textContent =
      shown === cards.length ? `All ${shown} shown.` : `${shown} of ${cards.length} shown.`;
    document.getElementById("nothing").hidden = shown > 0;
    document.getElementById("show-all").hidden = shown === cards.length;
  };

  // The address keeps the filters, so that a view can be sent to a colleague.
  const keep = () => {
    const kept = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    history.replaceState(null, "", kept.size ? `#${kept}` : location.pathname + location.search);
  };
  const restore = () => {
    if (!location.hash.includes("=")) return;
    const kept = new URLSearchParams(location.hash.slice(1));
    for (const field of form.elements) {
      if (field.type === "checkbox" && field.name) field.checked = kept.getAll(field.name).includes(field.value);
      else if (field.name && kept.has(field.name)) field.value = kept.get(field.name);
    }
    show();
  };
  const clear = () => { form.reset(); show(); };

  // A link to a finding that is filtered out shows it.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const card = target && target.closest(".finding");
    if (card && card.hidden) { clear(); target.scrollIntoView(); }
    if (card) card.focus({ preventScroll: true });
  };

  const step = (by) => {
    const visible = cards.map((one) => one.card).filter((card) => !card.hidden);
    const here = visible.findIndex((card) => card.contains(document.activeElement));
    const next = visible[here < 0 ? (by > 0 ? 0 : visible.length - 1) : here + by];
    if (next) { next.focus(); next.scrollIntoView({ block: "start" }); }
  };
  const words = document.getElementById("words");
  const keys = { j: () => step(1), k: () => step(-1), "/": () => words.focus() };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("select, input:not([type=checkbox])");
    if (event.key === "Escape" && event.target === words) { words.value = ""; show(); keep(); words.blur(); }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !document.getElementById("keys").checked) return;
    if (Object.hasOwn(keys, event.key)) { event.preventDefault(); keys[event.key](); }
  });

  form.addEventListener("input", () => { show(); keep(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { show(); keep(); }));
  document.getElementById("clear-all").addEventListener("click", () => { clear(); keep(); });
  window.addEventListener("hashchange", () => { restore(); reveal(); });

  for (const button of document.querySelectorAll(".copy")) {
    const line = button.previousElementSibling;
    button.hidden = false;
    button.addEventListener("click", async () => {
      getSelection().selectAllChildren(line);
      try {
        await navigator.clipboard.writeText(line.textContent);
        button.textContent = "Copied";
      } catch { button.textContent = "Selected"; }
    });
  }

  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
  });
  window.addEventListener("afterprint", () => { for (const details of folded) details.open = false; });

  form.hidden = false;
  show();
  restore();
  if (location.hash && !location.hash.includes("=")) reveal();
})();
