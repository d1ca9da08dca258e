// The age of each time. It is counted here and not by the server, so that a page from a cache never states a wrong one.
const root = document.documentElement;
const words = new Intl.RelativeTimeFormat(root.lang, { numeric: "always" });

function age(time) {
  // A recording has a clock that stands still, but a page that was kept for offline use grows older.
  const isRecorded = root.dataset.now && time.closest("#offline") === null;
  const now = isRecorded ? Date.parse(root.dataset.now) : Date.now();
  const minutes = Math.max(0, Math.floor((now - Date.parse(time.dateTime)) / 60_000));
  return minutes === 0 ? root.dataset.justNow
    : minutes < 120 ? words.format(-minutes, "minute")
    : minutes < 48 * 60 ? words.format(-Math.floor(minutes / 60), "hour")
    : words.format(-Math.floor(minutes / (24 * 60)), "day");
}

// In a table the age is in the place of the time, which a pointer shows; in a sentence it follows the time.
function showAges() {
  for (const time of document.querySelectorAll("time[data-age]")) {
    const text = age(time);
    if (time.closest("td") !== null) {
      time.title ||= time.textContent;
      time.textContent = text;
    } else {
      time.dataset.age = ` (${text})`;
    }
  }
}

// The address decides the language; a browser that prefers Spanish is offered the page in Spanish.
function offerSpanish() {
  const line = document.querySelector("#other-language");
  const first = navigator.languages.find((language) => /^(en|es)\b/i.test(language));
  if (line !== null && first?.toLowerCase().startsWith("es")) {
    line.hidden = false;
  }
}

// The unit that was chosen last holds on pages whose address says none, in this browser only.
function rememberUnits() {
  const address = new URL(location.href);
  try {
    const chosen = address.searchParams.get("units");
    if (chosen !== null) {
      localStorage.setItem("units", chosen);
    } else if (localStorage.getItem("units") === "mm" && root.dataset.units !== undefined) {
      address.searchParams.set("units", "mm");
      location.replace(address);
    }
  } catch {
    // A browser that keeps nothing remembers nothing.
  }
}

// Loads the page again when LCRA's next report is due, unless something is being typed or the page is not seen.
function refreshWhenDue() {
  const due = Date.parse(root.dataset.due);
  const isTyping = document.activeElement?.matches("input, select, textarea") === true;
  if (!root.dataset.now && due < Date.now() && !document.hidden && !isTyping && performance.now() > (Date.now() - due > 600_000 ? 300_000 : 60_000)) {
    location.reload();
  }
}

// The worker keeps the pages that were opened, for when the network is gone; the first one was loaded before it ran.
async function keepForOffline() {
  if (!("serviceWorker" in navigator) || !root.dataset.worker) {
    return;
  }

  const isFirst = navigator.serviceWorker.controller === null;
  await navigator.serviceWorker.register(root.dataset.worker);
  const { active } = await navigator.serviceWorker.ready;
  if (isFirst) {
    const loaded = performance.getEntriesByType("resource").filter(({ initiatorType }) => ["link", "script", "img"].includes(initiatorType)).map(({ name }) => name);
    active.postMessage({ page: location.href.split("#")[0], loaded });
  }
}

rememberUnits();
keepForOffline().catch(() => undefined);
showAges();
offerSpanish();
setInterval(refreshWhenDue, 60_000);
setInterval(showAges, 30_000);
document.addEventListener("ages", () => setTimeout(showAges));
