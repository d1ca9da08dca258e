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

// The gauges that a visitor keeps, in this browser only.
const favoritesKey = "gauges";

function favorites() {
  try {
    return JSON.parse(localStorage.getItem(favoritesKey)).filter(({ key, name }) => typeof key === "string" && typeof name === "string");
  } catch {
    return [];
  }
}

function offerFavorite() {
  const button = document.querySelector("#favorite");
  const gauge = document.querySelector("#gauge");
  if (button === null || gauge === null) {
    return;
  }

  const isKept = () => favorites().some(({ key }) => key === gauge.dataset.key);
  const show = () => {
    button.textContent = isKept() ? button.dataset.drop : button.dataset.keep;
    button.hidden = false;
  };
  button.addEventListener("click", () => {
    const others = favorites().filter(({ key }) => key !== gauge.dataset.key);
    const added = isKept() ? [] : [{ key: gauge.dataset.key, name: gauge.firstChild.textContent.trim() }];
    try {
      localStorage.setItem(favoritesKey, JSON.stringify([...added, ...others].slice(0, Number(button.dataset.max))));
    } catch {
      // A browser that keeps nothing has no favorites.
    }

    show();
  });
  show();
}

function listFavorites() {
  const section = document.querySelector("#favorites");
  const kept = favorites();
  if (section === null || kept.length === 0) {
    return;
  }

  const home = document.querySelector("a.brand").href;
  section.querySelector("ul").append(...kept.map(({ key, name }) => {
    const link = Object.assign(document.createElement("a"), { href: `${home}?site=${encodeURIComponent(key)}`, textContent: name });
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
  const together = section.querySelector("p a");
  const address = new URL(together.href);
  address.searchParams.set("gauges", kept.map(({ key }) => key).join(","));
  together.href = address.href;
  together.hidden = kept.length < 2;
  section.hidden = false;
}

// The chart that can be pointed at is loaded when its drawing comes into view, so that the page itself stays light.
function offerChart() {
  const figure = document.querySelector(".hyetograph .bars[data-script]");
  if (figure === null) {
    return;
  }

  const add = (name, properties) => new Promise((loaded, failed) => {
    document.head.append(Object.assign(document.createElement(name), properties, { onload: loaded, onerror: failed }));
  });
  new IntersectionObserver(async ([{ isIntersecting }], observer) => {
    if (isIntersecting) {
      observer.disconnect();
      await Promise.all([
        add("link", { rel: "stylesheet", href: `${figure.dataset.library}uPlot.min.css` }),
        add("script", { src: `${figure.dataset.library}uPlot.iife.min.js` }),
      ]);
      await add("script", { src: figure.dataset.script });
    }
  }).observe(figure);
}

recall();
remember();
offerFavorite();
listFavorites();
offerPlace();
offerChart();
