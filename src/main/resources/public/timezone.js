// Names the time zones to choose from, and knows that of this browser: it stands in the field of who
// has none yet, and is offered to who has another.
(function () {
  "use strict";

  const field = document.getElementById("timezone");
  if (!field || !window.Intl) {
    return;
  }
  const all = Intl.supportedValuesOf ? Intl.supportedValuesOf("timeZone") : [];
  document.getElementById("zones").append(...all.map((zone) => new Option(zone, zone)));
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // What a browser says that does not know where it is.
  const known = here && here !== "Etc/Unknown";
  const offer = document.querySelector("[data-use]");
  if (!known) {
    return;
  }
  if (offer) {
    propose();
  } else if (field.value === field.defaultValue) {
    field.value = here; // A page that is come back to keeps what was written.
  }

  function propose() {
    const use = document.createElement("button");
    use.type = "button";
    use.className = "link";
    use.textContent = here;
    use.addEventListener("click", () => {
      field.value = here;
      offer.hidden = true;
      field.focus();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    offer.append(offer.dataset.use + " ", use);
    offer.hidden = field.value === here;
  }
})();
