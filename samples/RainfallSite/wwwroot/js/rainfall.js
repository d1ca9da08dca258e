// What the page can do beyond its links: find the visitor's place, and remember the last gauge in this browser only.
const storageKey = "last-gauge";

function remember() {
  const gauge = document.querySelector("#gauge");
  if (gauge === null) {
    return;
  }

  try {
    const name = gauge.firstChild.textContent.trim();
    localStorage.setItem(storageKey, JSON.stringify({ key: gauge.dataset.key, name, period: gauge.dataset.period }));
  } catch {
    // A browser that keeps nothing remembers nothing.
  }
}

function recall() {
  const line = document.querySelector("#last-time");
  if (line === null || document.querySelector("#gauge") !== null) {
    return;
  }

  try {
    const { key, name, period } = JSON.parse(localStorage.getItem(storageKey));
    const link = line.querySelector("a");
    const address = new URL(link.href);
    address.searchParams.set("site", key);
    address.searchParams.set("period", period);
    link.href = address.href;
    link.textContent = name;
    line.hidden = false;
  } catch {
    // Nothing was kept, or it is no longer readable.
  }
}

function offerPlace() {
  const button = document.querySelector("#near-me");
  if (button === null || !("geolocation" in navigator)) {
    return;
  }

  const status = document.querySelector("#near-status");
  button.hidden = false;
  button.addEventListener("click", () => {
    status.textContent = button.form.dataset.locating;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        // First, as in the address that the site gives the page.
        const address = new URL(button.form.action);
        address.searchParams.set("near", `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`);
        for (const [name, value] of new FormData(button.form)) {
          if (name !== "q") {
            address.searchParams.set(name, value);
          }
        }

        location.assign(address);
      },
      () => {
        status.textContent = button.form.dataset.noLocation;
      },
      { maximumAge: 300_000, timeout: 15_000 });
  });
}

recall();
remember();
offerPlace();
