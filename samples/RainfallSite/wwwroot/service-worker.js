// Keeps the last pages that were opened, for when the network is gone. Online every answer comes from the site; a kept one says
// in its first line how old it is.
const pages = "pages-1";
const files = "files-1";
const maxPages = 30;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

// What the page loaded before this worker could keep it.
self.addEventListener("message", (event) => event.waitUntil(keepAll(event.data)));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) {
    return;
  }

  if (request.mode === "navigate") {
    event.respondWith(answer(request));
  } else if (["style", "script", "image", "manifest"].includes(request.destination)) {
    event.respondWith(fileOf(request));
  }
});

async function takeOver() {
  const known = await caches.keys();
  await Promise.all(known.filter((name) => name !== pages && name !== files).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function keepAll({ page, loaded }) {
  const response = await fetch(page);
  await keep(page, response);
  const cache = await caches.open(files);
  await Promise.all(loaded.map((address) => cache.add(address).catch(() => undefined)));
}

async function answer(request) {
  try {
    const response = await fetch(request);
    await keep(request.url, response.clone());
    return response;
  } catch {
    const kept = await caches.match(request.url, { cacheName: pages });
    return kept ? markedOf(kept) : nothingKept();
  }
}

async function keep(address, response) {
  if (response.status !== 200 || response.redirected || !response.headers.get("content-type")?.startsWith("text/html")) {
    return;
  }

  const cache = await caches.open(pages);
  await cache.delete(address);
  await cache.put(address, response);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - maxPages)).map((old) => cache.delete(old)));
}

// The line is in the page itself, so that no number is shown without it.
async function markedOf(kept) {
  const html = await kept.text();
  const isSpanish = html.includes('<html lang="es"');
  const at = new Date(kept.headers.get("date") ?? 0);
  const time = at.toLocaleString(isSpanish ? "es-US" : "en-US", { timeZone: "America/Chicago", dateStyle: "medium", timeStyle: "short" });
  const words = isSpanish ? "Sin conexión: esta página es de" : "No network: this page is from";
  const line = `<section class="banner" id="offline" aria-label="${words}"><strong>${words} <time datetime="${at.toISOString()}" data-age="">${time}</time>.</strong></section>`;
  return new Response(html.replace("<body>", `<body>${line}`), { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

function nothingKept() {
  const text = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>No network</title>
<body style="max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.6 system-ui, sans-serif"><h1>No network</h1><p>This page was not opened before.</p><p lang="es">Sin conexión: esta página no se abrió antes.</p><p><a href="${self.registration.scope}">Home page</a> · <a lang="es" href="${self.registration.scope}es/">Página principal</a></p>`;
  return new Response(text, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

async function fileOf(request) {
  const cache = await caches.open(files);
  try {
    const response = await fetch(request);
    if (response.ok) {
      await cache.put(request, response.clone());
    }

    return response;
  } catch {
    return await cache.match(request) ?? Response.error();
  }
}
