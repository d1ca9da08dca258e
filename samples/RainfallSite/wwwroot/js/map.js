// Puts a map that can be moved in the place of the drawing. All it shows is in the page already: the list, and the towns and rivers.
const box = document.getElementById("map");
const drawing = document.getElementById("map-drawing");
if (box && drawing && window.L) {
  start(box, drawing);
}

function start(box, drawing) {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  box.hidden = false;
  drawing.remove();
  document.querySelector(".map-moves").remove();
  box.setAttribute("aria-label", box.dataset.label);
  box.setAttribute("role", "region");

  const map = L.map(box, {
    center: [Number(box.dataset.lat), Number(box.dataset.lon)],
    zoom: Number(box.dataset.zoom),
    minZoom: 6,
    maxZoom: 15,
    zoomSnap: box.dataset.tiles ? 1 : 0.25,
    zoomControl: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
  });
  map.attributionControl.setPrefix("");
  L.control.zoom({ zoomInTitle: box.dataset.zoomIn, zoomOutTitle: box.dataset.zoomOut }).addTo(map);
  if (box.dataset.tiles) {
    const thanks = document.createElement("span");
    thanks.textContent = box.dataset.attribution;
    L.tileLayer(box.dataset.tiles, { attribution: thanks.innerHTML, maxZoom: 15 }).addTo(map);
  } else {
    drawBackground(map);
  }

  // The wettest come first in the list and last on the map, so that they lie on top.
  const gauges = [...document.querySelectorAll("#map-list a:not([data-lat=''])")].reverse().map((link) => addGauge(map, link));
  map.on("zoomend", () => gauges.forEach((marker) => marker.setRadius(radiusOf(marker.options.level, map.getZoom()))));
  fit(map, box, gauges);
  map.on("moveend", () => keepInAddress(map));
}

function drawBackground(map) {
  for (const item of document.getElementById("map-background").content.children) {
    if (item.dataset.river) {
      const course = item.dataset.river.split(" ").map((point) => point.split(",").map(Number));
      L.polyline(course, { className: "river", interactive: false }).addTo(map);
    } else if (item.dataset.main || map.getContainer().clientWidth > 500) {
      const label = document.createElement("span");
      label.textContent = item.dataset.town;
      const place = L.circleMarker([Number(item.dataset.lat), Number(item.dataset.lon)], { radius: 0, stroke: false, interactive: false });
      place.bindTooltip(label, { permanent: true, direction: "center", className: "town-label" }).addTo(map);
    }
  }
}

function addGauge(map, link) {
  const level = Number(link.dataset.level);
  const options = { level, radius: radiusOf(level, map.getZoom()), className: `dot level-${level}` };
  const marker = L.circleMarker([Number(link.dataset.lat), Number(link.dataset.lon)], options);
  const words = document.createElement("span");
  words.textContent = link.textContent;
  marker.bindTooltip(words, { direction: "top" }).addTo(map);
  marker.on("click", () => { window.location.href = link.href; });
  const show = () => {
    if (!map.getBounds().contains(marker.getLatLng())) {
      map.panTo(marker.getLatLng());
    }

    marker.getElement().classList.add("chosen");
    marker.openTooltip();
  };
  const leave = () => {
    marker.getElement().classList.remove("chosen");
    marker.closeTooltip();
  };
  link.addEventListener("focus", show);
  link.addEventListener("blur", leave);
  link.addEventListener("mouseenter", show);
  link.addEventListener("mouseleave", leave);
  return marker;
}

// As in the drawing, but smaller where all gauges stand close together.
function radiusOf(level, zoom) {
  return (level === 0 ? 6 : 3.5 + 2 * (level - 1)) * Math.min(1, Math.max(0.45, 0.45 + (zoom - 6.5) * 0.3));
}

// On a screen of another shape than the drawing's, the whole map needs another zoom.
function fit(map, box, gauges) {
  if (!new URLSearchParams(window.location.search).has("z") && gauges.length > 0) {
    map.fitBounds(L.featureGroup(gauges).getBounds(), { padding: [12, 12], animate: false });
  }
}

function keepInAddress(map) {
  const center = map.getCenter();
  const address = new URL(window.location.href);
  address.searchParams.set("lat", center.lat.toFixed(4));
  address.searchParams.set("lon", center.lng.toFixed(4));
  address.searchParams.set("z", String(map.getZoom()));
  window.history.replaceState(null, "", address);
  for (const [name, value] of [["lat", center.lat.toFixed(4)], ["lon", center.lng.toFixed(4)], ["z", String(map.getZoom())]]) {
    const form = document.getElementById("map-form");
    const field = form.elements.namedItem(name) ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
    field.value = value;
  }
}
