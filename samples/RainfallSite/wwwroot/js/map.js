import { popupOf } from "./map-popup.js";

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
    dragging: !L.Browser.mobile,
    scrollWheelZoom: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
  });
  map.attributionControl.setPrefix("");
  map.createPane("background").style.zIndex = 350;
  map.getPane("background").style.pointerEvents = "none";
  L.control.zoom({ zoomInTitle: box.dataset.zoomIn, zoomOutTitle: box.dataset.zoomOut }).addTo(map);
  if (box.dataset.tiles) {
    const thanks = document.createElement("span");
    thanks.textContent = box.dataset.attribution;
    L.tileLayer(box.dataset.tiles, { attribution: thanks.innerHTML, maxZoom: 15 }).addTo(map);
  } else {
    drawBackground(map);
  }

  drawCounties(map, box.dataset.counties);

  // The wettest come first in the list and last on the map, so that they lie on top.
  const gauges = [...document.querySelectorAll("#map-list a:not([data-lat=''])")].reverse().map((link) => addGauge(map, link));
  map.on("zoomend", () => gauges.forEach((marker) => marker.setRadius(radiusOf(marker.options.level, map.getZoom()))));
  map.on("click", (event) => openNearest(map, gauges, event.containerPoint));
  fit(map, box, gauges);
  const list = () => listInView(map, gauges);
  list();
  map.on("moveend", () => {
    keepInAddress(map);
    list();
  });
  zoomByWheelWithModifier(map, box);
}

// The page scrolls under one finger and under the wheel; two fingers, or the wheel with Ctrl, are for the map.
function zoomByWheelWithModifier(map, box) {
  document.addEventListener("wheel", (event) => {
    const isForMap = (event.ctrlKey || event.metaKey) && box.contains(event.target);
    map.scrollWheelZoom[isForMap ? "enable" : "disable"]();
  }, { capture: true, passive: true });
}

async function drawCounties(map, address) {
  const response = await fetch(address);
  if (!response.ok) {
    return;
  }

  const lines = (await response.json()).map((differences) => {
    const points = [];
    let [latitude, longitude] = [0, 0];
    for (let i = 0; i < differences.length; i += 2) {
      latitude += differences[i];
      longitude += differences[i + 1];
      points.push([latitude / 10_000, longitude / 10_000]);
    }

    return points;
  });
  L.polyline(lines, { className: "county", interactive: false, pane: "background" }).addTo(map);
}

function drawBackground(map) {
  for (const item of document.getElementById("map-background").content.children) {
    if (item.dataset.river) {
      const course = item.dataset.river.split(" ").map((point) => point.split(",").map(Number));
      L.polyline(course, { className: "river", interactive: false, pane: "background" }).addTo(map);
    } else if (item.dataset.main || map.getContainer().clientWidth > 500) {
      const label = document.createElement("span");
      label.textContent = item.dataset.town;
      const place = L.circleMarker([Number(item.dataset.lat), Number(item.dataset.lon)], { radius: 0, stroke: false, interactive: false, pane: "background" });
      place.bindTooltip(label, { permanent: true, direction: "center", className: "town-label", pane: "background" }).addTo(map);
    }
  }
}

function addGauge(map, link) {
  const level = Number(link.dataset.level);
  const options = { level, link, radius: radiusOf(level, map.getZoom()), className: `dot level-${level}` };
  const marker = L.circleMarker([Number(link.dataset.lat), Number(link.dataset.lon)], options).addTo(map);
  marker.bindTooltip(() => Object.assign(document.createElement("span"), { textContent: link.textContent }), { direction: "top" });
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

// A finger is wider than a dot: the nearest dot within 12 pixels of its edge is meant.
function openNearest(map, gauges, point) {
  const distanceOf = (marker) => map.latLngToContainerPoint(marker.getLatLng()).distanceTo(point) - marker.getRadius();
  let nearest = null;
  for (const marker of gauges) {
    if (distanceOf(marker) <= (nearest === null ? 12 : distanceOf(nearest))) {
      nearest = marker;
    }
  }

  if (nearest !== null) {
    L.popup().setLatLng(nearest.getLatLng()).setContent(popupOf(nearest.options.link, map.getContainer().dataset)).openOn(map);
  }
}

// The list has what the map shows.
function listInView(map, gauges) {
  const bounds = map.getBounds();
  let count = 0;
  for (const marker of gauges) {
    const isInView = bounds.contains(marker.getLatLng());
    marker.options.link.closest("li").hidden = !isInView;
    count += isInView ? 1 : 0;
  }

  const line = document.getElementById("map-in-view");
  line.textContent = line.dataset.words.replace("{0}", count).replace("{1}", gauges.length);
  line.hidden = false;
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
  const other = document.querySelector("a.language");
  const otherAddress = new URL(other.href);
  otherAddress.search = address.search;
  other.href = otherAddress.href;
  for (const [name, value] of [["lat", center.lat.toFixed(4)], ["lon", center.lng.toFixed(4)], ["z", String(map.getZoom())]]) {
    const form = document.getElementById("map-form");
    const field = form.elements.namedItem(name) ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
    field.value = value;
  }
}
